package io.github.sea4j.solver;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A user's operator that answers NaN or infinity in the middle of a run: every solver refuses it,
 * naming the operator, the product and the value; no solver returns an answer made from it.
 */
@Tag("slow")
class FaultyOperatorTest {

  private static final double[] VALUES = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  /** Of a solve that takes milliseconds. */
  private static final Duration BUDGET = Duration.ofSeconds(20);

  static Stream<SolverCatalog.Named> solvers() {
    return SolverCatalog.small();
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void isRefusedByName(SolverCatalog.Named named) {
    TestProblem sample = TestProblem.gaussian(9, 12, 3, 0.3, 81);
    List<String> met = new ArrayList<>();
    for (FaultyOperator.Answer answer : FaultyOperator.Answer.values()) {
      for (double value : VALUES) {
        for (int call : new int[] {1, 2, 5, 17}) {
          FaultyOperator operator = new FaultyOperator(sample.matrix(), answer, value);
          SparseProblem problem = SparseProblem.of(operator, sample.measurements(), 3);
          operator.failFrom(call);
          String where = "%s from call %d of %s".formatted(value, call, answer);
          met.add(assertTimeoutPreemptively(BUDGET, () -> solve(named, problem, operator), where));
        }
      }
    }
    assertTrue(met.contains("refused"), "the fault was never met");
  }

  private static String solve(
      SolverCatalog.Named named, SparseProblem problem, FaultyOperator operator) {
    Solution solution;
    try {
      solution = named.solver().solve(problem);
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      assertTrue(message.startsWith("operator: ") && message.contains("must be finite"), message);
      assertTrue(message.contains("NaN") || message.contains("Infinity"), message);
      assertTrue(operator.hasFailed(), message);
      return "refused";
    }
    assertTrue(!operator.hasFailed(), () -> "an answer from what is no number: " + solution);
    return "answered";
  }

  /** A column that is no number when the problem is made never gets as far as a solver. */
  @Test
  void columnsAreCheckedWhenTheProblemIsMade() {
    TestProblem sample = TestProblem.gaussian(9, 12, 3, 0.3, 82);
    for (double value : VALUES) {
      FaultyOperator operator =
          new FaultyOperator(sample.matrix(), FaultyOperator.Answer.COLUMN, value);
      operator.failFrom(5);
      assertRefused(
          "operator: column 4 must have a finite norm",
          () -> SparseProblem.of(operator, sample.measurements(), 3));
    }
  }

  /** A fault that a run does not meet changes nothing. */
  @Test
  void unmetFaultsChangeNothing() {
    TestProblem sample = TestProblem.gaussian(9, 12, 3, 0.3, 83);
    FaultyOperator operator =
        new FaultyOperator(sample.matrix(), FaultyOperator.Answer.APPLY, Double.NaN);
    SparseProblem problem = SparseProblem.of(operator, sample.measurements(), 3);
    operator.failFrom(1);
    assertEquals(new Omp().solve(sample.problem()).support(), new Omp().solve(problem).support());
  }
}
