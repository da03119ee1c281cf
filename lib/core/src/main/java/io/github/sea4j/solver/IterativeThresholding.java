package io.github.sea4j.solver;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.UnitNormProblem;

/** The loop of IHT and NIHT, {@code x = H_k(x - mu g)}, which differ in the rule for mu. */
final class IterativeThresholding {

  private static final double STANDSTILL = 1e-15;
  private static final double BLOWN_UP = 1e8;

  private IterativeThresholding() {}

  /** Iterates from x until it stands still, its limit is known, or the iterations are spent. */
  static Outcome run(
      UnitNormProblem unit, Progress progress, StepRule rule, ThresholdedIterate x, int most) {
    SettledSupport settled = new SettledSupport(unit, progress, rule, x);
    double[] gradient = new double[unit.columns()];
    double norm = Vectors.norm(unit.measurements());

    while (progress.iterations() < most) {
      if (settled.isProved()) {
        progress.visit(x.support(), settled.residualNorm(), settled::coefficients);
        return Outcome.refitted(x.support(), progress.statusOr(Status.CONVERGED));
      }
      x.gradient(gradient);
      int[] support = rule.propose(x, gradient);
      double change = x.threshold(rule.proposal(), support);
      x.rememberIfBest();
      if (!progress.visit(support, x.residualNorm(), x::coefficients)) {
        break;
      }
      if (!(x.residualNorm() <= BLOWN_UP * norm)) {
        return x.best(Status.DIVERGED);
      }
      if (x.residualNorm() <= STANDSTILL * norm) {
        return x.last(Status.EXACT_FIT);
      }
      if (change <= STANDSTILL * x.norm()) {
        return x.last(Status.CONVERGED);
      }
    }
    return x.best(progress.statusOr(Status.ITERATION_LIMIT));
  }
}
