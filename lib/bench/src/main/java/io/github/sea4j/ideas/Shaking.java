package io.github.sea4j.ideas;

import io.github.sea4j.ideas.StraightThrough.Steps;
import io.github.sea4j.ideas.StraightThrough.Update;
import io.github.sea4j.fit.SupportFit;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * {@code X - g}, and where the best residual has not fallen for some iterations, X of the best
 * iteration with its entries disturbed, or shuffled among all columns.
 *
 * @param patience iterations without a better residual
 * @param strength standard deviation of the disturbance beside the k-th largest entry; 0 to shuffle
 *     the entries instead
 */
record Shaking(int patience, double strength) implements Update {

  private static final long SEED = 7;

  @Override
  public Steps start(UnitNormProblem unit, int iterations) {
    return new Shaken(RandomSource.XO_RO_SHI_RO_128_PP.create(SEED), unit.columns());
  }

  private final class Shaken implements Steps {

    private final UniformRandomProvider random;
    private final SharedStateContinuousSampler gaussian;
    private final double[] bestX;
    private double bestResidual = Double.POSITIVE_INFINITY;
    private double bestBound;
    private int waiting;

    Shaken(UniformRandomProvider random, int n) {
      this.random = random;
      this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
      this.bestX = new double[n];
    }

    @Override
    public void step(double[] x, double[] gradient, int[] support, SupportFit fit) {
      waiting++;
      if (fit.residualNorm() < bestResidual) {
        bestResidual = fit.residualNorm();
        bestBound = Arrays.stream(support).mapToDouble(j -> Math.abs(x[j])).min().orElseThrow();
        System.arraycopy(x, 0, bestX, 0, x.length);
        waiting = 0;
      }
      if (waiting >= patience) {
        shake(x);
        waiting = 0;
      } else {
        Vectors.axpy(-1, gradient, x);
      }
    }

    private void shake(double[] x) {
      int[] from =
          strength == 0
              ? new PermutationSampler(random, x.length, x.length).sample()
              : PermutationSampler.natural(x.length);
      for (int j = 0; j < x.length; j++) {
        x[j] = bestX[from[j]] + strength * bestBound * gaussian.sample();
      }
    }
  }
}
