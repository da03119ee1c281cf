package io.github.sea4j.oracle;

import java.util.Arrays;

/** Unpenalised logistic and Poisson fits by re-weighted least squares, each by Householder QR. */
public final class Irls {

  private Irls() {}

  /**
   * The deviance of the fit with intercept on a support; finite fits only.
   *
   * @param poisson for the Poisson loss in place of the logistic one
   */
  public static double deviance(double[][] a, double[] y, int[] support, boolean poisson) {
    double[][] z = new double[y.length][support.length + 1];
    double[] eta = new double[y.length];
    double mean = Arrays.stream(y).average().orElseThrow();
    Arrays.fill(eta, poisson ? Math.log(mean) : Math.log(mean / (1 - mean)));
    double deviance = deviance(y, eta, poisson);
    for (int step = 0; step < 100; step++) {
      double[] response = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        double mu = mean(eta[i], poisson);
        double root = Math.sqrt(Math.max(poisson ? mu : mu * (1 - mu), 1e-14));
        z[i][support.length] = root;
        for (int j = 0; j < support.length; j++) {
          z[i][j] = root * a[i][support[j]];
        }
        response[i] = root * eta[i] + (y[i] - mu) / root;
      }
      int[] all = new int[support.length + 1];
      Arrays.setAll(all, i -> i);
      double[] beta = Dense.leastSquares(z, all, response);
      for (int i = 0; i < y.length; i++) {
        eta[i] = beta[support.length];
        for (int j = 0; j < support.length; j++) {
          eta[i] += a[i][support[j]] * beta[j];
        }
      }
      double before = deviance;
      deviance = deviance(y, eta, poisson);
      if (Math.abs(before - deviance) <= 1e-13 * before) {
        return deviance;
      }
    }
    throw new IllegalStateException("no fit on " + Arrays.toString(support));
  }

  private static double mean(double eta, boolean poisson) {
    return poisson ? Math.exp(eta) : 1 / (1 + Math.exp(-eta));
  }

  private static double deviance(double[] y, double[] eta, boolean poisson) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      if (poisson) {
        double mu = Math.exp(eta[i]);
        sum += (y[i] > 0 ? y[i] * Math.log(y[i] / mu) : 0) - y[i] + mu;
      } else {
        sum += Math.log1p(Math.exp(y[i] > 0 ? -eta[i] : eta[i]));
      }
    }
    return 2 * sum;
  }
}
