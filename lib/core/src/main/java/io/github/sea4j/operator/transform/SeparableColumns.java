package io.github.sea4j.operator.transform;

import io.github.sea4j.operator.LinearOperator;

/**
 * An operator whose columns are images of rank one, {@code a_j = f g'} with f and g from two short
 * lists: column j is the outer product of {@code down()[downOf(j)]} and {@code
 * across()[acrossOf(j)]}.
 */
public interface SeparableColumns extends LinearOperator {

  /** Vectors along the columns of an image, each with an entry for each of its rows. */
  double[][] down();

  /** Vectors along the rows of an image, each with an entry for each of its columns. */
  double[][] across();

  /** Which of {@link #down} column j has. */
  int downOf(int j);

  /** Which of {@link #across} column j has. */
  int acrossOf(int j);

  /**
   * The weighted energies of columns of rank one, {@code sum over r, c of weights[r, c] (f_r
   * g_c)²}, by two products of small matrices.
   *
   * @param columns says which vectors a column has
   * @param down the vectors f, read only
   * @param across the vectors g, read only
   * @param weights one for each pixel, in row-major order; read only
   * @return one for each column, a new array
   */
  static double[] energies(
      SeparableColumns columns, double[][] down, double[][] across, double[] weights) {
    double[][] sums = new double[down.length][];
    for (int a = 0; a < down.length; a++) {
      sums[a] = weightedSums(down[a], weights, across[0].length);
    }
    double[] energies = new double[columns.columns()];
    for (int j = 0; j < energies.length; j++) {
      double[] sum = sums[columns.downOf(j)];
      double[] g = across[columns.acrossOf(j)];
      for (int c = 0; c < g.length; c++) {
        energies[j] += sum[c] * g[c] * g[c];
      }
    }
    return energies;
  }

  /** {@code sum over r of f_r² weights[r, c]} for each c. */
  private static double[] weightedSums(double[] f, double[] weights, int width) {
    double[] sums = new double[width];
    for (int r = 0; r < f.length; r++) {
      double square = f[r] * f[r];
      for (int c = 0; c < width && square != 0; c++) {
        sums[c] += square * weights[r * width + c];
      }
    }
    return sums;
  }
}
