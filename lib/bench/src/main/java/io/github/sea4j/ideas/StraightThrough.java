package io.github.sea4j.ideas;

import io.github.sea4j.fit.SupportFit;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.CountedOperator;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.time.Duration;

/**
 * SEA from X = 0 with another update of X in place of {@code X - eta g}.
 *
 * <p>A solver, so that it can be whitened. Honours no limit and no observer of a run.
 *
 * @param name how tables call it
 * @param iterations T
 * @param update the change of X
 */
record StraightThrough(String name, int iterations, Update update) implements Solver {

  private static final double EXACT = 1e-12;

  /** A rule for the change of X; immutable. */
  @FunctionalInterface
  interface Update {

    /** The rule at the beginning of a run of so many iterations. */
    Steps start(UnitNormProblem unit, int iterations);
  }

  /** The rule at work in one run, with what it remembers. */
  @FunctionalInterface
  interface Steps {

    /**
     * Changes X.
     *
     * @param x X_t, changed in place
     * @param gradient {@code A'(A x_t - y)}, zero on the support; read only
     * @param support the k largest entries of X, sorted; read only
     * @param fit x_t and its residual; read only
     */
    void step(double[] x, double[] gradient, int[] support, SupportFit fit);
  }

  @Override
  public Solution solve(SparseProblem problem, Run run) {
    CountedOperator counted = new CountedOperator(problem.unitNorm().operator());
    UnitNormProblem unit = problem.unitNorm().through(counted);
    int[] best = search(unit);
    SupportSolution fit = SupportSolution.of(unit.operator(), unit.measurements(), best);
    return new Solution(
        name,
        Status.ITERATION_LIMIT,
        unit.toUser(problem.columns(), best, fit.coefficients()),
        unit.toUser(fit.residualNorm()),
        fit.residualNorm() / Vectors.norm(unit.measurements()),
        fit.rankDeficient(),
        iterations,
        0,
        counted.products(),
        Duration.ZERO);
  }

  private int[] search(UnitNormProblem unit) {
    Steps steps = update.start(unit, iterations);
    double[] x = new double[unit.columns()];
    double[] gradient = new double[unit.columns()];
    int[] support = TopK.firstIndices(unit.sparsity());
    TopK largest = new TopK(unit.columns());
    SupportFit fit = new SupportFit(unit.operator(), unit.measurements(), unit.sparsity());
    double exact = EXACT * Vectors.norm(unit.measurements());
    double bestResidual = Double.POSITIVE_INFINITY;
    int[] best = support;
    for (int t = 0; t < iterations && bestResidual > exact; t++) {
      if (largest.select(x, support) || t == 0) {
        fit.moveTo(support);
        fit.gradient(gradient);
      }
      if (fit.residualNorm() < bestResidual) {
        bestResidual = fit.residualNorm();
        best = support.clone();
      }
      steps.step(x, gradient, support, fit);
    }
    return best;
  }
}
