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
import java.util.Objects;
import java.util.Random;
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

  /** Classes that a column separates have none: a ridge, or an answer out where doubles end. */
  @ParameterizedTest
  @ValueSource(doubles = {300, 3000})
  void thereIsNoneForSeparatedClasses(double size) {
    for (int seed = 0; seed < 20; seed++) {
      SparseProblem problem = draw(size, true, seed).problem(1).withForced(Support.of(0));
      Solution solution = Solvers.parse("omp").solve(problem);
      assertTrue(solution.ridge() > 0 || solution.deviance() < 1e-12, solution::toString);
    }
  }
}
