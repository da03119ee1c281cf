package io.github.sea4j.fit.iterative;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Least squares on a support with so many columns that neither these nor their Gram matrix should
 * be formed, where products are cheap: conjugate gradients for the normal equations (CGLS; Björck,
 * <i>Numerical Methods for Least Squares Problems</i>, 1996, section 7.4), from the coefficients of
 * the support before.
 *
 * <p>Ends where the gradient on the support is at 1e-12 of the measurements, or after 500 rounds.
 * It converges at a rate of {@code (c - 1) / (c + 1)} for condition number c: fast on the partial
 * orthonormal transforms of compressed sensing. Cost: two products a round.
 */
public final class ConjugateGradientFit implements Fit {

  /** Numbers in the Gram columns of a support that are too many to be held, 400 MB. */
  private static final double MANY = 5e7;

  /** Rounds that a fit is reckoned to take when the ways are compared. */
  private static final int USUAL_ROUNDS = 100;

  private static final int MOST_ROUNDS = 500;
  private static final double SETTLED = 1e-12;

  private final LinearOperator operator;
  private final double[] measurements;
  private final BooleanSupplier hurry;
  private int[] support = {};

  /** Coefficients, n entries. */
  private final double[] x;

  /** {@code y - A x}, and {@code A'(y - A x)}. */
  private final double[] residual;

  private final double[] descent;
  private final double[] direction;
  private final double[] image;

  /** The fit on the empty support; costs one product. */
  public ConjugateGradientFit(
      LinearOperator operator, double[] measurements, BooleanSupplier hurry) {
    this.operator = operator;
    this.measurements = measurements;
    this.hurry = hurry;
    this.x = new double[operator.columns()];
    this.residual = measurements.clone();
    this.descent = new double[operator.columns()];
    this.direction = new double[operator.columns()];
    this.image = new double[operator.rows()];
    operator.applyTranspose(residual, descent);
  }

  /** Whether fits on supports of k columns are better made by products alone. */
  public static boolean pays(LinearOperator operator, int k) {
    double direct = 0.5 * operator.rows() * (double) k * k;
    double iterative = 2.0 * USUAL_ROUNDS * operator.productCost();
    return (double) k * operator.columns() >= MANY && iterative < direct;
  }

  @Override
  public void moveTo(int[] newSupport) {
    for (int j : support) {
      if (Arrays.binarySearch(newSupport, j) < 0) {
        x[j] = 0;
      }
    }
    support = newSupport.clone();
    operator.apply(x, residual);
    for (int i = 0; i < residual.length; i++) {
      residual[i] = measurements[i] - residual[i];
    }
    operator.applyTranspose(residual, descent);
    descend();
  }

  private void descend() {
    double enough = SETTLED * Vectors.norm(measurements);
    Arrays.fill(direction, 0);
    double before = Double.POSITIVE_INFINITY;
    double squared = squaredOnSupport();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (Math.sqrt(squared) <= enough || hurry.getAsBoolean()) {
        return;
      }
      for (int j : support) {
        direction[j] = descent[j] + squared / before * direction[j];
      }
      operator.apply(direction, image);
      double length = Vectors.norm(image);
      if (length == 0) {
        return;
      }
      double step = squared / length / length;
      for (int j : support) {
        x[j] += step * direction[j];
      }
      Vectors.axpy(-step, image, residual);
      operator.applyTranspose(residual, descent);
      before = squared;
      squared = squaredOnSupport();
    }
  }

  private double squaredOnSupport() {
    double sum = 0;
    for (int j : support) {
      sum += descent[j] * descent[j];
    }
    return sum;
  }

  @Override
  public int[] support() {
    return support.clone();
  }

  /** {@code ||A x - y||}. */
  @Override
  public double value() {
    return Vectors.norm(residual);
  }

  @Override
  public double[] coefficients() {
    return Vectors.gather(x, support);
  }

  /** {@inheritDoc} Not known here: dependent columns share what they explain. */
  @Override
  public boolean rankDeficient() {
    return false;
  }

  /** {@inheritDoc} It comes with the fit and costs nothing. */
  @Override
  public void gradient(double[] g) {
    for (int j = 0; j < g.length; j++) {
      g[j] = -descent[j];
    }
    for (int j : support) {
      g[j] = 0;
    }
  }
}
