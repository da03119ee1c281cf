package io.github.sea4j.operator.view;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.operator.ForwardingOperator;
import io.github.sea4j.operator.LinearOperator;

/**
 * A view of an operator that computes its Gram matrix {@code A'A} once and keeps it: for many
 * measurements of one matrix that has far more rows than columns.
 *
 * <p>Solvers ask {@link #gramColumnCost} and take Gram columns where they cost little: a gradient
 * is then a sum of some of them in place of a product with the whole matrix. Orthogonal matching
 * pursuit with k columns makes one product, not k; SEA and the LASSO path gain as much, exchanges
 * little. Answers may differ from those without this view in the last digits.
 *
 * <pre>
 * SparseProblem problem = SparseProblem.of(new RememberedGram(matrix), measurements, k);
 * SparseProblem next = problem.withMeasurements(others);
 * </pre>
 */
public final class RememberedGram extends ForwardingOperator {

  /** Products made together: enough for a full matrix to be read from memory a few times. */
  private static final int AT_ONCE = 16;

  private static final int MOST_COLUMNS = 20_000;

  private final PackedVector[] gram;

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
    this.gram = new PackedVector[n];
    double[][] columns = new double[AT_ONCE][base.rows()];
    for (int from = 0; from < n; from += AT_ONCE) {
      int count = Math.min(AT_ONCE, n - from);
      double[][] products = new double[count][n];
      for (int b = 0; b < count; b++) {
        base.column(from + b, columns[b]);
      }
      base.applyTranspose(columns, products, count);
      for (int b = 0; b < count; b++) {
        gram[from + b] = PackedVector.taking(products[b]);
      }
    }
  }

  @Override
  public void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    for (int i = 0; i < out.length; i++) {
      out[i] = gram[j].get(i);
    }
  }

  @Override
  public PackedVector packedGramColumn(int j) {
    return gram[Require.between("j", j, 0, columns() - 1)];
  }

  /** {@inheritDoc} Here n, to copy it. */
  @Override
  public long gramColumnCost() {
    return columns();
  }
}
