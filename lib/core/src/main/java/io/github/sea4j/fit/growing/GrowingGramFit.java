package io.github.sea4j.fit.growing;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.SemiNormalFit;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * Least squares on a large support that gains columns, by a growing Cholesky factor of the Gram
 * matrix, corrected from the residual after each column: where columns have few entries, much
 * cheaper than the factor Q of {@link GrowingFit}, which has none that are zero.
 *
 * <p>Columns of which less than 3e-5 lies outside the span of the others count as dependent and get
 * coefficient zero. Moving to a support that lacks a factored column factors anew. Cost of a new
 * column: four passes over the entries of the columns; the gradient is one product with A'.
 */
public final class GrowingGramFit implements Fit {

  private static final int CORRECTIONS = 2;

  private final LinearOperator operator;
  private final double[] measurements;
  private final GramCholesky cholesky;
  private final PackedVector[] columns;
  private final double[][] gram;
  private final double[] right;

  /** The columns factored, in the order in which they came, and their coefficients. */
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
    this.columns = new PackedVector[capacity + 1];
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
    columns[size] = operator.packedColumn(j);
    held[size] = j;
    right[size] = columns[size].dot(measurements);
    double[] row = new double[size + 1];
    for (int i = 0; i < size; i++) {
      row[i] = columns[i].dot(columns[size]);
    }
    row[size] = 1;
    gram[size] = row;
    if (cholesky.factor(size, size + 1, SemiNormalFit.COLLINEAR, new Entries())) {
      size++;
    }
  }

  private void fit() {
    Arrays.fill(x, 0);
    double[] correction = Arrays.copyOf(right, size);
    updateResidual();
    for (int round = 0; round <= CORRECTIONS && size > 0; round++) {
      cholesky.solveGram(correction, size);
      Vectors.axpy(1, correction, x, size);
      updateResidual();
      for (int i = 0; i < size && round < CORRECTIONS; i++) {
        correction[i] = columns[i].dot(residual);
      }
    }
    residualNorm = Vectors.norm(residual);
  }

  private void updateResidual() {
    System.arraycopy(measurements, 0, residual, 0, residual.length);
    for (int i = 0; i < size; i++) {
      columns[i].addTo(-x[i], residual);
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
