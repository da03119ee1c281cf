package io.github.sea4j.ideas;

import io.github.sea4j.metric.SupportMetrics;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.util.List;
import java.util.function.Function;

/**
 * Which of the supports that a solver finds over a grid of tau is the answer.
 *
 * @param solver run in the original geometry and in that of each tau
 * @param taus the grid
 * @param criterion what the answer makes largest
 */
record GridChoice(Solver solver, List<Double> taus, Criterion criterion)
    implements Function<Instance, Answer> {

  /** A score of one support. */
  @FunctionalInterface
  interface Criterion {
    double score(Instance instance, UnitNormProblem unit, Support support);
  }

  /** The smallest residual in the original geometry, as the library does it. */
  static double residual(Instance instance, UnitNormProblem unit, Support support) {
    return -Competition.residual(unit, support);
  }

  /** The truth's own word: what the best choice could reach. */
  static double oracle(Instance instance, UnitNormProblem unit, Support support) {
    return -SupportMetrics.supportDistance(instance.truth().support(), support);
  }

  /** The marginal likelihood, noise level known, the variance of the signal from {@code ||y||²}. */
  static double evidence(Instance instance, UnitNormProblem unit, Support support) {
    double[] y = unit.measurements();
    double noise = unit.fromUser(instance.noiseNorm());
    double energy = 0;
    for (double value : y) {
      energy += value * value;
    }
    double variance = (energy - noise * noise) / unit.sparsity();
    return SupportEvidence.logarithm(unit, support, variance, noise * noise / y.length);
  }

  @Override
  public Answer apply(Instance instance) {
    UnitNormProblem unit = instance.problem().unitNorm();
    Solution plain = solver.solve(instance.problem());
    Support best = plain.support();
    double highest = criterion.score(instance, unit, best);
    long products = plain.products();
    for (double tau : taus) {
      Solution there = solver.solve(instance.problem().whitened(tau));
      products += there.products();
      double score = criterion.score(instance, unit, there.support());
      if (score > highest) {
        highest = score;
        best = there.support();
      }
    }
    return new Answer(best, products);
  }
}
