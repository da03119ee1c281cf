package io.github.sea4j.threshold;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import org.jspecify.annotations.Nullable;

/** The loop of IHT and NIHT, {@code x = H_k(x - mu g)}, which differ in the rule for mu. */
final class IterativeThresholding {

  static final SolverOption<Integer> ITERATIONS = SolverOption.count("iterations", 1000, "at most");

  static final SolverOption<Boolean> REFITTED =
      SolverOption.words("coefficients", false)
          .word("refitted", true, "the fit on the support in place of its own coefficients");

  private static final double STANDSTILL = 1e-15;
  private static final double BLOWN_UP = 1e8;

  private final SearchContext context;
  private final StepRule rule;
  private final Settings settings;
  private final ThresholdedIterate x;
  private final @Nullable SettledSupport settled;

  /**
   * @param settings of a solver with the two options
   */
  IterativeThresholding(SearchContext context, StepRule rule, Settings settings) {
    this.context = context;
    this.rule = rule;
    this.settings = settings;
    this.x = ThresholdedIterate.start(context);
    this.settled = SettledSupport.of(context, rule, x);
  }

  /** Iterates until x stands still, its limit is known, or the iterations are spent. */
  Outcome run() {
    double[] gradient = new double[context.columns()];
    double norm = context.measurementNorm();

    while (context.iterations() < settings.get(ITERATIONS)) {
      if (settled != null && settled.isProved()) {
        context.visit(settled.limit());
        return context.answer(x.support(), Status.CONVERGED);
      }
      rule.gradient(x, gradient);
      int[] support = rule.propose(x, gradient);
      double change = x.threshold(rule.proposal(), support);
      x.rememberIfBest();
      if (!context.visit(x)) {
        break;
      }
      if (!(x.value() <= BLOWN_UP * norm)) {
        return end(x.best(), Status.DIVERGED);
      }
      if (x.value() <= STANDSTILL * norm) {
        return end(x.present(), Status.EXACT_FIT);
      }
      if (change <= STANDSTILL * x.norm()) {
        return end(x.present(), Status.CONVERGED);
      }
    }
    return end(x.best(), Status.ITERATION_LIMIT);
  }

  private Outcome end(Fitted iterate, Status status) {
    return settings.get(REFITTED)
        ? context.answer(iterate.support(), status)
        : context.keeping(iterate, status);
  }
}
