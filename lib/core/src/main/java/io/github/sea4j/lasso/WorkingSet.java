package io.github.sea4j.lasso;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;

/**
 * The groups that may be active, which only become more, with their coefficients X, the Gram matrix
 * of their columns, and the correlations {@code C = B'(Y - B X)}, which are kept up to date.
 *
 * <p>With s columns, a change of one coefficient costs s multiplications.
 */
final class WorkingSet {

  final GroupGram matrix;
  private final int[] first;
  private final int[] working;
  private int count;

  /** Columns of the working set, their Gram matrix, coefficients and correlations. */
  private int[] columns = new int[16];

  double[][] gram = new double[16][16];
  final double[][] x;
  final double[][] c;
  private final double[][] initial;
  private int size;

  WorkingSet(GroupGram matrix) {
    this.matrix = matrix;
    this.initial = matrix.initial();
    this.working = new int[matrix.count()];
    this.first = new int[matrix.count()];
    Arrays.fill(first, -1);
    this.x = new double[matrix.measurements()][16];
    this.c = new double[matrix.measurements()][16];
  }

  /** How many groups. */
  int count() {
    return count;
  }

  /** A group by its place in this set. */
  int group(int place) {
    return working[place];
  }

  /** How many columns. */
  int size() {
    return size;
  }

  /** The first column of a group in this set. */
  int first(int u) {
    return first[u];
  }

  boolean holds(int u) {
    return first[u] >= 0;
  }

  /** Takes a group into the working set, with coefficients of zero; correlations are not known. */
  void add(int u) {
    working[count++] = u;
    first[u] = size;
    for (int j : matrix.group(u)) {
      makeRoom();
      PackedVector column = matrix.column(j);
      columns[size] = j;
      for (int i = 0; i <= size; i++) {
        gram[i][size] = column.get(columns[i]);
        gram[size][i] = gram[i][size];
      }
      size++;
    }
  }

  private void makeRoom() {
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, 2 * size);
      gram = Arrays.copyOf(gram, 2 * size);
      for (int i = 0; i < gram.length; i++) {
        gram[i] = i < size ? Arrays.copyOf(gram[i], 2 * size) : new double[2 * size];
      }
      Arrays.setAll(x, l -> Arrays.copyOf(x[l], 2 * size));
      Arrays.setAll(c, l -> Arrays.copyOf(c[l], 2 * size));
    }
  }

  /**
   * Computes the correlations {@code B'(Y - B X)} of all columns anew.
   *
   * @param all n entries for each measurement, overwritten
   */
  void correlate(double[][] all) {
    PackedVector[] active = new PackedVector[size];
    double[] weights = new double[size];
    for (int l = 0; l < x.length; l++) {
      int nonZeros = 0;
      for (int i = 0; i < size; i++) {
        if (x[l][i] != 0) {
          weights[nonZeros] = -x[l][i];
          active[nonZeros++] = matrix.column(columns[i]);
        }
      }
      System.arraycopy(initial[l], 0, all[l], 0, all[l].length);
      PackedVector.addTo(weights, active, nonZeros, all[l]);
      for (int i = 0; i < size; i++) {
        c[l][i] = all[l][columns[i]];
      }
    }
  }

  /** Adds to a coefficient: that of column {@code i} of this set for measurement l. */
  void move(int l, int i, double change) {
    x[l][i] += change;
    Vectors.axpy(-change, gram[i], c[l], size);
  }

  /** How far correlations are from what the conditions of optimality ask, at most. */
  double violation(double lambda) {
    double largest = 0;
    for (int g = 0; g < count; g++) {
      double norm = norm(working[g]);
      double bound = lambda * matrix.weight(working[g]);
      double squares = 0;
      for (int l = 0; l < x.length; l++) {
        for (int i = first[working[g]]; i < end(working[g]); i++) {
          double asked = norm == 0 ? 0 : bound * x[l][i] / norm;
          squares += (c[l][i] - asked) * (c[l][i] - asked);
        }
      }
      largest = Math.max(largest, Math.sqrt(squares) - (norm == 0 ? bound : 0));
    }
    return largest;
  }

  /** One more than the last column of a group in this set. */
  int end(int u) {
    return first[u] + matrix.group(u).length;
  }

  /** {@code ||X_G||_F} of a group; zero if it is not in this set. */
  double norm(int u) {
    return holds(u) ? Math.sqrt(inner(u, x, x)) : 0;
  }

  /** The inner product of the rows of a group in two arrays by measurement and column. */
  double inner(int u, double[][] a, double[][] b) {
    double sum = 0;
    for (int l = 0; l < a.length; l++) {
      for (int i = first[u]; i < end(u); i++) {
        sum += a[l][i] * b[l][i];
      }
    }
    return sum;
  }

  /** {@code sum_G w_G ||X_G||_F}. */
  double penalty() {
    double sum = 0;
    for (int g = 0; g < count; g++) {
      sum += matrix.weight(working[g]) * norm(working[g]);
    }
    return sum;
  }

  /** How many columns have a coefficient that is not zero, for any measurement. */
  int active() {
    int active = 0;
    for (int g = 0; g < count; g++) {
      active += norm(working[g]) > 0 ? matrix.group(working[g]).length : 0;
    }
    return active;
  }

  /** X, n entries for each measurement; a new array. */
  double[][] coefficients() {
    double[][] all = matrix.initial();
    for (int l = 0; l < x.length; l++) {
      Arrays.fill(all[l], 0);
      for (int i = 0; i < size; i++) {
        all[l][columns[i]] = x[l][i];
      }
    }
    return all;
  }
}
