package io.github.sea4j.linalg;

import io.github.sea4j.concurrent.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sums over a few vectors with an entry for each column of a matrix, on all threads where that is
 * much work. Each entry is the same sum in the same order on any number of them.
 */
public final class ColumnSums {

  private ColumnSums() {}

  /**
   * {@code out = sum of weights[i] vectors[i]}, see {@link #add}.
   *
   * @param vectors finite, as long as {@code out}, as many as there are weights; read only
   * @param out overwritten
   */
  public static void combine(double[] weights, double[][] vectors, double[] out) {
    Arrays.fill(out, 0);
    add(weights, vectors, out);
  }

  /**
   * {@code out += sum of weights[i] vectors[i]}, one after the other; a weight of zero costs
   * nothing.
   *
   * @param vectors finite, as long as {@code out}, as many as there are weights; read only
   * @param out changed
   */
  public static void add(double[] weights, double[][] vectors, double[] out) {
    int[] some = IntStream.range(0, weights.length).filter(i -> weights[i] != 0).toArray();
    Workers.split(
        out.length,
        8,
        (long) some.length * out.length,
        (from, to) -> {
          int i = 0;
          for (; i + 3 < some.length; i += 4) {
            addFour(weights, vectors, some, i, from, to, out);
          }
          for (; i < some.length; i++) {
            double weight = weights[some[i]];
            double[] vector = vectors[some[i]];
            for (int j = from; j < to; j++) {
              out[j] += weight * vector[j];
            }
          }
        });
  }

  /** The sums of one after the other, but {@code out} is read and written once for four. */
  private static void addFour(
      double[] weights, double[][] vectors, int[] some, int i, int from, int to, double[] out) {
    double w0 = weights[some[i]];
    double w1 = weights[some[i + 1]];
    double w2 = weights[some[i + 2]];
    double w3 = weights[some[i + 3]];
    double[] v0 = vectors[some[i]];
    double[] v1 = vectors[some[i + 1]];
    double[] v2 = vectors[some[i + 2]];
    double[] v3 = vectors[some[i + 3]];
    for (int j = from; j < to; j++) {
      out[j] = (((out[j] + w0 * v0[j]) + w1 * v1[j]) + w2 * v2[j]) + w3 * v3[j];
    }
  }

  /**
   * {@code out_j = 1 - sum of vectors[i]_j²}: of columns of unit norm, what is outside a span.
   *
   * @param vectors as long as {@code out}; read only
   * @param out overwritten
   */
  public static void outside(double[][] vectors, double[] out) {
    Workers.split(
        out.length,
        8,
        (long) vectors.length * out.length,
        (from, to) -> {
          Arrays.fill(out, from, to, 1);
          for (double[] vector : vectors) {
            for (int j = from; j < to; j++) {
              out[j] -= vector[j] * vector[j];
            }
          }
        });
  }
}
