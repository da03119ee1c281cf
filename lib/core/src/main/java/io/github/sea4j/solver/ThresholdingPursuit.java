package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportFit;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;

/** The loop of HTP and NHTP, least squares on the support of H_k(x - mu g), until it stays. */
final class ThresholdingPursuit {

  private ThresholdingPursuit() {}

  /** Iterates from x until the support repeats or the iterations are spent. */
  static Outcome run(
      UnitNormProblem unit, Progress progress, StepRule rule, ThresholdedIterate x, int most) {
    double[] gradient = new double[unit.columns()];
    x.gradient(gradient);
    SupportFit fit =
        new SupportFit(unit.operator(), unit.measurements(), unit.sparsity(), progress::mustStop);
    int[] support = {};
    Cycle cycle = new Cycle();

    while (progress.iterations() < most) {
      int[] next = rule.propose(x, gradient);
      if (Arrays.equals(next, support)) {
        return Outcome.refitted(support, Status.CONVERGED);
      }
      if (progress.iterations() > 0 && progress.mustStop()) {
        break;
      }
      support = next;
      fit.moveTo(support);
      fit.gradient(gradient);
      x.set(support, fit.coefficients());
      if (!progress.visit(support, fit.residualNorm(), fit::coefficients)) {
        break;
      }
      if (cycle.closedBy(support, fit.residualNorm()) > 0) {
        return Outcome.refitted(progress.bestSupport(), Status.CYCLE);
      }
    }
    return Outcome.refitted(progress.bestSupport(), progress.statusOr(Status.ITERATION_LIMIT));
  }
}
