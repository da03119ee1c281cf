package io.github.sea4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offsets of labels that differ by hundreds and thousands, where there is a finite fit. */
class WideOffsetsTest {

  private static final int ROWS = 60;

  private static LossTable draw(double size, boolean separated, long seed) {
    Random random = new Random(seed);
    double[][] a = new double[ROWS][6];
    double[] y = new double[ROWS];
    double[] offset = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      Arrays.setAll(a[i], j -> random.nextGaussian());
      offset[i] = (random.nextBoolean() ? size : -size) * random.nextDouble();
      double eta = offset[i] + 0.3 * size * (a[i][0] - a[i][1]);
      double wrong = random.nextDouble() < 0.1 ? 1 : 0;
      y[i] = separated ? (a[i][0] > 0 ? 1 : 0) : eta > 0 ? 1 - wrong : wrong;
    }
    return new LossTable(a, y, GlmLoss.logistic().withOffset(offset));
  }

  @ParameterizedTest
  @ValueSource(doubles = {300, 1000, 3000})
  void theFitIsFound(double size) {
    for (int seed = 0; seed < 20; seed++) {
      LossTable table = draw(size, false, seed);
      for (boolean bounded : new boolean[] {false, true}) {
        SparseProblem problem = table.problem(2);
        Solution solution =
            Solvers.parse("omp").solve(bounded ? problem.withNonNegative() : problem);
        String text = "seed " + seed + ": " + solution;
        assertEquals(0, solution.ridge(), text);
        assertTrue(solution.status() != Status.NO_FINITE_FIT, text);
        double[] eta = table.eta(solution);
        double[] offset = Objects.requireNonNull(table.loss().offset());
        Arrays.setAll(eta, i -> eta[i] + offset[i]);
        double[] gradient = table.relativeGradient(eta, Vectors.ones(ROWS));
        assertEquals(0, gradient[6], 1e-6, text);
        for (int j : solution.support().toArray()) {
          if (solution.x().get(j) != 0) {
            assertEquals(0, gradient[j], 1e-6, text);
          }
        }
      }
    }
  }

  /** Classes that a column separates have none, whatever the offsets: a ridge, and it says so. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 100, 300, 1000, 3000})
  void thereIsNoneForSeparatedClasses(double size) {
    for (int seed = 0; seed < 40; seed++) {
      SparseProblem problem = draw(size, true, seed).problem(1);
      Solution solution = Solvers.parse("omp").solve(problem);
      assertTrue(solution.ridge() > 0, solution::toString);
      assertEquals(Status.NO_FINITE_FIT, solution.status(), solution::toString);
      Solution forced = Solvers.parse("omp").solve(problem.withForced(Support.of(0)));
      assertTrue(forced.ridge() > 0, forced::toString);
      assertEquals(Status.NOTHING_LEFT, forced.status(), forced::toString);
    }
  }

  /** Offsets that explain every label leave nothing to explain, and need no ridge. */
  @Test
  void offsetsThatExplainEverythingAreAFiniteFit() {
    for (int seed = 0; seed < 20; seed++) {
      LossTable drawn = draw(1, false, seed);
      double[] offset = new double[ROWS];
      Arrays.setAll(offset, i -> drawn.y()[i] > 0 ? 2000 : -2000);
      SparseProblem problem = drawn.with(drawn.loss().withOffset(offset)).problem(2);
      for (SparseProblem each : List.of(problem, problem.withForced(Support.of(3)))) {
        Solution solution = Solvers.parse("omp").solve(each);
        assertEquals(0, solution.ridge(), solution::toString);
        assertEquals(Status.NOTHING_LEFT, solution.status(), solution::toString);
      }
    }
  }
}
