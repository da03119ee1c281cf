package io.github.sea4j.search;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.Fitted;
import io.github.sea4j.fit.Loss;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.loss.GlmFit;
import io.github.sea4j.loss.GlmModel;
import io.github.sea4j.loss.GlmPoint;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.UserModel;

/**
 * The coefficients of an answer with those of the baseline, in columns of unit norm.
 *
 * @param baseline coefficients of the baseline's directions; empty for least squares, where they
 *     follow from the others
 * @param always coefficients of columns that are always in
 * @param ridge that was needed, 0 for none
 */
record FittedModel(SupportSolution fit, double[] baseline, double[] always, double ridge) {

  private static final double[] NONE = {};

  /** What a search hands back: its own coefficients, or the fit on its support. */
  static FittedModel of(SearchContext context, Outcome outcome) {
    Fitted own = outcome.own();
    boolean fitted = own instanceof Fit;
    if (own == null || context.groups() != null || (fitted && context.loss() instanceof GlmModel)) {
      return afresh(context, outcome.support());
    }
    if (own instanceof Fit fit) {
      return new FittedModel(fit.solution(), NONE, NONE, 0);
    }
    boolean deficient = context.solve(outcome.support()).rankDeficient();
    if (context.loss() instanceof GlmModel && context.point() instanceof GlmPoint point) {
      // The value is that beside this baseline: on the way there it may have been another one.
      point.set(own.support(), own.coefficients());
      SupportSolution kept = new SupportSolution(own.coefficients(), point.value(), deficient);
      return new FittedModel(kept, point.baseline(), NONE, point.ridge());
    }
    SupportSolution kept = new SupportSolution(own.coefficients(), own.value(), deficient);
    return new FittedModel(kept, NONE, NONE, 0);
  }

  /** The fit on a support, made afresh. */
  static FittedModel afresh(SearchContext context, int[] support) {
    int[] columns = columns(context, support);
    Loss loss = context.groups() == null ? context.loss() : context.groups().inner();
    if (loss instanceof GlmModel model) {
      GlmFit fit = model.confirmed(context.operator(), context.measurements(), columns);
      return new FittedModel(fit.solution(), fit.baseline(), fit.always(), fit.ridge());
    }
    SupportSolution fit = loss.solve(context.operator(), context.measurements(), columns);
    return new FittedModel(fit, NONE, NONE, 0);
  }

  private static int[] columns(SearchContext context, int[] support) {
    return context.groups() == null ? support : context.groups().members(support);
  }

  UserModel inUserUnits(SearchContext context, int[] support) {
    SparseVector chosen =
        context
            .unit()
            .toUser(context.problem().columns(), columns(context, support), fit.coefficients());
    return context.unit().complete(chosen, baseline, always);
  }
}
