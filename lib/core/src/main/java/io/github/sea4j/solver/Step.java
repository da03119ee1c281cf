package io.github.sea4j.solver;

import io.github.sea4j.operator.LinearOperator;
import java.util.Locale;

/**
 * The step size mu of a thresholding algorithm, for columns of unit norm.
 *
 * @param value mu itself, or c where the step is {@code c / ||A||_2^2}
 * @param relative whether it is divided by {@code L = ||A||_2^2}
 */
public record Step(double value, boolean relative) {

  /** Checks the value. */
  public Step {
    Require.positive("step", value);
  }

  /** The step mu. */
  public static Step fixed(double mu) {
    return new Step(mu, false);
  }

  /** The step {@code c / ||A||_2^2}; iterative hard thresholding descends for c below 2. */
  public static Step relative(double c) {
    return new Step(c, true);
  }

  /** mu for an operator; meaningless, though finite, where the run must stop meanwhile. */
  double size(LinearOperator operator, Progress progress) {
    if (!relative) {
      return value;
    }
    double norm = operator.norm(progress::mustStop);
    return value / (norm * norm);
  }

  /** As in {@code htp(step=1.8/L)}. */
  @Override
  public String toString() {
    String number =
        value == Math.rint(value) && value < 1e6
            ? String.format(Locale.ROOT, "%.0f", value)
            : Double.toString(value);
    return relative ? number + "/L" : number;
  }
}
