package io.github.sea4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems whose fit does not exist, or that leave nothing to fit. */
class DegenerateLossTest {

  @Test
  void separatedClassesAreHeldByAStatedRidge() {
    LossTable table = LossTable.logistic(60, 6, 4201);
    double[] y = Arrays.stream(table.a()).mapToDouble(row -> row[2] > 18 ? 1 : 0).toArray();
    for (String text : List.of("omp", "sea(iterations=50)", "els", "htp", "splicing")) {
      Solution solution =
          Solvers.parse(text).solve(new LossTable(table.a(), y, table.loss()).problem(2));
      assertEquals(Status.NO_FINITE_FIT, solution.status(), text);
      assertEquals(NewtonFit.RIDGE, solution.ridge());
      assertFinite(solution, text);
      assertTrue(solution.support().contains(2), text);
      assertTrue(solution.relativeResidual() < 0.1, text);
    }
  }

  /** Neither separated nor with a finite fit: an indicator all of whose ones are in one class. */
  @Test
  void quasiSeparatedClassesToo() {
    LossTable table = LossTable.logistic(80, 4, 4202);
    for (int i = 0; i < 80; i++) {
      table.a()[i][0] = table.y()[i] > 0 && i % 3 == 0 ? 1 : 0;
    }
    Solution solution = Solvers.parse("els").solve(table.problem(2));
    assertTrue(solution.support().contains(0));
    assertEquals(Status.NO_FINITE_FIT, solution.status());
    assertTrue(solution.relativeResidual() > 0.3, "the other rows are not separated");
    assertFinite(solution, "els");
  }

  @Test
  void countsThatAreZeroWhereAnIndicatorIsOne() {
    LossTable table = LossTable.poisson(80, 4, 4203);
    for (int i = 0; i < 80; i++) {
      table.a()[i][3] = i < 30 ? 1 : 0;
      table.y()[i] = i < 30 ? 0 : table.y()[i];
    }
    Solution solution = Solvers.parse("sea(iterations=40)").solve(table.problem(1));
    assertEquals(Status.NO_FINITE_FIT, solution.status());
    assertFinite(solution, "sea");
  }

  @Test
  void oneClassLeavesNothing() {
    LossTable table = LossTable.logistic(30, 4, 4204);
    Arrays.fill(table.y(), 1);
    Solution solution = Solvers.parse("sea").solve(table.problem(2));
    assertEquals(Status.NOTHING_LEFT, solution.status());
    assertFinite(solution, "sea");
    assertTrue(solution.intercept() > 5);
    LossTable constant = LossTable.squares(30, 4, 4205);
    Arrays.fill(constant.y(), 0.1);
    Solution mean = Solvers.parse("els").solve(constant.problem(2));
    assertEquals(Status.NOTHING_LEFT, mean.status());
    assertEquals(0.1, mean.intercept(), 1e-12);
    assertEquals(0, mean.support().size());
  }

  /** Constant columns explain what the intercept does. */
  @Test
  void constantAndRepeatedColumns() {
    LossTable table = LossTable.logistic(60, 5, 4206);
    for (double[] row : table.a()) {
      row[0] = 1e6;
      row[3] = row[1];
    }
    Solution solution = Solvers.parse("omp").solve(table.problem(5));
    assertEquals(Status.NO_COLUMN_LEFT, solution.status());
    assertEquals(3, solution.support().size());
    Solution sea = Solvers.parse("sea(iterations=20)").solve(table.problem(5));
    assertTrue(sea.rankDeficient());
    assertEquals(solution.deviance(), sea.deviance(), 1e-9 * sea.deviance());
  }

  /** 150 small problems of every kind of trouble, seed 4207: finite, and no worse than nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"sea(iterations=15)", "omp", "els", "htp", "splicing", "iht", "ompr"})
  void troubleNeverMakesNaN(String text) {
    Random random = new Random(4207);
    for (int trial = 0; trial < 150; trial++) {
      int m = 1 + random.nextInt(9);
      int n = 1 + random.nextInt(6);
      double[][] a = new double[m][n];
      double[] y = new double[m];
      double[] weights = new double[m];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          a[i][j] = j % 2 == 0 ? random.nextInt(2) : random.nextGaussian() * Math.pow(10, j);
        }
        y[i] = random.nextInt(2) * (trial % 2 == 0 ? 1 : random.nextInt(50));
        weights[i] = i == 0 ? 1 : random.nextInt(3);
      }
      GlmLoss loss = trial % 2 == 0 ? GlmLoss.logistic() : GlmLoss.poisson();
      loss = trial % 3 == 0 ? loss.withWeights(weights) : loss;
      loss = trial % 5 == 0 ? loss.withIntercept(false) : loss;
      int k = 1 + random.nextInt(Math.min(m, n));
      Solution solution = Solvers.parse(text).solve(SparseProblem.of(a, y, k).withLoss(loss));
      assertFinite(solution, text + " in trial " + trial);
      assertTrue(solution.relativeResidual() <= 1 + 1e-9, text + " in trial " + trial);
      assertNotEquals(Status.DIVERGED, solution.status());
    }
  }

  private static void assertFinite(Solution solution, String text) {
    double sum = solution.intercept() + solution.deviance() + solution.relativeResidual();
    for (double value : solution.coefficients()) {
      sum += value;
    }
    assertTrue(Double.isFinite(sum), text);
  }
}
