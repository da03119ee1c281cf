package io.github.sea4j.threshold;

import io.github.sea4j.fit.LeastSquaresPoint;
import io.github.sea4j.linalg.SymmetricEigenvalues;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.search.SearchContext;
import org.jspecify.annotations.Nullable;

/** The same step in every iteration: IHT and HTP. */
final class FixedStep implements StepRule {

  private final LinearOperator operator;
  private final double mu;
  private final TopK largest;
  private final int[] support;
  private final double[] proposal;
  private @Nullable NearThreshold near;

  FixedStep(SearchContext context, double mu) {
    this.operator = context.operator();
    this.mu = mu;
    this.largest = new TopK(context.columns());
    this.support = TopK.firstIndices(context.sparsity());
    this.proposal = new double[context.columns()];
  }

  /** {@inheritDoc} On large matrices the columns near the threshold alone. */
  @Override
  public void gradient(ThresholdedIterate x, double[] g) {
    if (near == null && x.point() instanceof LeastSquaresPoint point && point.gramIsDear()) {
      near = new NearThreshold(operator, point, mu, support.length);
    }
    if (near == null) {
      x.gradient(g);
    } else {
      near.gradient(x, g);
    }
  }

  @Override
  public int[] propose(ThresholdedIterate x, double[] gradient) {
    x.copyTo(proposal);
    Vectors.axpy(-mu, gradient, proposal);
    largest.select(proposal, support);
    return support.clone();
  }

  @Override
  public double[] proposal() {
    return proposal;
  }

  /**
   * {@inheritDoc} The eigenvalues of {@code I - mu A_S'A_S} must lie in (-1, 1); a bound on them
   * nearly always says that they do.
   */
  @Override
  public double longest(double[][] gram) {
    boolean approaches =
        mu * SymmetricEigenvalues.bound(gram) < 2
            || mu * SymmetricEigenvalues.of(gram).largest() < 2;
    return approaches ? mu : Double.POSITIVE_INFINITY;
  }
}
