package io.github.sea4j.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Standard errors of the coefficients of a fit, given its columns: the roots of the diagonal of
 * {@code phi (D' V D)^-1}, with V the weights times the variance of the model at the fit, phi the
 * residual variance for least squares and 1 for the others (McCullagh and Nelder 1989, section
 * 2.5). They ignore that the columns were searched for.
 */
final class StandardErrors {

  /** A diagonal entry of R below this share of the largest: columns that depend on each other. */
  private static final double DEPENDENT = 1e-10;

  private StandardErrors() {}

  /**
   * One for each coefficient; NaN where there is none: columns that depend on others or stay at a
   * bound, fits that do not exist, no row to spare.
   */
  static double[] of(Training training, SizeFit fit) {
    double[] errors = new double[fit.coefficients().length];
    Arrays.fill(errors, Double.NaN);
    int[] moving =
        IntStream.range(0, errors.length).filter(i -> fit.coefficients()[i] != 0).toArray();
    boolean intercept = training.design().question().intercept();
    int coefficients = moving.length + (intercept ? 1 : 0);
    double free = training.weight() - coefficients;
    if (fit.ridge() > 0 || moving.length == 0 || training.size() <= coefficients) {
      return errors;
    }
    boolean squares = training.design().question().loss() == LossKind.LEAST_SQUARES;
    if (squares && !(free > 0)) {
      return errors;
    }
    double[] norms = new double[moving.length];
    RealMatrix r = triangle(training, fit, moving, norms, intercept);
    double[] rows = inverseRowNorms(r);
    double phi = squares ? fit.deviance() / free : 1;
    for (int i = 0; i < moving.length && rows.length > 0; i++) {
      int exponent = training.exponent(fit.support().get(moving[i]));
      errors[moving[i]] = Math.scalb(Math.sqrt(phi) * rows[i] / norms[i], -exponent);
    }
    return errors;
  }

  private static RealMatrix triangle(
      Training training, SizeFit fit, int[] moving, double[] norms, boolean intercept) {
    int width = moving.length + (intercept ? 1 : 0);
    double[][] d = new double[training.size()][width];
    double[] root = new double[training.size()];
    for (int i = 0; i < root.length; i++) {
      int row = training.row(i);
      double variance = variance(training.design().question().loss(), training.eta(fit, row));
      root[i] = Math.sqrt(training.design().weight(row) * variance);
    }
    for (int a = 0; a < moving.length; a++) {
      double[] column = training.scaled(fit.support().get(moving[a]));
      norms[a] = Math.sqrt(Arrays.stream(column).map(v -> v * v).sum());
      for (int i = 0; i < root.length; i++) {
        d[i][a] = root[i] * column[i] / norms[a];
      }
    }
    for (int i = 0; i < root.length && intercept; i++) {
      d[i][moving.length] = root[i] / Math.sqrt(root.length);
    }
    return new QRDecomposition(new Array2DRowRealMatrix(d, false))
        .getR()
        .getSubMatrix(0, width - 1, 0, width - 1);
  }

  private static double variance(LossKind loss, double eta) {
    return switch (loss) {
      case LEAST_SQUARES -> 1;
      case LOGISTIC -> {
        double small = Math.exp(-Math.abs(eta));
        yield small / ((1 + small) * (1 + small));
      }
      case POISSON -> Math.exp(eta);
    };
  }

  /** Norms of the rows of the inverse of an upper triangle; none if it has no inverse. */
  private static double[] inverseRowNorms(RealMatrix r) {
    int n = r.getRowDimension();
    double largest =
        IntStream.range(0, n).mapToDouble(i -> Math.abs(r.getEntry(i, i))).max().orElse(0);
    double[] squares = new double[n];
    for (int c = 0; c < n; c++) {
      if (!(Math.abs(r.getEntry(c, c)) > DEPENDENT * largest)) {
        return new double[0];
      }
      double[] x = new double[n];
      x[c] = 1;
      for (int i = c; i >= 0; i--) {
        double sum = x[i];
        for (int j = i + 1; j <= c; j++) {
          sum -= r.getEntry(i, j) * x[j];
        }
        x[i] = sum / r.getEntry(i, i);
        squares[i] += x[i] * x[i];
      }
    }
    return Arrays.stream(squares).map(Math::sqrt).toArray();
  }
}
