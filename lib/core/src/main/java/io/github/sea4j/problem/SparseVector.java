package io.github.sea4j.problem;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An immutable vector of {@code length} entries that vanishes off its support.
 *
 * <p>A value on the support may be zero: the support says which columns were chosen, not which
 * values happen to differ from zero.
 */
public final class SparseVector {

  private final int length;
  private final Support support;
  private final double[] values;

  private SparseVector(int length, Support support, double[] values) {
    this.length = length;
    this.support = support;
    this.values = values;
  }

  /**
   * The vector with {@code values[i]} at the i-th smallest index of the support.
   *
   * @throws IllegalArgumentException if the length is negative, an index is at or above it, or the
   *     number of values is not the size of the support
   */
  public static SparseVector of(int length, Support support, double... values) {
    Require.atLeast("length", length, 0);
    if (support.size() > 0 && support.get(support.size() - 1) >= length) {
      throw new IllegalArgumentException(
          "index %d of the support must be below the length %d"
              .formatted(support.get(support.size() - 1), length));
    }
    if (values.length != support.size()) {
      throw new IllegalArgumentException(
          "values: expected %d, one for each index of the support, but got %d"
              .formatted(support.size(), values.length));
    }
    return new SparseVector(length, support, values.clone());
  }

  /** The zero vector, with an empty support. */
  public static SparseVector zero(int length) {
    return of(length, Support.empty());
  }

  /** The vector whose support is where {@code dense} differs from zero. */
  public static SparseVector ofNonZeros(double... dense) {
    int[] indices = IntStream.range(0, dense.length).filter(j -> dense[j] != 0).toArray();
    return new SparseVector(dense.length, Support.of(indices), Vectors.gather(dense, indices));
  }

  /** Number of entries, n. */
  public int length() {
    return length;
  }

  /** Where the vector may differ from zero. */
  public Support support() {
    return support;
  }

  /**
   * The value at the i-th smallest index of the support.
   *
   * @param i from 0 to the size of the support - 1
   * @throws IllegalArgumentException if there is none
   */
  public double value(int i) {
    if (i < 0 || i >= values.length) {
      throw new IllegalArgumentException(
          "i must be at least 0 and below the size of the support %d, but is %d"
              .formatted(values.length, i));
    }
    return values[i];
  }

  /** The values on the support, in the order of its indices, as a new array. */
  public double[] values() {
    return values.clone();
  }

  /**
   * Entry {@code j} of the vector.
   *
   * @throws IllegalArgumentException if the vector has none of that index
   */
  public double get(int j) {
    if (j < 0 || j >= length) {
      throw new IllegalArgumentException(
          "j must be at least 0 and below the length %d, but is %d".formatted(length, j));
    }
    int position = Arrays.binarySearch(support.toArray(), j);
    return position < 0 ? 0 : values[position];
  }

  /** All entries, as a new array. */
  public double[] toDense() {
    double[] dense = new double[length];
    for (int i = 0; i < values.length; i++) {
      dense[support.get(i)] = values[i];
    }
    return dense;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseVector that
        && length == that.length
        && support.equals(that.support)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * length + support.hashCode()) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("SparseVector(length " + length + ", {");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(support.get(i)).append(": ").append(values[i]);
    }
    return text.append("})").toString();
  }
}
