package io.github.sea4j.fit;

import io.github.sea4j.fit.growing.GrowingFit;
import io.github.sea4j.fit.growing.GrowingGramFit;
import io.github.sea4j.fit.growing.KnownGramFit;
import io.github.sea4j.fit.iterative.ConjugateGradientFit;
import io.github.sea4j.fit.iterative.ProductPoint;
import io.github.sea4j.operator.LinearOperator;
import java.util.function.BooleanSupplier;

/** The loss {@code ||A x - y||}, which every algorithm of this library can minimise. */
public final class LeastSquares implements Loss {

  /** The only one: it has no options. */
  public static final LeastSquares LOSS = new LeastSquares();

  private LeastSquares() {}

  @Override
  public Fit fit(LinearOperator operator, double[] measurements, int most, BooleanSupplier hurry) {
    return ConjugateGradientFit.pays(operator, most)
        ? new ConjugateGradientFit(operator, measurements, hurry)
        : new SupportFit(operator, measurements, most, hurry);
  }

  @Override
  public Fit growingFit(LinearOperator operator, double[] measurements, int most) {
    if (SemiNormalFit.isLarge(operator.rows(), most)) {
      return new GrowingGramFit(operator, measurements, most);
    }
    return GramRental.isPaid(operator)
        ? new KnownGramFit(operator, measurements, most)
        : new GrowingFit(operator, measurements, most);
  }

  @Override
  public SparsePoint point(LinearOperator operator, double[] measurements, BooleanSupplier hurry) {
    return new LeastSquaresPoint(operator, measurements, hurry);
  }

  /**
   * A point that moves freely among those with at most {@code most} non-zeros, from x = 0; the
   * other arguments are those of {@link #point(LinearOperator, double[], BooleanSupplier)}.
   */
  public SparsePoint point(
      LinearOperator operator, double[] measurements, int most, BooleanSupplier hurry) {
    return ConjugateGradientFit.pays(operator, most)
        ? new ProductPoint(operator, measurements)
        : new LeastSquaresPoint(operator, measurements, hurry);
  }

  @Override
  public SupportSolution solve(LinearOperator operator, double[] measurements, int[] support) {
    if (!ConjugateGradientFit.pays(operator, support.length)) {
      return SupportSolution.of(operator, measurements, support);
    }
    Fit fit = new ConjugateGradientFit(operator, measurements, () -> false);
    fit.moveTo(support);
    return fit.solution();
  }

  @Override
  public String toString() {
    return "least squares";
  }
}
