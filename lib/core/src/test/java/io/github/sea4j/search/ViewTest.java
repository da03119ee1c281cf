package io.github.sea4j.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What observers see of problems in groups: columns and their coefficients, as users know them. */
class ViewTest {

  private static final int[] GROUPS = {2, 2, 0, 0, 1, 1, 3, 3, 3};

  @ParameterizedTest
  @ValueSource(strings = {"els", "restarts(els)", "best(parts=els sea)", "sea", "omp"})
  void groupsAreSeenByTheirColumns(String text) {
    TestProblem sample = TestProblem.gaussian(20, 9, 3, 0.2, 4711);
    SparseProblem problem = sample.problem().withSparsity(2).withGroups(GROUPS);
    List<Support> seen = new ArrayList<>();
    List<Double> residuals = new ArrayList<>();
    RunObserver observer =
        iterate -> {
          Support support = iterate.support();
          seen.add(support);
          for (int j = 0; j < GROUPS.length; j++) {
            for (int l = 0; l < GROUPS.length; l++) {
              if (GROUPS[j] == GROUPS[l]) {
                assertEquals(support.contains(j), support.contains(l), support.toString());
              }
            }
          }
          SparseVector x = iterate.estimate();
          double[] image = Dense.apply(sample.matrix(), x.toDense());
          double norm = Dense.norm(Dense.minus(sample.measurements(), image));
          residuals.add(norm);
          assertEquals(norm, iterate.residualNorm(), 1e-9 * norm);
          return RunObserver.Signal.CONTINUE;
        };
    Solution solution = Solvers.parse(text).solve(problem, Run.unlimited().observedBy(observer));
    int best = residuals.indexOf(residuals.stream().min(Double::compare).orElseThrow());
    assertEquals(solution.support(), seen.get(best));
  }
}
