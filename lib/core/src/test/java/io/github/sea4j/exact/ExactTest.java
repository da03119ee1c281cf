package io.github.sea4j.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.exact.tree.Proof;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver around branch and bound; what it proves is tested beside {@code BranchAndBound}. */
class ExactTest {

  private static OptimalityProof proof(Solution solution) {
    return solution.detail(OptimalityProof.class).orElseThrow();
  }

  /** Seeds 3801 to 3860, tall, square and wide, failure budget 0. */
  @Test
  void agreesWithExhaustiveSearch() {
    for (long seed = 3801; seed <= 3860; seed++) {
      int n = (int) (9 + seed % 4);
      TestProblem sample = TestProblem.gaussian(n + 2 - (int) (seed % 3) * 2, n, 4, 0.5, seed);
      Solution best = new ExhaustiveSearch().solve(sample.problem());
      Solution found = new Exact().solve(sample.problem());
      assertEquals(
          best.residualNorm(), found.residualNorm(), 1e-9 * Dense.norm(sample.measurements()));
      assertTrue(proof(found).proof() != Proof.NO);
      assertEquals(0, proof(found).gap());
      double squared = found.residualNorm() * found.residualNorm();
      assertEquals(squared / 2, proof(found).upper(), 1e-12 * squared);
    }
  }

  /** Seed 3861: the ridge acts on columns of unit norm, and the coefficients are its own. */
  @Test
  void ridgeOnColumnsOfUnitNorm() {
    TestProblem sample = TestProblem.gaussian(20, 8, 3, 0.3, 3861);
    double ridge = 0.2;
    Solution found = new Exact().withRidge(ridge).solve(sample.problem());
    double[] norms = Dense.columnNorms(sample.matrix());
    double[] x = found.x().toDense();
    double[] residual = Dense.minus(sample.measurements(), Dense.apply(sample.matrix(), x));
    double[] gradient = Dense.applyTranspose(sample.matrix(), residual);
    double penalty = 0;
    for (int j : found.support().toArray()) {
      assertEquals(0, gradient[j] - ridge * norms[j] * norms[j] * x[j], 1e-12);
      penalty += ridge * norms[j] * norms[j] * x[j] * x[j];
    }
    assertEquals(Dense.norm(residual), found.residualNorm(), 1e-12);
    double objective = (Dense.dot(residual, residual) + penalty) / 2;
    assertEquals(objective, proof(found).upper(), 1e-12);
    assertEquals("proved optimal", proof(found).toString());
  }

  /** The least squares fit exactly, the ridge does not: no exact fit, and no tolerance either. */
  @Test
  void anExactFitBeforeTheRidgeIsNoReasonToEnd() {
    SparseProblem problem = TestProblem.gaussian(20, 8, 3, 0, 3862).problem();
    assertEquals(Status.EXACT_FIT, new Exact().solve(problem).status());
    Exact ridge = new Exact().withRidge(0.2);
    assertEquals(Status.COMPLETE, ridge.solve(problem).status());
    SparseProblem wide = TestProblem.gaussian(5, 12, 5, 1, 3865).problem();
    assertEquals(Status.EXACT_FIT, new Exact().solve(wide).status());
    assertEquals(Status.ITERATION_LIMIT, ridge.withNodes(1).solve(wide).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exact",
        "exact(els)",
        "exact(best(rounds=1), ridge=0.01)",
        "exact(gap=0.1, conditional, factor=2, nodes=100)"
      })
  void isSpoken(String text) {
    assertEquals(text, Solvers.parse(text).name());
  }

  /** Seed 3862: more columns than rows, so that coefficients are bounded by assumption. */
  @Test
  void conditionalProofsSaySo() {
    TestProblem sample = TestProblem.gaussian(30, 60, 5, 0.1, 3862);
    OptimalityProof conditional = proof(new Exact().solve(sample.problem()));
    assertEquals(Proof.CONDITIONAL, conditional.proof());
    assertFalse(conditional.isRigorous());
    assertTrue(conditional.toString().startsWith("proved optimal if no coefficient exceeds"));
    OptimalityProof rigorous = proof(new Exact().withRidge(0.05).solve(sample.problem()));
    assertEquals(Proof.RIGOROUS, rigorous.proof());
    assertEquals("proved optimal", rigorous.toString());
  }

  /** Seed 3863: too hard for 50 nodes. */
  @Test
  void limitsLeaveAGap() {
    SparseProblem problem = TestProblem.gaussian(40, 30, 10, 2, 3863).problem();
    Solution limited = new Exact().withNodes(50).solve(problem);
    assertEquals(Status.ITERATION_LIMIT, limited.status());
    assertEquals(Proof.NO, proof(limited).proof());
    double gap = proof(limited).gap();
    assertTrue(gap > 0 && gap < 1);
    assertTrue(proof(limited).toString().startsWith("within "));
    Solution near = new Exact().withGap(gap).solve(problem);
    assertEquals(Status.COMPLETE, near.status());
    assertTrue(proof(near).gap() <= gap);
    assertEquals("not proved", new OptimalityProof(Proof.NO, 1, 0, 1, 3, 1).toString());
    assertEquals("within 3 %", unproved(0.03).toString());
    assertEquals("within 3.1 %", unproved(0.03001).toString());
  }

  private static OptimalityProof unproved(double gap) {
    return new OptimalityProof(Proof.NO, 1, 1 - gap, gap, Double.POSITIVE_INFINITY, 1);
  }

  /** Seed 3864: observers see the gap close, and may stop the search. */
  @Test
  void observersSeeTheGapClose() {
    SparseProblem problem = TestProblem.gaussian(30, 24, 6, 1, 3864).problem();
    List<Double> gaps = new ArrayList<>();
    Run watched =
        Run.unlimited()
            .observedBy(
                now -> {
                  gaps.add(now.detail(OptimalityProof.class).orElseThrow().gap());
                  return RunObserver.Signal.CONTINUE;
                });
    Solution solution = new Exact().solve(problem, watched);
    assertEquals(gaps.size(), solution.iterations());
    assertTrue(gaps.size() > 3, gaps::toString);
    assertEquals(gaps.stream().sorted((a, b) -> Double.compare(b, a)).toList(), gaps);
    assertEquals(0, gaps.get(gaps.size() - 1));
    Run stopped = Run.unlimited().observedBy(now -> RunObserver.Signal.STOP);
    Solution early = new Exact().solve(problem, stopped);
    assertEquals(Status.STOPPED, early.status());
    assertEquals(Proof.NO, proof(early).proof());
  }
}
