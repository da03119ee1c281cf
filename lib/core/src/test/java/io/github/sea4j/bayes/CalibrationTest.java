package io.github.sea4j.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Probabilities mean what they say: of columns said to be true with probability p, a share p is.
 *
 * <p>40 instances of blurred spikes, n = 150, k = 6, 15 dB, seeds 501 to 540, all of noise and
 * amplitudes learned. Given the probabilities, the number of true columns is a sum of independent
 * draws; three standard deviations of it, and 3 % for what is learned, are allowed.
 */
@Tag("slow")
class CalibrationTest {

  private static final int INSTANCES = 40;
  private static final int SPIKES = 6;
  private static final double MODEL = 0.03;

  @Test
  void ofColumnsSaidToBeLikelyAsManyAreTrue() {
    InstanceGenerator blur = Deconvolution.gaussian(150, 3).withSignalToNoise(15);
    PosteriorSampler sampler = new PosteriorSampler().withSweeps(270);
    double[] said = new double[2];
    double[] variance = new double[2];
    int[] columns = new int[2];
    int[] hits = new int[2];
    int inside = 0;
    for (int seed = 501; seed <= 500 + INSTANCES; seed++) {
      Instance instance = blur.instance(SPIKES, seed);
      Posterior found = sampler.solve(instance.problem()).detail(Posterior.class).orElseThrow();
      double[] x = instance.truth().toDense();
      double[] inclusion = found.inclusion();
      for (int j = 0; j < x.length; j++) {
        int half = inclusion[j] >= 0.5 ? 1 : 0;
        said[half] += inclusion[j];
        variance[half] += inclusion[j] * (1 - inclusion[j]);
        columns[half]++;
        hits[half] += x[j] == 0 ? 0 : 1;
      }
      inside += inside(found, x);
    }
    for (int half = 0; half < 2; half++) {
      double allowed = 3 * Math.sqrt(variance[half]) + MODEL * said[half];
      assertEquals(said[half], hits[half], allowed, columns[half] + " columns");
    }
    assertTrue(said[0] > 10, "some columns must be in doubt, or nothing is tested");
    assertEquals(0.95, inside / (double) hits[1], 0.06, "true amplitudes within their intervals");
  }

  /** Of the true columns said to be likely, those whose amplitude is within its interval. */
  private static int inside(Posterior found, double[] x) {
    int inside = 0;
    for (int i = 0; i < found.support().length; i++) {
      int j = found.support()[i];
      Amplitude amplitude = found.amplitudes().get(i);
      boolean likely = found.inclusion()[j] >= 0.5 && x[j] != 0;
      inside += likely && amplitude.low() <= x[j] && x[j] <= amplitude.high() ? 1 : 0;
    }
    return inside;
  }
}
