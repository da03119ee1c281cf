package io.github.sea4j.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.bayes.Posterior;
import io.github.sea4j.bayes.PosteriorSampler;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import org.junit.jupiter.api.Test;

class BestTest {

  private static final Best MISSES = new Best().servingMisses();

  @Test
  void theCriterionIsPartOfTheName() {
    assertEquals("best(misses)", MISSES.name());
    assertEquals(MISSES, Solvers.parse("best(misses)"));
  }

  @Test
  void anExactFitNeedsNoSampling() {
    Instance instance = Deconvolution.gaussian(100, 2).instance(4, 3);
    Solution solution = MISSES.solve(instance.problem());
    assertEquals(Status.EXACT_FIT, solution.status());
    assertEquals(instance.truth().support(), solution.support());
    assertTrue(solution.detail(Posterior.class).isEmpty());
  }

  @Test
  void withNoiseTheLikeliestColumnsAreTheAnswer() {
    Instance instance = Deconvolution.gaussian(100, 3).withSignalToNoise(15).instance(6, 1);
    Solution solution = MISSES.solve(instance.problem());
    Solution sampled = new PosteriorSampler().solve(instance.problem());
    assertEquals(sampled.support(), solution.support());
    assertEquals(100, solution.detail(Posterior.class).orElseThrow().inclusion().length);
    double least = new Best().solve(instance.problem()).residualNorm();
    assertTrue(least <= solution.residualNorm(), "the other criterion has the least residual");
  }
}
