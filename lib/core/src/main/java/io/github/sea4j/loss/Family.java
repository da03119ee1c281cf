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
      for (int i = 0; i < y.length; i++) {
        double margin = y[i] > 0 ? eta[i] : -eta[i];
        double small = Math.exp(-Math.abs(margin));
        double less = small / (1 + small);
        // Both halves without cancellation, however far out the margin is.
        double miss = margin > 0 ? less : 1 / (1 + small);
        double loss = Math.log1p(small) + Math.max(-margin, 0);
        slope[i] = y[i] > 0 ? -s[i] * miss : s[i] * miss;
        curvature[i] = s[i] == 0 ? 0 : less / (1 + small);
        sum += s[i] * s[i] * loss;
      }
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
