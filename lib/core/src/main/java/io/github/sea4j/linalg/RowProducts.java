package io.github.sea4j.linalg;

/**
 * The loops of products with a dense matrix that is given by rows, over some of its columns.
 *
 * <p>All arrays of a loop run over the same indices: only then does the JIT make vector
 * instructions of it. Each entry of a result is one sum in the order of the columns, or of the
 * rows, so a product may be made piece by piece and on several threads with the same bits.
 */
public final class RowProducts {

  private RowProducts() {}

  /**
   * {@code y[at + r] += sum over j of rows[i + r][j] x[j]} for {@code r < 8}. Eight independent
   * sums hide the latency of an addition; x is read an eighth as often.
   *
   * @param rows arrays of one length, read only
   * @param i the first of eight rows
   * @param x as long as a row, read only
   * @param count number of columns, from the first
   * @param y mutated
   * @param at where in y the first of the eight results stands
   */
  public static void addEightInnerProducts(
      double[][] rows, int i, double[] x, int count, double[] y, int at) {
    double[] a0 = rows[i];
    double[] a1 = rows[i + 1];
    double[] a2 = rows[i + 2];
    double[] a3 = rows[i + 3];
    double[] a4 = rows[i + 4];
    double[] a5 = rows[i + 5];
    double[] a6 = rows[i + 6];
    double[] a7 = rows[i + 7];
    double s0 = y[at];
    double s1 = y[at + 1];
    double s2 = y[at + 2];
    double s3 = y[at + 3];
    double s4 = y[at + 4];
    double s5 = y[at + 5];
    double s6 = y[at + 6];
    double s7 = y[at + 7];
    for (int j = 0; j < count; j++) {
      double xj = x[j];
      s0 = Math.fma(a0[j], xj, s0);
      s1 = Math.fma(a1[j], xj, s1);
      s2 = Math.fma(a2[j], xj, s2);
      s3 = Math.fma(a3[j], xj, s3);
      s4 = Math.fma(a4[j], xj, s4);
      s5 = Math.fma(a5[j], xj, s5);
      s6 = Math.fma(a6[j], xj, s6);
      s7 = Math.fma(a7[j], xj, s7);
    }
    y[at] = s0;
    y[at + 1] = s1;
    y[at + 2] = s2;
    y[at + 3] = s3;
    y[at + 4] = s4;
    y[at + 5] = s5;
    y[at + 6] = s6;
    y[at + 7] = s7;
  }

  /**
   * {@code y[at + r] += sum over j of rows[i + r][j] x[j]} for {@code r < 4}, and the same with two
   * other vectors: each row is read once for both. The bits are those of {@link
   * #addEightInnerProducts}.
   *
   * @param rows arrays of one length, read only
   * @param i the first of four rows
   * @param x as long as a row, read only
   * @param y mutated
   * @param other in place of x, likewise
   * @param z in place of y, mutated
   * @param at where in y and z the first of the four results stands
   */
  public static void addFourInnerProducts(
      double[][] rows, int i, double[] x, double[] y, double[] other, double[] z, int at) {
    double[] a0 = rows[i];
    double[] a1 = rows[i + 1];
    double[] a2 = rows[i + 2];
    double[] a3 = rows[i + 3];
    double s0 = y[at];
    double s1 = y[at + 1];
    double s2 = y[at + 2];
    double s3 = y[at + 3];
    double t0 = z[at];
    double t1 = z[at + 1];
    double t2 = z[at + 2];
    double t3 = z[at + 3];
    for (int j = 0; j < x.length; j++) {
      double xj = x[j];
      double oj = other[j];
      s0 = Math.fma(a0[j], xj, s0);
      s1 = Math.fma(a1[j], xj, s1);
      s2 = Math.fma(a2[j], xj, s2);
      s3 = Math.fma(a3[j], xj, s3);
      t0 = Math.fma(a0[j], oj, t0);
      t1 = Math.fma(a1[j], oj, t1);
      t2 = Math.fma(a2[j], oj, t2);
      t3 = Math.fma(a3[j], oj, t3);
    }
    y[at] = s0;
    y[at + 1] = s1;
    y[at + 2] = s2;
    y[at + 3] = s3;
    z[at] = t0;
    z[at + 1] = t1;
    z[at + 2] = t2;
    z[at + 3] = t3;
  }

  /** {@code y[at] += sum over j of row[j] x[j]}, as above for one row. */
  public static void addInnerProduct(double[] row, double[] x, int count, double[] y, int at) {
    double sum = y[at];
    for (int j = 0; j < count; j++) {
      sum = Math.fma(row[j], x[j], sum);
    }
    y[at] = sum;
  }

  /**
   * {@code x[j] += sum over r < 4 of y[at + r] rows[i + r][j]}. Four rows at a time: the result is
   * read and written a quarter as often.
   *
   * @param rows arrays of one length, read only
   * @param i the first of four rows
   * @param y read only
   * @param at where in y the factor of the first row stands
   * @param x as long as a row, mutated
   * @param from the first column
   * @param to one more than the last column
   */
  public static void addFourRows(
      double[][] rows, int i, double[] y, int at, double[] x, int from, int to) {
    double[] a0 = rows[i];
    double[] a1 = rows[i + 1];
    double[] a2 = rows[i + 2];
    double[] a3 = rows[i + 3];
    double y0 = y[at];
    double y1 = y[at + 1];
    double y2 = y[at + 2];
    double y3 = y[at + 3];
    for (int j = from; j < to; j++) {
      x[j] += (y0 * a0[j] + y1 * a1[j]) + (y2 * a2[j] + y3 * a3[j]);
    }
  }

  /** {@code x[j] += scale row[j]}, as above for one row. */
  public static void addRow(double scale, double[] row, double[] x, int from, int to) {
    for (int j = from; j < to; j++) {
      x[j] += scale * row[j];
    }
  }
}
