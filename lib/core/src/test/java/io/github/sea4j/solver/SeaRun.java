package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A run of SEA as an observer saw it. */
record SeaRun(Solution solution, List<Support> supports, List<double[]> explorations) {

  static SeaRun of(Sea sea, SparseProblem problem) {
    List<Support> supports = new ArrayList<>();
    List<double[]> explorations = new ArrayList<>();
    Observer record =
        iterate -> {
          supports.add(iterate.support());
          explorations.add(
              IntStream.range(0, problem.columns()).mapToDouble(iterate::exploration).toArray());
          return Observer.Signal.CONTINUE;
        };
    Solution solution = sea.solve(problem, Run.unlimited().observedBy(record));
    return new SeaRun(solution, supports, explorations);
  }
}
