package io.github.sea4j.lasso;

import io.github.sea4j.linalg.TopK;
import io.github.sea4j.problem.UnitNormProblem;

/** The homotopy and the k largest coefficients of its active set. */
final class LargestActive implements CutPath {

  private final LassoHomotopy homotopy;
  private final ActiveColumns active;
  private final TopK largest;
  private final double[] x;
  private final int sparsity;

  LargestActive(UnitNormProblem unit, LassoHomotopy homotopy) {
    this.homotopy = homotopy;
    this.active = homotopy.active();
    this.largest = new TopK(unit.columns());
    this.x = new double[unit.columns()];
    this.sparsity = unit.sparsity();
  }

  @Override
  public boolean step() {
    return homotopy.step();
  }

  /** {@inheritDoc} Knots are minimisers by construction. */
  @Override
  public boolean isCertified() {
    return true;
  }

  @Override
  public int[] largest(int[] guess) {
    if (active.size() <= sparsity) {
      return active.sorted();
    }
    active.copyTo(x);
    for (int i = 0; i < active.size(); i++) {
      // An active column with coefficient zero still comes before one that is not active.
      int j = active.column(i);
      x[j] = x[j] == 0 ? Double.MIN_VALUE : x[j];
    }
    int[] support = guess.length == sparsity ? guess.clone() : TopK.firstIndices(sparsity);
    largest.select(x, support);
    return support;
  }
}
