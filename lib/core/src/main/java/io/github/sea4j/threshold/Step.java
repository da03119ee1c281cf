package io.github.sea4j.threshold;

import io.github.sea4j.check.Require;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.option.OptionType;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The step size mu of a thresholding algorithm, for columns of unit norm.
 *
 * @param value mu itself, or c where the step is {@code c / ||A||_2^2}
 * @param relative whether it is divided by {@code L = ||A||_2^2}
 */
public record Step(double value, boolean relative) {

  /** A number, or one over L as in {@code 1.8/L}. */
  static final OptionType<Step> TYPE =
      new OptionType<>(
          "a number > 0, or one over L = ||A||^2 as in 1.8/L",
          step -> true,
          Step::read,
          Step::toString);

  private static @Nullable Step read(String text) {
    boolean relative = text.matches("(?s).*/\\s*[lL]");
    String number = relative ? text.substring(0, text.lastIndexOf('/')).strip() : text;
    Double value = OptionType.decimal(number);
    return value == null || !(value > 0) ? null : new Step(value, relative);
  }

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
  double size(LinearOperator operator, BooleanSupplier mustStop) {
    if (!relative) {
      return value;
    }
    double norm = operator.norm(mustStop);
    return value / (norm * norm);
  }

  /** As in {@code htp(step=1.8/L)}. */
  @Override
  public String toString() {
    return OptionType.text(value) + (relative ? "/L" : "");
  }
}
