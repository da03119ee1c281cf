package io.github.sea4j.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable vector that is stored dense, or by its non-zeros where these are few: columns of a
 * convolution and of its Gram matrix have some hundred non-zeros among a million entries.
 */
public final class PackedVector {

  /** Below this share of non-zeros, scattered access is cheaper than passing over all entries. */
  private static final double FEW = 0.2;

  private final int @Nullable [] indices;
  private final double[] values;

  private PackedVector(int @Nullable [] indices, double[] values) {
    this.indices = indices;
    this.values = values;
  }

  /** A copy of a vector in the form that suits it. */
  public static PackedVector of(double[] dense) {
    int count = 0;
    for (double v : dense) {
      count += v != 0 ? 1 : 0;
    }
    if (count > FEW * dense.length) {
      return new PackedVector(null, dense.clone());
    }
    int[] indices = IntStream.range(0, dense.length).filter(j -> dense[j] != 0).toArray();
    return new PackedVector(indices, IntStream.of(indices).mapToDouble(j -> dense[j]).toArray());
  }

  /** Whether every entry is stored, so that {@link #dense} may be called. */
  public boolean isDense() {
    return indices == null;
  }

  /** All entries of a dense vector; shared, not to be changed. */
  public double[] dense() {
    if (indices != null) {
      throw new IllegalStateException("the vector is stored by its non-zeros");
    }
    return values;
  }

  /** Entry {@code j}. */
  public double get(int j) {
    if (indices == null) {
      return values[j];
    }
    int position = Arrays.binarySearch(indices, j);
    return position < 0 ? 0 : values[position];
  }

  /** {@code y += alpha x}; mutates {@code y}. */
  public void addTo(double alpha, double[] y) {
    if (indices == null) {
      Vectors.axpy(alpha, values, y);
      return;
    }
    for (int i = 0; i < values.length; i++) {
      y[indices[i]] += alpha * values[i];
    }
  }

  /** Inner product with a dense vector. */
  public double dot(double[] y) {
    if (indices == null) {
      return Vectors.dot(values, y);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum = Math.fma(values[i], y[indices[i]], sum);
    }
    return sum;
  }
}
