package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.view.CountedOperator;
import io.github.sea4j.operator.view.RememberedGram;
import io.github.sea4j.oracle.DearGramColumns;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gram columns that cost a long product are fetched once that pays, and answers stay the same. */
class GramRentalTest {

  /** A support that stays: k - 1 products, then k Gram columns, then nothing more. */
  @Test
  void spendsAtMostTwiceWhatItMust() {
    TestProblem sample = TestProblem.gaussian(40, 60, 5, 0.1, 1301);
    CountedOperator counted = counted(sample);
    SupportFit fit = new SupportFit(counted, sample.measurements(), 8);
    fit.moveTo(IntStream.range(0, 8).toArray());
    double[] gradient = new double[60];
    long before = counted.products();
    for (int gradients = 1; gradients <= 30; gradients++) {
      fit.gradient(gradient);
      int spent = gradients <= 7 ? gradients : 7 + 8;
      assertEquals(spent, counted.products() - before, "after " + gradients + " gradients");
    }
  }

  /** One new column at a time costs what a product would, so it is fetched at once. */
  @Test
  void oneMissingColumnIsBought() {
    TestProblem sample = TestProblem.gaussian(40, 60, 5, 0.1, 1302);
    CountedOperator counted = counted(sample);
    SupportFit fit = new SupportFit(counted, sample.measurements(), 8);
    double[] gradient = new double[60];
    long before = counted.products();
    for (int size = 1; size <= 8; size++) {
      fit.moveTo(IntStream.range(0, size).toArray());
      fit.gradient(gradient);
      fit.gradient(gradient);
      assertEquals(size, counted.products() - before);
    }
  }

  @Test
  void gramColumnsAreAtHandWhereProductsAreDearAndTheyAreNot() {
    LinearOperator tall = DenseOperator.of(new double[20_000][100]);
    assertFalse(GramRental.isPaid(tall));
    assertTrue(GramRental.isPaid(new RememberedGram(tall)));
    assertFalse(GramRental.isPaid(new RememberedGram(DenseOperator.of(new double[100][100]))));
    double[] kernel = {1, 2, 1};
    assertFalse(GramRental.isPaid(ConvolutionOperator.circular(500, kernel, 1)));
  }

  private static CountedOperator counted(TestProblem sample) {
    LinearOperator unit = DenseOperator.of(Dense.unitColumns(sample.matrix()));
    return new CountedOperator(DearGramColumns.of(unit));
  }

  /**
   * 20 noisy Gaussian problems, seeds 1311 to 1330, failure budget 0: nearest ties are many orders
   * above rounding, so the same supports are visited, and the answers differ by rounding only.
   */
  @ParameterizedTest
  @ValueSource(strings = {"sea", "htp", "iht", "niht", "cosamp", "sp", "ompr", "sea(els)"})
  void answersStayTheSame(String solver) {
    for (int seed = 1311; seed <= 1330; seed++) {
      TestProblem sample = TestProblem.gaussian(40, 80, 6, 0.1, seed);
      LinearOperator operator = DenseOperator.of(Dense.unitColumns(sample.matrix()));
      Solution expected = solve(solver, operator, sample);
      Solution answer = solve(solver, DearGramColumns.of(operator), sample);
      assertEquals(expected.support(), answer.support(), solver + ", seed " + seed);
      assertEquals(expected.iterations(), answer.iterations(), solver + ", seed " + seed);
      double difference = Math.abs(expected.residualNorm() - answer.residualNorm());
      assertTrue(difference <= 1e-12, solver + ", seed " + seed + ": " + difference);
    }
  }

  private static Solution solve(String solver, LinearOperator operator, TestProblem sample) {
    return Solvers.parse(solver).solve(SparseProblem.of(operator, sample.measurements(), 6));
  }
}
