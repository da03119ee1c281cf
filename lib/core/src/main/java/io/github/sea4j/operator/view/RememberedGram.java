package io.github.sea4j.operator.view;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.operator.ForwardingOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.ScaledColumns;
import java.util.Arrays;

/**
 * A view of an operator that computes its Gram matrix {@code A'A} once and keeps it: for many
 * measurements of one matrix that has far more rows than columns.
 *
 * <p>Solvers ask {@link #gramColumnCost} and take Gram columns where they cost little: a gradient
 * is then a sum of some of them in place of a product with the whole matrix. With noise, orthogonal
 * matching pursuit reads the matrix once, not once for each column, and SEA and the LASSO path gain
 * much; thresholding and exchanges gain little. Answers may differ from those without this view in
 * their last digits. A Gram column counts as a product in budgets, here as elsewhere. Intercepts,
 * weights and forced columns change the matrix, and gain nothing.
 *
 * <pre>
 * SparseProblem problem = SparseProblem.of(new RememberedGram(matrix), measurements, k);
 * SparseProblem next = problem.withMeasurements(others);
 * </pre>
 */
public final class RememberedGram extends ForwardingOperator {

  /** Products made together, so that each number of a full matrix is read once for all of them. */
  private static final int AT_ONCE = 16;

  private static final int MOST_COLUMNS = 20_000;

  /** The Gram matrix of the columns divided by powers of two near their norms. */
  private final PackedVector[] gram;

  /** For each column, what it is multiplied with. */
  private final double[] scale;

  /**
   * Computes the Gram matrix: n products with A', and room for n² numbers, or for its non-zeros
   * where they are few.
   *
   * @param base m rows and at most 20,000 columns, whose Gram matrix takes 3.2 GB
   * @throws IllegalArgumentException if there are more columns
   */
  public RememberedGram(LinearOperator base) {
    super(base);
    int n = Require.between("operator: columns", base.columns(), 0, MOST_COLUMNS);
    double[] norms = base.columnNorms();
    double[] down = new double[n];
    this.scale = new double[n];
    for (int j = 0; j < n; j++) {
      // Squares of very large or small norms would leave the range of a double.
      int exponent = norms[j] > 0 ? Math.getExponent(norms[j]) : 0;
      down[j] = Math.scalb(1.0, -exponent);
      scale[j] = Math.scalb(1.0, exponent);
    }
    LinearOperator near = new ScaledColumns(base, down);
    this.gram = new PackedVector[n];
    int most = Math.min(AT_ONCE, n);
    double[][] columns = new double[most][base.rows()];
    for (int from = 0; from < n; from += most) {
      int count = Math.min(most, n - from);
      double[][] products = new double[count][n];
      for (int b = 0; b < count; b++) {
        near.column(from + b, columns[b]);
      }
      near.applyTranspose(columns, products, count);
      for (int b = 0; b < count; b++) {
        gram[from + b] = PackedVector.taking(products[b]);
      }
    }
  }

  private RememberedGram(LinearOperator base, PackedVector[] gram, double[] scale) {
    super(base);
    this.gram = gram;
    this.scale = scale;
  }

  @Override
  public void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    Arrays.fill(out, 0);
    packedGramColumn(j).addTo(1, out);
  }

  @Override
  public PackedVector packedGramColumn(int j) {
    Require.between("j", j, 0, columns() - 1);
    return gram[j].scaled(scale, scale[j]);
  }

  /** {@inheritDoc} Here n, to scale it. */
  @Override
  public long gramColumnCost() {
    return columns();
  }

  /** {@inheritDoc} The Gram matrix is kept for it too, with the products of the factors. */
  @Override
  public LinearOperator scaleColumns(double[] factors) {
    LinearOperator scaled = base.scaleColumns(factors);
    return ScaledColumns.product(factors, scale)
        .<LinearOperator>map(product -> new RememberedGram(scaled, gram, product))
        .orElseGet(() -> new ScaledColumns(this, factors));
  }
}
