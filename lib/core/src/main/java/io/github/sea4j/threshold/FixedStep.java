package io.github.sea4j.threshold;

import io.github.sea4j.linalg.SymmetricEigenvalues;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.search.SearchContext;

/** The same step in every iteration: IHT and HTP. */
final class FixedStep implements StepRule {

  private final double mu;
  private final TopK largest;
  private final int[] support;
  private final double[] proposal;

  FixedStep(SearchContext context, double mu) {
    this.mu = mu;
    this.largest = new TopK(context.columns());
    this.support = TopK.firstIndices(context.sparsity());
    this.proposal = new double[context.columns()];
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

  /** {@inheritDoc} The eigenvalues of {@code I - mu A_S'A_S} must lie in (-1, 1). */
  @Override
  public double longest(SymmetricEigenvalues gram) {
    return mu * gram.largest() < 2 ? mu : Double.POSITIVE_INFINITY;
  }
}
