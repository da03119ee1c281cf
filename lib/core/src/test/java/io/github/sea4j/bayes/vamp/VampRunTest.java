package io.github.sea4j.bayes.vamp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.linalg.TopK;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** One run: the linear step against a direct solve, and what a run knows at its end. */
class VampRunTest {

  private static final TestProblem SAMPLE = TestProblem.gaussian(40, 90, 8, 0.05, 81);

  private static final VampStart START = new VampStart(50, 0, 1, 200);

  private static VampProblem problem(TestProblem sample) {
    UnitNormProblem unit = sample.problem().unitNorm();
    return new VampProblem(unit.orthogonalRows(), unit.measurements(), unit.sparsity());
  }

  private static VampRun run(VampProblem problem, VampStart start, boolean learnsNoise) {
    return new VampRun(problem, start, new double[problem.columns], learnsNoise);
  }

  /** {@code (gw A'A + g2 I)^-1 (gw A'y + g2 r2)}, with g2 = n/k at the start. */
  @Test
  void theLinearStepIsThePosteriorMean() {
    VampProblem problem = problem(SAMPLE);
    VampRun run = run(problem, START, false);
    Arrays.setAll(run.message, j -> Math.sin(j));
    double[][] projected = {new double[problem.squares.length]};
    double[][] weights = {new double[problem.squares.length]};
    double[][] x = {run.message.clone()};
    problem.rows.apply(new double[][] {run.message}, 1, projected);
    run.weigh(projected[0], weights[0]);
    problem.rows.addTranspose(weights, 1, x);

    SimpleMatrix a = new SimpleMatrix(Dense.unitColumns(SAMPLE.matrix()));
    double scale = Math.sqrt(8) / Dense.norm(SAMPLE.measurements());
    SimpleMatrix y = new SimpleMatrix(40, 1, true, SAMPLE.measurements()).scale(scale);
    double g2 = 90.0 / 8;
    SimpleMatrix precision =
        a.transpose().mult(a).scale(50).plus(SimpleMatrix.identity(90).scale(g2));
    SimpleMatrix r2 = new SimpleMatrix(90, 1, true, run.message);
    SimpleMatrix expected = precision.solve(a.transpose().mult(y).scale(50).plus(r2.scale(g2)));
    assertArrayEquals(expected.getDDRM().data, x[0], 1e-11);
  }

  /** Seed 82; noise of a tenth of y. */
  @Test
  void aRunLearnsTheNoiseAndIsSureOfTheRightColumns() {
    TestProblem sample = TestProblem.gaussian(80, 120, 8, 0.06, 82);
    VampProblem problem = problem(sample);
    VampRun run = run(problem, START, true);
    VampBlock block = new VampBlock(problem, List.of(run));
    while (!run.hasEnded()) {
      block.advance();
    }
    assertTrue(run.iterations() < START.iterations());
    int[] truth = sample.truth().support().toArray();
    assertArrayEquals(truth, run.support(new TopK(120)));
    double[] probabilities = run.probabilities();
    for (int j = 0; j < 120; j++) {
      double expected = Arrays.binarySearch(truth, j) >= 0 ? 1 : 0;
      assertEquals(expected, probabilities[j], 0.1);
    }
    double[] clean = Dense.apply(sample.matrix(), sample.truth().toDense());
    double noise = Dense.norm(Dense.minus(sample.measurements(), clean));
    double share = noise / Dense.norm(sample.measurements());
    assertEquals(problem.noisePrecision(share), run.noisePrecision(), 0.3 * run.noisePrecision());
  }

  /** The bits of a run do not depend on the runs beside it. */
  @Test
  void aRunIsTheSameAloneAndInABlock() {
    VampProblem problem = problem(SAMPLE);
    List<VampRun> together = new ArrayList<>();
    for (int run = 0; run < 5; run++) {
      together.add(fielded(problem, run));
    }
    VampBlock block = new VampBlock(problem, together);
    VampRun alone = fielded(problem, 3);
    VampBlock single = new VampBlock(problem, List.of(alone));
    for (int t = 0; t < 20; t++) {
      block.advance();
      single.advance();
    }
    assertArrayEquals(alone.estimate, together.get(3).estimate, 0);
    assertArrayEquals(alone.message, together.get(3).message, 0);
  }

  private static VampRun fielded(VampProblem problem, int run) {
    VampStart start = VampStart.of(run, VampStart.LITTLE_NOISE, true, 250);
    return new VampRun(problem, start, start.field(problem.columns, 5, run), true);
  }

  @Test
  void fieldsDependOnSeedAndRunAlone() {
    VampStart start = VampStart.of(4, 1e4, true, 250);
    assertArrayEquals(start.field(50, 1, 4), start.field(50, 1, 4));
    assertTrue(!Arrays.equals(start.field(50, 1, 4), start.field(50, 2, 4)));
    assertTrue(!Arrays.equals(start.field(50, 1, 4), start.field(50, 1, 7)));
    assertArrayEquals(new double[50], VampStart.of(0, 1e4, true, 250).field(50, 1, 0));
    assertArrayEquals(new double[50], VampStart.of(1, 1e4, true, 250).field(50, 1, 1));
  }
}
