package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A run as an observer saw it; exploration vectors are NaN where the solver keeps none. */
public record RecordedRun(
    Solution solution,
    List<Support> supports,
    List<Double> residualNorms,
    List<double[]> explorations) {

  /** The solver, watched. */
  public static RecordedRun of(Solver solver, SparseProblem problem) {
    List<Support> supports = new ArrayList<>();
    List<Double> residualNorms = new ArrayList<>();
    List<double[]> explorations = new ArrayList<>();
    RunObserver record =
        iterate -> {
          supports.add(iterate.support());
          residualNorms.add(iterate.residualNorm());
          explorations.add(
              IntStream.range(0, problem.columns()).mapToDouble(iterate::exploration).toArray());
          return RunObserver.Signal.CONTINUE;
        };
    Solution solution = solver.solve(problem, Run.unlimited().observedBy(record));
    return new RecordedRun(solution, supports, residualNorms, explorations);
  }
}
