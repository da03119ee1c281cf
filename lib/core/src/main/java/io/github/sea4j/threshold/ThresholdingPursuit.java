package io.github.sea4j.threshold;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import java.util.Arrays;

/** The loop of HTP and NHTP, the fit on the support of H_k(x - mu g), until it stays. */
final class ThresholdingPursuit {

  static final SolverOption<Integer> ITERATIONS = SolverOption.count("iterations", 1000, "at most");

  private ThresholdingPursuit() {}

  /** Iterates until the support repeats or the iterations are spent. */
  static Outcome run(SearchContext context, StepRule rule, Settings settings) {
    ThresholdedIterate x = ThresholdedIterate.start(context);
    double[] gradient = new double[context.columns()];
    x.gradient(gradient);
    if (context.isCutShort()) {
      context.visit(rule.propose(x, gradient));
      return context.best(Status.ITERATION_LIMIT);
    }
    Fit fit = context.fit();
    int[] support = {};
    Cycle cycle = new Cycle();

    while (context.iterations() < settings.get(ITERATIONS)) {
      int[] next = rule.propose(x, gradient);
      if (Arrays.equals(next, support)) {
        return context.answer(support, Status.CONVERGED);
      }
      if (context.iterations() > 0 && context.mustStop()) {
        break;
      }
      support = next;
      fit.moveTo(support);
      if (!context.isCutShort()) {
        fit.gradient(gradient);
      }
      x.set(support, fit.coefficients());
      if (!context.visit(fit)) {
        break;
      }
      if (cycle.closedBy(support, fit.value()) > 0) {
        return context.best(Status.CYCLE);
      }
    }
    return context.best(Status.ITERATION_LIMIT);
  }
}
