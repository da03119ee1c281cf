package io.github.sea4j.instance;

import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * A convolution, and the same with columns of unit norm.
 *
 * @param convolution multiples of the kernel as it was given
 * @param unitColumns what instances are drawn with
 */
record UnitBlur(LinearOperator convolution, LinearOperator unitColumns) {

  /**
   * @param place where the kernel must be non-zero, for the message
   * @throws IllegalArgumentException if a column is zero
   */
  static UnitBlur of(LinearOperator convolution, String place) {
    double[] norms = convolution.columnNorms();
    for (int j = 0; j < norms.length; j++) {
      if (norms[j] == 0) {
        throw new IllegalArgumentException(
            "kernel must be non-zero in some %s, but column %d is zero".formatted(place, j));
      }
    }
    double[] scale = Arrays.stream(norms).map(norm -> 1 / norm).toArray();
    return new UnitBlur(convolution, convolution.scaleColumns(scale));
  }
}
