package io.github.sea4j.fit;

import io.github.sea4j.operator.LinearOperator;
import java.util.function.BooleanSupplier;

/** The loss {@code ||A x - y||}, which every algorithm of this library can minimise. */
public final class LeastSquares implements Loss {

  /** The only one: it has no options. */
  public static final LeastSquares LOSS = new LeastSquares();

  private LeastSquares() {}

  @Override
  public Fit fit(LinearOperator operator, double[] measurements, int most, BooleanSupplier hurry) {
    return new SupportFit(operator, measurements, most, hurry);
  }

  @Override
  public Fit growingFit(LinearOperator operator, double[] measurements, int most) {
    return SemiNormalFit.isLarge(operator.rows(), most)
        ? new GrowingGramFit(operator, measurements, most)
        : new GrowingFit(operator, measurements, most);
  }

  @Override
  public SparsePoint point(LinearOperator operator, double[] measurements, BooleanSupplier hurry) {
    return new LeastSquaresPoint(operator, measurements, hurry);
  }

  @Override
  public SupportSolution solve(LinearOperator operator, double[] measurements, int[] support) {
    return SupportSolution.of(operator, measurements, support);
  }

  @Override
  public String toString() {
    return "least squares";
  }
}
