package io.github.sea4j.exchange;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;

/**
 * What exchanging the first c of some columns of a support for the first c of some columns outside
 * would do to the residual, for every c, without fitting again.
 *
 * <p>All is said in coordinates: those of the span of the support, and one more for each column
 * that enters, its part that neither the support nor the entering columns before it reach. In the
 * new coordinates the measurements have entries f, so that c insertions lower the squared residual
 * by {@code f_1² + .. + f_c²}. A leaving column l alone reaches one direction of the larger span;
 * with {@code s_l} its inner product with the measurements and K the Gram matrix of the leaving
 * ones, taking them out adds {@code s'K^-1 s}. Each entering column changes s and K by a rank of
 * one.
 *
 * <p>Cost for c columns each and a support of k: c k² multiplications, c²/2 inner products of
 * columns and {@code c^4/24}; no product with A. Works for the support that the columns had when it
 * was made.
 */
public final class GroupExchanges {

  /** Columns with less than this squared part outside a span count as inside. */
  private static final double INSIDE = 1e-10;

  private final ProjectedColumns columns;
  private final ColumnCache cache;
  private final int[] entering;

  /** Row i of the factor L of {@code A_E'(I - P_S) A_E = L L'}, for the i-th entering column. */
  private final double[][] factor;

  /** {@code A_E'Q}, a row for each entering column. */
  private final double[][] alongSupport;

  /** The directions that leaving columns alone reach, in the coordinates of the support. */
  private final double[][] directions;

  /** The i-th new coordinate of each of these directions, with the opposite sign. */
  private final double[][] newCoordinates;

  private final double[] f;
  private final double[] s;
  private final double[][] gram;

  /**
   * @param columns up to date with its support
   * @param cache of the same matrix
   * @param leaving distinct positions in the factorisation of the support
   * @param entering as many distinct columns outside the support
   */
  public GroupExchanges(
      ProjectedColumns columns, ColumnCache cache, int[] leaving, int[] entering) {
    int count = leaving.length;
    this.columns = columns;
    this.cache = cache;
    this.entering = entering.clone();
    this.factor = new double[count][count];
    this.alongSupport = new double[count][];
    this.directions = new double[count][];
    this.newCoordinates = new double[count][count];
    this.f = new double[count];
    this.s = new double[count];
    this.gram = new double[count][count];
    for (int l = 0; l < count; l++) {
      directions[l] = columns.direction(leaving[l]);
      s[l] = columns.measurementsAlong(directions[l]);
      for (int other = 0; other <= l; other++) {
        gram[l][other] = Vectors.dot(directions[l], directions[other]);
        gram[other][l] = gram[l][other];
      }
    }
  }

  /**
   * The predicted decrease of the squared residual by exchanging 1, 2, .. columns; a new array.
   * Negative where the residual would grow. Ends before the first entering column that depends on
   * the support and those before it. To be called once.
   */
  public double[] gains() {
    double[] gains = new double[entering.length];
    GramCholesky removal = new GramCholesky(entering.length);
    double lowered = 0;
    for (int c = 0; c < entering.length; c++) {
      if (!insert(c) || !removal.factor(0, c + 1, 0, new Leaving())) {
        return Arrays.copyOf(gains, c);
      }
      lowered += f[c] * f[c];
      gains[c] = lowered - removal.squaredProjection();
    }
    return gains;
  }

  /** Adds the coordinate of the next entering column; false if it is inside the span. */
  private boolean insert(int c) {
    alongSupport[c] = columns.alongSupport(entering[c]);
    PackedVector column = cache.column(entering[c]);
    double[] row = factor[c];
    double fresh = columns.outside(entering[c]);
    double correlation = columns.correlation(entering[c]);
    for (int i = 0; i < c; i++) {
      double inner =
          column.dot(cache.column(entering[i])) - Vectors.dot(alongSupport[c], alongSupport[i]);
      row[i] = (inner - Vectors.dot(row, factor[i], i)) / factor[i][i];
      fresh -= row[i] * row[i];
      correlation -= row[i] * f[i];
    }
    if (!(fresh > INSIDE)) {
      return false;
    }
    row[c] = Math.sqrt(fresh);
    f[c] = correlation / row[c];
    extendDirections(c);
    return true;
  }

  private void extendDirections(int c) {
    double[] added = newCoordinates[c];
    for (int l = 0; l < added.length; l++) {
      double along = Vectors.dot(directions[l], alongSupport[c]);
      for (int i = 0; i < c; i++) {
        along -= factor[c][i] * newCoordinates[i][l];
      }
      added[l] = along / factor[c][c];
    }
    Vectors.axpy(-f[c], added, s);
    for (int l = 0; l < added.length; l++) {
      Vectors.axpy(added[l], added, gram[l]);
    }
  }

  /** K and s, for the factorisation. */
  private final class Leaving implements GramCholesky.Source {

    @Override
    public void row(int i, int from, int to, double[] out) {
      System.arraycopy(gram[i], from, out, from, to - from);
    }

    @Override
    public double rightHandSide(int i) {
      return s[i];
    }
  }
}
