package io.github.sea4j.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Least squares with 60 decimal digits: normal equations by Gaussian elimination. They square the
 * condition number, which at 1e12 costs 24 of the 60 digits.
 */
public final class PreciseLeastSquares {

  private static final MathContext DIGITS = new MathContext(60);

  private PreciseLeastSquares() {}

  /**
   * {@code min ||A z - y||} for columns and measurements taken as the numbers they are, to 60
   * digits.
   *
   * @param columns the columns of A, each of m entries
   */
  public static double residualNorm(double[][] columns, double[] y) {
    BigDecimal squared = BigDecimal.ZERO;
    for (BigDecimal r : preciseResidual(columns, y)) {
      squared = squared.add(r.multiply(r, DIGITS), DIGITS);
    }
    return squared.sqrt(DIGITS).doubleValue();
  }

  /** The minimiser z, rounded. */
  public static double[] coefficients(double[][] columns, double[] y) {
    return rounded(preciseCoefficients(columns, y));
  }

  /** {@code y - A z}, rounded. */
  public static double[] residual(double[][] columns, double[] y) {
    return rounded(preciseResidual(columns, y));
  }

  private static BigDecimal[] preciseCoefficients(double[][] columns, double[] y) {
    BigDecimal[][] a = precise(columns);
    return solve(gram(a), products(a, precise(y)));
  }

  private static BigDecimal[] preciseResidual(double[][] columns, double[] y) {
    BigDecimal[][] a = precise(columns);
    BigDecimal[] z = preciseCoefficients(columns, y);
    BigDecimal[] residual = precise(y);
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < a.length; j++) {
        residual[i] = residual[i].subtract(a[j][i].multiply(z[j], DIGITS), DIGITS);
      }
    }
    return residual;
  }

  private static double[] rounded(BigDecimal[] v) {
    return Arrays.stream(v).mapToDouble(BigDecimal::doubleValue).toArray();
  }

  private static BigDecimal[][] precise(double[][] columns) {
    return Arrays.stream(columns).map(PreciseLeastSquares::precise).toArray(BigDecimal[][]::new);
  }

  private static BigDecimal[] precise(double[] v) {
    return Arrays.stream(v)
        .mapToObj(entry -> new BigDecimal(entry, DIGITS))
        .toArray(BigDecimal[]::new);
  }

  private static BigDecimal[][] gram(BigDecimal[][] a) {
    BigDecimal[][] gram = new BigDecimal[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = dot(a[i], a[j]);
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  private static BigDecimal[] products(BigDecimal[][] a, BigDecimal[] b) {
    return Arrays.stream(a).map(column -> dot(column, b)).toArray(BigDecimal[]::new);
  }

  private static BigDecimal dot(BigDecimal[] a, BigDecimal[] b) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < a.length; i++) {
      if (a[i].signum() != 0 && b[i].signum() != 0) {
        sum = sum.add(a[i].multiply(b[i], DIGITS), DIGITS);
      }
    }
    return sum;
  }

  /** Elimination without pivoting, which a positive definite matrix does not need. */
  private static BigDecimal[] solve(BigDecimal[][] g, BigDecimal[] b) {
    int k = b.length;
    for (int p = 0; p < k; p++) {
      for (int i = p + 1; i < k; i++) {
        BigDecimal factor = g[i][p].divide(g[p][p], DIGITS);
        for (int j = p; j < k; j++) {
          g[i][j] = g[i][j].subtract(factor.multiply(g[p][j], DIGITS), DIGITS);
        }
        b[i] = b[i].subtract(factor.multiply(b[p], DIGITS), DIGITS);
      }
    }
    BigDecimal[] z = new BigDecimal[k];
    for (int i = k - 1; i >= 0; i--) {
      BigDecimal sum = b[i];
      for (int j = i + 1; j < k; j++) {
        sum = sum.subtract(g[i][j].multiply(z[j], DIGITS), DIGITS);
      }
      z[i] = sum.divide(g[i][i], DIGITS);
    }
    return z;
  }
}
