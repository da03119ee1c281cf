package io.github.sea4j.operator.transform;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.CosineSeries;
import java.util.Arrays;
import java.util.Optional;

/**
 * The orthonormal discrete cosine transform of n samples (DCT-II): coefficient i is {@code c_i sum
 * over j of x_j cos(pi (j + 1/2) i / n)} with {@code c_0 = sqrt(1/n)} and {@code c_i = sqrt(2/n)}.
 * By JTransforms, O(n log n).
 *
 * <p>That of an image is {@code KroneckerOperator.of(CosineTransform.of(height),
 * CosineTransform.of(width))}.
 */
public final class CosineTransform extends OrthonormalTransform {

  private final CosineSeries series;

  private CosineTransform(int length) {
    super(length);
    this.series = new CosineSeries(length);
  }

  /**
   * The transform of n samples.
   *
   * @param n at least 1
   */
  public static CosineTransform of(int n) {
    return new CosineTransform(Require.atLeast("n", n, 1));
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    System.arraycopy(x, 0, y, 0, rows());
    if (rows() > 1) {
      series.forward(y);
    }
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    System.arraycopy(y, 0, x, 0, rows());
    if (rows() > 1) {
      series.inverse(x);
    }
  }

  @Override
  public long productCost() {
    return Sizes.transformCost(rows());
  }

  /** {@inheritDoc} As {@code cos² t = (1 + cos 2t) / 2}, by one transform. */
  @Override
  public Optional<double[]> columnEnergies(double[] weights) {
    int n = rows();
    double[] doubled = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      double half = weights[i] * (i == 0 ? 0.5 : 1) / n;
      mean += half;
      // cos(pi (j + 1/2) 2i / n): beyond n the frequency 2n - 2i with the other sign, at n zero.
      if (2 * i < n) {
        doubled[2 * i] += half;
      } else if (2 * i > n) {
        doubled[2 * n - 2 * i] -= half;
      }
    }
    for (int i = 0; i < n; i++) {
      doubled[i] *= Math.sqrt(i == 0 ? n : n / 2.0);
    }
    double[] energies = new double[n];
    applyTranspose(doubled, energies);
    double constant = mean;
    return Optional.of(Arrays.stream(energies).map(energy -> energy + constant).toArray());
  }

  @Override
  public String toString() {
    return "CosineTransform(%d)".formatted(rows());
  }
}
