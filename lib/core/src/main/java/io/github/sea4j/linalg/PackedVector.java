package io.github.sea4j.linalg;

import io.github.sea4j.concurrent.Workers;
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
    PackedVector packed = taking(dense);
    return packed.isDense() ? new PackedVector(null, dense.clone()) : packed;
  }

  /**
   * The same of a vector that nobody else holds on to.
   *
   * @param dense kept where that form suits it; not to be changed any more
   */
  public static PackedVector taking(double[] dense) {
    int count = 0;
    for (double v : dense) {
      count += v != 0 ? 1 : 0;
    }
    if (count > FEW * dense.length) {
      return new PackedVector(null, dense);
    }
    int[] indices = new int[count];
    double[] values = new double[count];
    for (int j = 0, i = 0; i < count; j++) {
      if (dense[j] != 0) {
        indices[i] = j;
        values[i++] = dense[j];
      }
    }
    return new PackedVector(indices, values);
  }

  /**
   * The vector {@link #of} would make of few entries among zeros, without passing over the zeros.
   *
   * @param length of the vector
   * @param indices ascending; kept
   * @param values their entries; kept
   */
  public static PackedVector ofEntries(int length, int[] indices, double[] values) {
    boolean hasZeros = false;
    for (double value : values) {
      hasZeros |= value == 0;
    }
    if (!hasZeros && values.length <= FEW * length) {
      return new PackedVector(indices, values);
    }
    double[] dense = new double[length];
    Vectors.scatter(values, indices, indices.length, dense);
    return of(dense);
  }

  /**
   * A vector that is zero but for some neighbours.
   *
   * @param length of the vector
   * @param first the index of the first neighbour, which may be below 0 or beyond the end
   * @param neighbours at most {@code length} entries; copied
   * @param wraps whether those outside come in at the other end; else they are cut off
   */
  public static PackedVector placed(int length, int first, double[] neighbours, boolean wraps) {
    int count = neighbours.length;
    int from = wraps ? 0 : Math.min(count, Math.max(0, -first));
    int to = wraps ? count : Math.max(from, Math.min(count, length - first));
    int start = Math.floorMod(first, length);
    // Those that wrap around have the lowest indices.
    int wrapped = wraps ? Math.max(0, start + count - length) : 0;
    int[] indices = new int[to - from];
    double[] values = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      int p = i < wrapped ? count - wrapped + i : from + i - wrapped;
      indices[i] = wraps ? (start + p) % length : first + p;
      values[i] = neighbours[p];
    }
    return ofEntries(length, indices, values);
  }

  /** The product with a diagonal matrix and a factor, {@code x_j weights[j] factor}. */
  public PackedVector scaled(double[] weights, double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      // One factor at a time: their product may leave the range of a double.
      scaled[i] = scaled[i] * weights[indices == null ? i : indices[i]] * factor;
    }
    return indices == null ? of(scaled) : ofEntries(weights.length, indices, scaled);
  }

  /** The product with a number. */
  public PackedVector scaled(double factor, int length) {
    double[] scaled = Vectors.scaled(factor, values);
    return indices == null ? of(scaled) : ofEntries(length, indices, scaled);
  }

  /** The index of the first entry that is NaN or infinite, or -1. */
  public int firstNonFinite() {
    int bad = Vectors.firstNonFinite(values);
    return bad < 0 || indices == null ? bad : indices[bad];
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

  /** Number of entries stored. */
  public int entries() {
    return values.length;
  }

  /** The indices of the entries stored, in order. */
  public IntStream indices() {
    return indices == null ? IntStream.range(0, values.length) : IntStream.of(indices);
  }

  /**
   * The entries at some indices.
   *
   * @param chosen sorted indices
   * @param out an entry for each of them, overwritten
   */
  public void gather(int[] chosen, double[] out) {
    if (indices == null) {
      Vectors.gather(values, chosen, 0, chosen.length, out);
      return;
    }
    Arrays.fill(out, 0, chosen.length, 0);
    int place = 0;
    for (int i = 0; i < indices.length && place < chosen.length; i++) {
      int found = Arrays.binarySearch(chosen, place, chosen.length, indices[i]);
      place = found < 0 ? -found - 1 : found;
      if (found >= 0) {
        out[place] = values[i];
      }
    }
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

  /**
   * {@code y += sum of weights[i] vectors[i]} over the first {@code count}; mutates {@code y}.
   *
   * <p>Dense vectors four at a time: y is read and written a quarter as often. Where all are dense
   * and that is much work, on all threads, each entry of y the same sum on any number of them.
   */
  public static void addTo(double[] weights, PackedVector[] vectors, int count, double[] y) {
    if (areDense(vectors, 0, count)) {
      Workers.split(
          y.length,
          8,
          (long) count * y.length,
          (from, to) -> addDense(weights, vectors, count, y, from, to));
      return;
    }
    int i = 0;
    for (; i + 3 < count && areDense(vectors, i, i + 4); i += 4) {
      addFour(weights, vectors, i, y, 0, y.length);
    }
    for (; i < count; i++) {
      vectors[i].addTo(weights[i], y);
    }
  }

  private static boolean areDense(PackedVector[] vectors, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!vectors[i].isDense()) {
        return false;
      }
    }
    return true;
  }

  private static void addDense(
      double[] weights, PackedVector[] vectors, int count, double[] y, int from, int to) {
    int i = 0;
    for (; i + 3 < count; i += 4) {
      addFour(weights, vectors, i, y, from, to);
    }
    for (; i < count; i++) {
      RowProducts.addRow(weights[i], vectors[i].values, y, from, to);
    }
  }

  private static void addFour(
      double[] weights, PackedVector[] vectors, int i, double[] y, int from, int to) {
    double[] v0 = vectors[i].values;
    double[] v1 = vectors[i + 1].values;
    double[] v2 = vectors[i + 2].values;
    double[] v3 = vectors[i + 3].values;
    double w0 = weights[i];
    double w1 = weights[i + 1];
    double w2 = weights[i + 2];
    double w3 = weights[i + 3];
    for (int j = from; j < to; j++) {
      y[j] += (w0 * v0[j] + w1 * v1[j]) + (w2 * v2[j] + w3 * v3[j]);
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

  /**
   * The inner products of some vectors with a dense one, each with the bits of {@link
   * #dot(double[])}; dense vectors four at a time.
   *
   * @param count how many of the vectors take part
   * @param out their inner products, overwritten
   */
  public static void dot(PackedVector[] vectors, int count, double[] y, double[] out) {
    int i = 0;
    for (; i + 3 < count && areDense(vectors, i, i + 4); i += 4) {
      double[] first = vectors[i].values;
      double[] second = vectors[i + 1].values;
      double[] third = vectors[i + 2].values;
      Vectors.dotFour(first, second, third, vectors[i + 3].values, y, out, i);
    }
    for (; i < count; i++) {
      out[i] = vectors[i].dot(y);
    }
  }

  /** Inner product of two packed vectors of the same length. */
  public double dot(PackedVector other) {
    if (indices == null) {
      return other.dot(values);
    }
    if (other.indices == null) {
      return dot(other.values);
    }
    double sum = 0;
    int p = 0;
    for (int i = 0; i < indices.length && p < other.indices.length; i++) {
      while (p < other.indices.length && other.indices[p] < indices[i]) {
        p++;
      }
      if (p < other.indices.length && other.indices[p] == indices[i]) {
        sum = Math.fma(values[i], other.values[p], sum);
      }
    }
    return sum;
  }
}
