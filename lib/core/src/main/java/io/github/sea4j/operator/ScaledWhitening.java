package io.github.sea4j.operator;

import io.github.sea4j.linalg.OrthogonalRows;
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

  @Override
  public OrthogonalRows orthogonalRows() {
    return new ScaledRows(base.orthogonalRows(), factor);
  }

  /** {@code c C}: the same rotation, rows longer by the factor. */
  private record ScaledRows(OrthogonalRows base, double factor) implements OrthogonalRows {

    @Override
    public int columns() {
      return base.columns();
    }

    @Override
    public double[] squares() {
      double[] squares = base.squares();
      Vectors.scale(factor * factor, squares);
      return squares;
    }

    @Override
    public double[] rotated(double[] y) {
      return base.rotated(y);
    }

    @Override
    public void apply(double[][] x, int count, double[][] c) {
      base.apply(x, count, c);
      for (int b = 0; b < count; b++) {
        Vectors.scale(factor, c[b]);
      }
    }

    @Override
    public void addTranspose(double[][] c, int count, double[][] x) {
      double[][] scaled = new double[count][];
      for (int b = 0; b < count; b++) {
        scaled[b] = Vectors.scaled(factor, c[b]);
      }
      base.addTranspose(scaled, count, x);
    }
  }
}
