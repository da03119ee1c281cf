package io.github.sea4j.loss;

import org.jspecify.annotations.Nullable;

/**
 * The losses of generalised linear models with their canonical links: deviance, its slope and its
 * curvature at a linear predictor eta.
 */
enum Family {
  /** {@code (y - eta)²}. */
  LEAST_SQUARES("least squares") {
    @Override
    double evaluate(double[] y, double[] eta, double[] s, double[] slope, double[] curvature) {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        double r = s[i] * (eta[i] - y[i]);
        slope[i] = r;
        curvature[i] = s[i] == 0 ? 0 : 1;
        sum += r * r;
      }
      return sum;
    }

    @Override
    @Nullable String complaint(double y) {
      return null;
    }

    @Override
    double unexplained(double y) {
      return Double.NaN;
    }
  },

  /** {@code 2 log(1 + exp(-eta))} for y = 1, {@code 2 log(1 + exp(eta))} for y = 0. */
  LOGISTIC("logistic") {
    @Override
    double evaluate(double[] y, double[] eta, double[] s, double[] slope, double[] curvature) {
      double sum = 0;
      double product = 1;
      for (int i = 0; i < y.length; i++) {
        double margin = y[i] > 0 ? eta[i] : -eta[i];
        double small = Math.exp(-Math.abs(margin));
        double share = 1 / (1 + small);
        double less = small * share;
        // Both halves without cancellation, however far out the margin is.
        double miss = margin > 0 ? less : share;
        double weight = s[i] * s[i];
        slope[i] = y[i] > 0 ? -s[i] * miss : s[i] * miss;
        curvature[i] = s[i] == 0 ? 0 : less * share;
        sum += margin < 0 ? -weight * margin : 0;
        // One logarithm for many rows: they would be most of the time.
        if (small < SMALL) {
          sum += weight * small * (1 - small / 2);
        } else if (weight == 1) {
          product *= 1 + small;
        } else {
          sum += weight * Math.log1p(small);
        }
        if (product > LARGE) {
          sum += Math.log(product);
          product = 1;
        }
      }
      sum += Math.log(product);
      return 2 * sum;
    }

    @Override
    @Nullable String complaint(double y) {
      return y == 0 || y == 1 ? null : "must be 0 or 1";
    }

    @Override
    double unexplained(double y) {
      return y > 0 ? 1 : -1;
    }
  },

  /** {@code 2 (y log(y / mu) - y + mu)} with {@code mu = exp(eta)}. */
  POISSON("Poisson") {
    @Override
    double evaluate(double[] y, double[] eta, double[] s, double[] slope, double[] curvature) {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        double mu = Math.exp(eta[i]);
        double excess = eta[i] - Math.log(y[i]);
        double loss = y[i] > 0 ? y[i] * (Math.expm1(excess) - excess) : mu;
        slope[i] = s[i] == 0 ? 0 : s[i] * (mu - y[i]);
        curvature[i] = s[i] == 0 ? 0 : mu;
        sum += s[i] == 0 ? 0 : s[i] * s[i] * Math.max(loss, 0);
      }
      return 2 * sum;
    }

    @Override
    @Nullable String complaint(double y) {
      return y >= 0 ? null : "must be a count, at least 0";
    }

    @Override
    double unexplained(double y) {
      return y > 0 ? Double.NaN : -1;
    }
  };

  /** Below this log(1 + x) is x (1 - x / 2), but for x²/3 of itself: less than 4e-13. */
  private static final double SMALL = 1e-6;

  private static final double LARGE = 1e10;

  private final String text;

  Family(String text) {
    this.text = text;
  }

  /**
   * The deviance {@code sum s_i² d(y_i, eta_i)}; infinite where it overflows.
   *
   * @param s square roots of the sample weights
   * @param slope {@code s_i (mu_i - y_i)}, overwritten
   * @param curvature {@code d mu_i / d eta_i}, zero where the weight is, overwritten
   */
  abstract double evaluate(
      double[] y, double[] eta, double[] s, double[] slope, double[] curvature);

  /** What is wrong with a measurement; null where nothing is. */
  abstract @Nullable String complaint(double y);

  /**
   * In which direction the loss of a row falls for ever: the sign of eta, or NaN where it has its
   * minimum at a finite eta.
   */
  abstract double unexplained(double y);

  @Override
  public String toString() {
    return text;
  }
}
