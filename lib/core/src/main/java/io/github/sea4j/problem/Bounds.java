package io.github.sea4j.problem;

import io.github.sea4j.check.Require;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Bounds on coefficients in the user's units, one pair for each column. */
record Bounds(double[] lower, double[] upper) {

  /** Copied. */
  static Bounds of(double[] lower, double[] upper, int columns) {
    Require.length("lower", lower.length, "columns", columns);
    Require.length("upper", upper.length, "columns", columns);
    for (int j = 0; j < columns; j++) {
      if (!(lower[j] <= upper[j])) {
        throw new IllegalArgumentException(
            "bounds: column %d must have lower <= upper, but has %s and %s"
                .formatted(j, lower[j], upper[j]));
      }
    }
    return new Bounds(lower.clone(), upper.clone());
  }

  /** Columns that may be left out must be allowed to be zero. */
  void check(int[] forced) {
    for (int j = 0; j < lower.length; j++) {
      if ((lower[j] > 0 || upper[j] < 0) && Arrays.binarySearch(forced, j) < 0) {
        throw new IllegalArgumentException(
            "bounds: column %d must be allowed to be 0 unless it is forced in, but has %s and %s"
                .formatted(j, lower[j], upper[j]));
      }
    }
  }

  boolean binds(int j) {
    return lower[j] > Double.NEGATIVE_INFINITY || upper[j] < Double.POSITIVE_INFINITY;
  }

  /** Bounds on the coefficients of columns of unit norm. */
  static double[] unit(double[] bound, int[] index, double[] norm, int exponent) {
    return IntStream.range(0, index.length)
        .mapToDouble(i -> Math.scalb(bound[index[i]] * norm[i], -exponent))
        .toArray();
  }
}
