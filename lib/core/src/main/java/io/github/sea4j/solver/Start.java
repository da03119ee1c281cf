package io.github.sea4j.solver;

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
          SparseVector x = unit.toUser(problem.columns(), first, new double[first.length]);
          double norm = problem.measurementNorm();
          return new Solution(
              "first columns", Status.COMPLETE, x, norm, 1, false, 0, 0, 0, Duration.ZERO);
        });
  }

  Solution solve(SparseProblem problem, Progress progress) {
    return source.solve(problem, progress);
  }

  /**
   * The support of the answer in the unit-norm geometry, of the size that is asked for: a start
   * with fewer columns is filled up with the lowest ones.
   */
  int[] support(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    SparseVector x = solve(problem, progress).x();
    int[] columns =
        Arrays.stream(x.support().toArray()).map(unit::unitColumn).filter(j -> j >= 0).toArray();
    return Supports.complete(columns, unit.sparsity());
  }
}
