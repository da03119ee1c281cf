package io.github.sea4j.selection;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How the size is chosen. */
public enum Rule {
  /** The smallest size within one standard error of the least cross-validated deviance. */
  ONE_STANDARD_ERROR("one standard error"),
  /** The least cross-validated deviance. */
  CROSS_VALIDATION("cross-validation"),
  /** The least {@link Criteria#bic}. */
  BIC("BIC"),
  /** The least {@link Criteria#ebic}. */
  EBIC("EBIC"),
  /** The least {@link Criteria#gic}. */
  GIC("GIC"),
  /** The least {@link Criteria#aic}. */
  AIC("AIC");

  private final String text;

  Rule(String text) {
    this.text = text;
  }

  /**
   * The rule of this name.
   *
   * @throws IllegalArgumentException that lists the names
   */
  public static Rule of(String name) {
    return Arrays.stream(values())
        .filter(rule -> rule.text.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "rule must be one of %s, but is '%s'"
                        .formatted(
                            Arrays.stream(values())
                                .map(Rule::toString)
                                .collect(Collectors.joining(", ")),
                            name)));
  }

  /** Whether the rule looks at rows held out; the others look at the path alone. */
  public boolean needsFolds() {
    return this == ONE_STANDARD_ERROR || this == CROSS_VALIDATION;
  }

  /** The size that the rule takes. */
  int choose(SelectionResult result) {
    return switch (this) {
      case ONE_STANDARD_ERROR -> result.crossValidation().withinOneStandardError();
      case CROSS_VALIDATION -> result.crossValidation().best();
      case BIC, EBIC, GIC, AIC -> choose(result.path());
    };
  }

  /**
   * The size that a rule takes which looks at the path alone.
   *
   * @param path as {@link Selection#path} gives it
   * @throws IllegalArgumentException if the rule needs folds
   */
  public int choose(List<PathStep> path) {
    return switch (this) {
      case BIC -> least(path, Criteria::bic);
      case EBIC -> least(path, Criteria::ebic);
      case GIC -> least(path, Criteria::gic);
      case AIC -> least(path, Criteria::aic);
      case ONE_STANDARD_ERROR, CROSS_VALIDATION ->
          throw new IllegalArgumentException(
              "rule must be one that needs no folds, but is " + this);
    };
  }

  private static int least(List<PathStep> path, ToDoubleFunction<Criteria> criterion) {
    PathStep best = path.get(0);
    for (PathStep step : path) {
      if (criterion.applyAsDouble(step.criteria()) < criterion.applyAsDouble(best.criteria())) {
        best = step;
      }
    }
    return best.k();
  }

  @Override
  public String toString() {
    return text;
  }
}
