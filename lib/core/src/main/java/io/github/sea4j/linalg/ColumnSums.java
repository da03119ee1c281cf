package io.github.sea4j.linalg;

import io.github.sea4j.concurrent.Workers;
import java.util.Arrays;

/**
 * Sums over a few vectors with an entry for each column of a matrix, on all threads where that is
 * much work. Each entry is the same sum in the same order on any number of them.
 */
public final class ColumnSums {

  private ColumnSums() {}

  /**
   * {@code out = sum of weights[i] vectors[i]}.
   *
   * @param vectors as long as {@code out}, as many as there are weights; read only
   * @param out overwritten
   */
  public static void combine(double[] weights, double[][] vectors, double[] out) {
    Workers.split(
        out.length,
        8,
        (long) weights.length * out.length,
        (from, to) -> {
          Arrays.fill(out, from, to, 0);
          for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            double[] vector = vectors[i];
            for (int j = from; j < to; j++) {
              out[j] += weight * vector[j];
            }
          }
        });
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
