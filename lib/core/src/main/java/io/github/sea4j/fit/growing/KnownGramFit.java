package io.github.sea4j.fit.growing;

import io.github.sea4j.fit.GramGradient;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;

/**
 * The same where a Gram column costs far less than a product: inner products are entries of Gram
 * columns, {@code ||r||² = ||y||² - x'A_S'y}, and the gradient is a sum of Gram columns. As long as
 * that is accurate, A is read once, for {@code A'y}.
 *
 * <p>Where it is not, because little of y is left or the columns nearly depend on each other,
 * columns are fetched, and the coefficients corrected by the residual. Cost of a new column: n and
 * |S|² multiplications, and six passes over the entries of the columns where they are fetched; the
 * gradient n |S|, or a product.
 */
public final class KnownGramFit extends GrowingGramFit {

  /** Multiplications of a product from which on there is something to gain. */
  private static final long DEAR = 2_000_000;

  /** How much less a Gram column must cost. */
  private static final int CHEAPER = 8;

  /** Above this share of the measurements the norm of the residual has 12 digits. */
  private static final double LARGE_RESIDUAL = 1e-2;

  /** Squared pivots above this leave some 12 digits of the coefficients. */
  private static final double INDEPENDENT = 1e-3;

  private final double norm;
  private final GramGradient byGram;
  private final PackedVector[] gramColumns;
  private boolean isIndependent = true;
  private boolean isMeasured;

  /**
   * A fit on the empty support; costs one product. The arguments are those of {@link
   * GrowingGramFit}.
   */
  public KnownGramFit(LinearOperator operator, double[] measurements, int capacity) {
    super(operator, measurements, capacity);
    this.norm = Vectors.norm(measurements);
    this.byGram = new GramGradient(operator, measurements);
    this.gramColumns = new PackedVector[capacity + 1];
  }

  /** Whether products with this matrix cost much, and its Gram columns little. */
  public static boolean pays(LinearOperator operator) {
    long product = operator.productCost();
    return product >= DEAR && operator.gramColumnCost() <= product / CHEAPER;
  }

  @Override
  double correlation(int i) {
    gramColumns[i] = operator.packedGramColumn(held(i));
    return byGram.correlation(held(i));
  }

  @Override
  double inner(int i, int l) {
    return gramColumns[i].get(held(l));
  }

  @Override
  void fit() {
    isIndependent = fitByFactor(norm * norm) >= INDEPENDENT;
    isMeasured = !(isIndependent && value() >= LARGE_RESIDUAL * norm && sumsAreAccurate());
    if (isMeasured) {
      super.fit();
    }
  }

  private boolean sumsAreAccurate() {
    return GramGradient.isAccurate(factored(), size(), value());
  }

  /** {@inheritDoc} Afresh where columns nearly depend on each other: else nothing can be better. */
  @Override
  public SupportSolution solution() {
    return isIndependent
        ? new SupportSolution(coefficients(), value(), rankDeficient())
        : super.solution();
  }

  @Override
  public void gradient(double[] g) {
    if (sumsAreAccurate()) {
      byGram.evaluate(factored(), gramColumns, size(), g);
    } else {
      super.gradient(g);
    }
  }
}
