package io.github.sea4j.operator;

import io.github.sea4j.linalg.Vectors;

/**
 * The whitening of {@code c A} from that of A: {@code (c² A A' + tau² I)^(-1/2) = (A A' + (tau/c)²
 * I)^(-1/2) / c}.
 */
final class ScaledWhitening implements Whitening {

  private final Whitening base;
  private final double factor;

  /**
   * @param factor c, above 0
   */
  ScaledWhitening(Whitening base, double factor) {
    this.base = base;
    this.factor = factor;
  }

  @Override
  public LinearOperator operator(double tau) {
    return base.operator(Whitening.checked(tau) / factor);
  }

  @Override
  public double[] measurements(double[] y, double tau) {
    double[] whitened = base.measurements(y, Whitening.checked(tau) / factor);
    Vectors.scale(1 / factor, whitened);
    return whitened;
  }

  @Override
  public double ridgeResidualNorm(double[] y, double tau) {
    return base.ridgeResidualNorm(y, Whitening.checked(tau) / factor);
  }
}
