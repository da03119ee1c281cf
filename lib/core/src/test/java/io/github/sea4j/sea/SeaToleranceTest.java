package io.github.sea4j.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import org.junit.jupiter.api.Test;

/** A fit at the level of the noise ends the search, and is not called exact. */
class SeaToleranceTest {

  @Test
  void aFitToTheNoiseIsNotExact() {
    Instance noisy = GaussianMatrix.of(60, 100).withSignalToNoise(20).instance(5, 1);
    double level = noisy.noiseNorm() / noisy.problem().measurementNorm();
    Solution within = new Sea().withTolerance(level).solve(noisy.problem());
    assertEquals(Status.WITHIN_TOLERANCE, within.status());
    assertTrue(within.relativeResidual() <= level, within.toString());
    assertTrue(within.status().isRegular());
    Instance clean = GaussianMatrix.of(60, 100).instance(5, 1);
    assertEquals(Status.EXACT_FIT, new Sea().withTolerance(level).solve(clean.problem()).status());
  }

  @Test
  void oneOfAThingIsNotSeveral() {
    Instance clean = GaussianMatrix.of(20, 10).instance(1, 1);
    String text = new Sea().withIterations(1).solve(clean.problem()).toString();
    assertTrue(
        text.contains(": 1 column, ") && text.contains("after 1 iteration (1 support)"), text);
  }
}
