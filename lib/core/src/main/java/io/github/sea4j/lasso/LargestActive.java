package io.github.sea4j.lasso;

import io.github.sea4j.linalg.TopK;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;

/** The homotopy and the k largest coefficients of its active set. */
final class LargestActive implements CutPath {

  private final LassoHomotopy homotopy;
  private final ActiveColumns active;
  private final int sparsity;

  LargestActive(UnitNormProblem unit, LassoHomotopy homotopy) {
    this.homotopy = homotopy;
    this.active = homotopy.active();
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
  public int active() {
    return active.size();
  }

  @Override
  public double leastResidual() {
    return homotopy.leastResidual();
  }

  @Override
  public int[] largest(int[] guess) {
    if (active.size() <= sparsity) {
      return active.sorted();
    }
    int[] columns = active.sorted();
    double[] x = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      x[Arrays.binarySearch(columns, active.column(i))] = active.coefficient(i);
    }
    int[] positions = TopK.firstIndices(sparsity);
    new TopK(x.length).select(x, positions);
    return Arrays.stream(positions).map(i -> columns[i]).toArray();
  }
}
