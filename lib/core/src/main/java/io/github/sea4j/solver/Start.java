package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.UnitNormProblem;
import java.time.Duration;
import java.util.Arrays;

/** Where a search begins: another solver's answer, or one that is at hand. */
record Start(String name, Source source) {

  /** How the answer is had, and paid for out of the budget. */
  @FunctionalInterface
  interface Source {
    Solution solve(SparseProblem problem, Progress progress);
  }

  static Start of(Solver solver) {
    return new Start(solver.name(), (problem, progress) -> progress.delegate(solver));
  }

  static Start of(Solution solution) {
    return new Start(
        solution.solver(),
        (problem, progress) -> {
          if (solution.x().length() != problem.columns()) {
            throw new IllegalArgumentException(
                "start: length must be the number of columns %d, but is %d"
                    .formatted(problem.columns(), solution.x().length()));
          }
          return solution;
        });
  }

  /** No search before: the first k columns. */
  static Start ofFirstColumns() {
    return new Start(
        "first columns",
        (problem, progress) -> {
          UnitNormProblem unit = problem.unitNorm();
          int[] first = TopK.firstIndices(unit.sparsity());
          return at(problem, unit, first, new double[first.length], problem.measurementNorm());
        });
  }

  /** A support with its least-squares fit, as an answer to start from. */
  static Solution fitted(SparseProblem problem, UnitNormProblem unit, int[] support) {
    SupportSolution fit = SupportSolution.of(unit.operator(), unit.measurements(), support);
    return at(problem, unit, support, fit.coefficients(), unit.toUser(fit.residualNorm()));
  }

  /** Judges another solver's support by its least-squares fit; whether to go on to the next one. */
  static boolean visit(Solution answer, UnitNormProblem unit, Progress progress) {
    int[] support = columns(answer.x(), unit);
    SupportSolution fit = SupportSolution.of(unit.operator(), unit.measurements(), support);
    return progress.visit(support, fit.residualNorm(), fit::coefficients)
        && !progress.fitsExactly();
  }

  private static Solution at(
      SparseProblem problem,
      UnitNormProblem unit,
      int[] support,
      double[] coefficients,
      double residualNorm) {
    return new Solution(
        "a given support",
        Status.COMPLETE,
        unit.toUser(problem.columns(), support, coefficients),
        residualNorm,
        residualNorm / problem.measurementNorm(),
        false,
        0,
        0,
        0,
        Duration.ZERO);
  }

  Solution solve(SparseProblem problem, Progress progress) {
    return source.solve(problem, progress);
  }

  /**
   * The support of the answer in the unit-norm geometry, of the size that is asked for: a start
   * with fewer columns is filled up with the lowest ones.
   */
  int[] support(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    return Supports.complete(columns(solve(problem, progress).x(), unit), unit.sparsity());
  }

  /** The columns of an answer in the unit-norm geometry, where zero columns have no place. */
  static int[] columns(SparseVector x, UnitNormProblem unit) {
    return Arrays.stream(x.support().toArray()).map(unit::unitColumn).filter(j -> j >= 0).toArray();
  }
}
