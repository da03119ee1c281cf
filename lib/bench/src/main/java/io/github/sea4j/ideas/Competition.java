package io.github.sea4j.ideas;

import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.time.Duration;

/** Supports from several geometries, judged by their least-squares residual in the original one. */
final class Competition {

  private static final double EXACT = 1e-12;

  private final UnitNormProblem unit;
  private Support best = Support.empty();
  private double bestResidual = Double.POSITIVE_INFINITY;
  private long products;

  Competition(SparseProblem problem) {
    this.unit = problem.unitNorm();
  }

  /** Lets an answer compete, and counts what it cost. */
  void enter(Solution solution) {
    products += solution.products();
    double residual = residual(unit, solution.support());
    if (residual < bestResidual) {
      best = solution.support();
      bestResidual = residual;
    }
  }

  Support best() {
    return best;
  }

  /** Whether the best support explains the measurements. */
  boolean isExact() {
    return bestResidual <= EXACT * Vectors.norm(unit.measurements());
  }

  Answer answer() {
    return new Answer(best, products);
  }

  /** {@code ||y - A_S A_S^+ y||}, in the units of the unit-norm problem. */
  static double residual(UnitNormProblem unit, Support support) {
    return SupportSolution.of(unit.operator(), unit.measurements(), support.toArray())
        .residualNorm();
  }

  /** A support with its least-squares fit in a geometry, for a solver that is to start from it. */
  static Solution fitted(SparseProblem problem, Support support) {
    UnitNormProblem unit = problem.unitNorm();
    int[] columns = support.toArray();
    SupportSolution fit = SupportSolution.of(unit.operator(), unit.measurements(), columns);
    double residual = unit.toUser(fit.residualNorm());
    return new Solution(
        "best so far",
        Status.COMPLETE,
        unit.toUser(problem.columns(), columns, fit.coefficients()),
        residual,
        residual / problem.measurementNorm(),
        fit.rankDeficient(),
        0,
        0,
        0,
        Duration.ZERO);
  }
}
