package io.github.sea4j.operator.combine;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.List;

/**
 * A weighted sum of operators of one shape, {@code w_1 A_1 + w_2 A_2 + ...}: a view that forms no
 * matrix. A product costs one with each of them; they are added in their order.
 */
public final class SumOperator implements LinearOperator {

  private final double[] weights;
  private final List<LinearOperator> terms;

  private SumOperator(double[] weights, List<LinearOperator> terms) {
    this.weights = weights;
    this.terms = terms;
  }

  /** {@code A_1 + A_2 + ...}, at least one. */
  public static SumOperator of(LinearOperator... terms) {
    return of(Vectors.ones(terms.length), terms);
  }

  /**
   * {@code w_1 A_1 + w_2 A_2 + ...}.
   *
   * @param weights one finite number for each operator; copied
   * @param terms at least one, all of one shape
   * @throws IllegalArgumentException naming what does not fit
   */
  public static SumOperator of(double[] weights, LinearOperator... terms) {
    if (terms.length == 0 || weights.length != terms.length) {
      throw new IllegalArgumentException(
          "weights: there must be one for each of at least one operator, but there are %d for %d"
              .formatted(weights.length, terms.length));
    }
    Require.finite("weights", weights);
    for (LinearOperator term : terms) {
      if (term.rows() != terms[0].rows() || term.columns() != terms[0].columns()) {
        throw new IllegalArgumentException(
            "terms must all be %d x %d like the first, but one is %d x %d"
                .formatted(terms[0].rows(), terms[0].columns(), term.rows(), term.columns()));
      }
    }
    return new SumOperator(weights.clone(), List.of(terms));
  }

  @Override
  public int rows() {
    return terms.get(0).rows();
  }

  @Override
  public int columns() {
    return terms.get(0).columns();
  }

  @Override
  public long productCost() {
    return terms.stream().mapToLong(LinearOperator::productCost).sum();
  }

  /** What one of the operators writes. */
  private interface Part {
    void write(LinearOperator term, double[] out);
  }

  private void sum(Part part, double[] out, int length) {
    double[] term = new double[length];
    Arrays.fill(out, 0, length, 0);
    for (int i = 0; i < weights.length; i++) {
      part.write(terms.get(i), term);
      Vectors.axpy(weights[i], term, out, length);
    }
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    sum((term, out) -> term.apply(x, out), y, rows());
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    sum((term, out) -> term.applyTranspose(y, out), x, columns());
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    sum((term, part) -> term.column(j, part), out, rows());
  }

  @Override
  public String toString() {
    return "sum of " + terms;
  }
}
