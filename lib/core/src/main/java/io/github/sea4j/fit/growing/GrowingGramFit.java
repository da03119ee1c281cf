package io.github.sea4j.fit.growing;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.SemiNormalFit;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Least squares on a large support that gains columns, by a growing Cholesky factor of the Gram
 * matrix, corrected from the residual after each column: where columns have few entries, much
 * cheaper than the factor Q of {@link GrowingFit}, which has none that are zero.
 *
 * <p>Columns of which less than 3e-5 lies outside the span of the others count as dependent and get
 * coefficient zero. Moving to a support that lacks a factored column factors anew. Cost of a new
 * column: four passes over the entries of the columns; the gradient is one product with A'.
 */
public class GrowingGramFit implements Fit {

  private static final int CORRECTIONS = 2;

  final LinearOperator operator;
  private final double[] measurements;
  private final GramCholesky cholesky;
  private final @Nullable PackedVector[] columns;
  private final double[][] gram;

  /** For each column factored {@code a_j'y}, in the order in which they came. */
  private final double[] right;

  /** These columns. */
  private final int[] held;

  private final double[] x;
  private int size;
  private int[] support = {};

  /** {@code y - A x}. */
  private final double[] residual;

  private double residualNorm;

  /**
   * A fit on the empty support.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param capacity the largest support that will be asked for
   */
  public GrowingGramFit(LinearOperator operator, double[] measurements, int capacity) {
    this.operator = operator;
    this.measurements = measurements;
    this.cholesky = new GramCholesky(capacity + 1);
    this.columns = new @Nullable PackedVector[capacity + 1];
    this.gram = new double[capacity + 1][];
    this.right = new double[capacity + 1];
    this.held = new int[capacity + 1];
    this.x = new double[capacity + 1];
    this.residual = measurements.clone();
    this.residualNorm = Vectors.norm(residual);
  }

  @Override
  public void moveTo(int[] newSupport) {
    for (int i = 0; i < size; i++) {
      if (Arrays.binarySearch(newSupport, held[i]) < 0) {
        size = 0;
        support = new int[0];
      }
    }
    for (int j : newSupport) {
      if (Arrays.binarySearch(support, j) < 0) {
        append(j);
      }
    }
    support = newSupport.clone();
    fit();
  }

  private void append(int j) {
    columns[size] = null;
    held[size] = j;
    right[size] = correlation(size);
    double[] row = new double[size + 1];
    for (int i = 0; i < size; i++) {
      row[i] = inner(i, size);
    }
    row[size] = 1;
    gram[size] = row;
    if (cholesky.factor(size, size + 1, SemiNormalFit.COLLINEAR, new Entries())) {
      size++;
    }
  }

  /** {@code a_i'y} for the column at a position. */
  double correlation(int i) {
    return column(i).dot(measurements);
  }

  /** {@code a_i'a_l} for the columns at two positions, of which the second is new. */
  double inner(int i, int l) {
    return column(i).dot(column(l));
  }

  /** The column at a position; fetched when it is first asked for. */
  private PackedVector column(int i) {
    PackedVector present = columns[i];
    if (present == null) {
      present = operator.packedColumn(held[i]);
      columns[i] = present;
    }
    return present;
  }

  /** Coefficients, residual and its norm on the columns factored. */
  void fit() {
    Arrays.fill(x, 0);
    double[] correction = Arrays.copyOf(right, size);
    updateResidual();
    for (int round = 0; round <= CORRECTIONS && size > 0; round++) {
      cholesky.solveGram(correction, size);
      Vectors.axpy(1, correction, x, size);
      updateResidual();
      for (int i = 0; i < size && round < CORRECTIONS; i++) {
        correction[i] = column(i).dot(residual);
      }
    }
    residualNorm = Vectors.norm(residual);
  }

  /**
   * Coefficients by the factor alone, and {@code ||r||² = ||y||² - x'A_S'y}: no column is read.
   *
   * @return the smallest squared pivot, the least part of a column outside those before it
   */
  double fitByFactor(double squaredNorm) {
    System.arraycopy(right, 0, x, 0, size);
    cholesky.solveGram(x, size);
    residualNorm = Math.sqrt(Math.max(0, squaredNorm - Vectors.dot(x, right, size)));
    return cholesky.smallestPivot();
  }

  private void updateResidual() {
    System.arraycopy(measurements, 0, residual, 0, residual.length);
    for (int i = 0; i < size; i++) {
      column(i).addTo(-x[i], residual);
    }
  }

  /** The Gram matrix of the columns, of which the lower triangle is kept. */
  private final class Entries implements GramCholesky.Source {

    @Override
    public void row(int i, int from, int to, double[] out) {
      for (int c = from; c < to; c++) {
        out[c] = gram[c][i];
      }
    }
  }

  /** How many columns are factored. */
  final int size() {
    return size;
  }

  /** The column at a position of the factor. */
  final int held(int i) {
    return held[i];
  }

  /** The coefficients of the columns factored, by position; shared. */
  final double[] factored() {
    return x;
  }

  @Override
  public int[] support() {
    return support.clone();
  }

  /** {@code ||A x - y||}. */
  @Override
  public double value() {
    return residualNorm;
  }

  @Override
  public boolean rankDeficient() {
    return size < support.length;
  }

  @Override
  public double[] coefficients() {
    double[] all = new double[support.length];
    for (int i = 0; i < size; i++) {
      all[Arrays.binarySearch(support, held[i])] = x[i];
    }
    return all;
  }

  /** {@inheritDoc} Fitted afresh, with as many corrections as it takes. */
  @Override
  public SupportSolution solution() {
    return SupportSolution.of(operator, measurements, support);
  }

  /** {@inheritDoc} On the support it is not set to zero but computed: zero up to rounding. */
  @Override
  public void gradient(double[] g) {
    operator.applyTranspose(residual, g);
    Vectors.scale(-1, g);
  }
}
