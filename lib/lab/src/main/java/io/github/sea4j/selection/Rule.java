package io.github.sea4j.selection;

import java.util.function.ToDoubleFunction;

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

  /** The size that the rule takes. */
  int choose(SelectionResult result) {
    return switch (this) {
      case ONE_STANDARD_ERROR -> result.crossValidation().withinOneStandardError();
      case CROSS_VALIDATION -> result.crossValidation().best();
      case BIC -> least(result, Criteria::bic);
      case EBIC -> least(result, Criteria::ebic);
      case GIC -> least(result, Criteria::gic);
      case AIC -> least(result, Criteria::aic);
    };
  }

  private static int least(SelectionResult result, ToDoubleFunction<Criteria> criterion) {
    PathStep best = result.path().get(0);
    for (PathStep step : result.path()) {
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
