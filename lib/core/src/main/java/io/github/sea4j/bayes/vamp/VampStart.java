package io.github.sea4j.bayes.vamp;

import io.github.sea4j.random.Seeds;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * What tells one run from another: a first guess of the noise, and a random field on the log-odds
 * of the columns, which dies away.
 *
 * @param precision 1 / sigma² at the start, where {@code ||y||² = k}
 * @param strength standard deviation F of the field at the start; 0 for none
 * @param decay factor d of the field in each iteration
 * @param iterations the most that the run makes
 */
record VampStart(double precision, double strength, double decay, int iterations) {

  /** Little noise, 35 dB at k/m = .3: where there is none, learning it costs no success. */
  static final double LITTLE_NOISE = 1e4;

  /** Much noise, 15 dB: from below 10 dB on a run that begins with little does not get there. */
  private static final double MUCH_NOISE = 1e2;

  /** A field, and the share of the plain run's iterations that is enough with it. */
  private record Field(double strength, double decay, double share) {}

  private static final List<Field> FIELDS =
      List.of(new Field(2, 0.97, 0.6), new Field(4, 0.98, 0.88), new Field(3, 0.97, 0.8));

  /**
   * The start of a run: the first has no field, the second begins with much noise where the noise
   * is to be learned, and the others have fields in turn.
   *
   * @param run number of the run, from 0
   * @param precision of the noise: as given, or {@link #LITTLE_NOISE}
   * @param learnsNoise whether it is to be learned
   * @param iterations of a run without a field
   */
  static VampStart of(int run, double precision, boolean learnsNoise, int iterations) {
    if (run == 0) {
      return new VampStart(precision, 0, 1, iterations);
    }
    if (run == 1 && learnsNoise) {
      return new VampStart(MUCH_NOISE, 0, 1, iterations);
    }
    Field field = FIELDS.get((run - 1) % FIELDS.size());
    int enough = (int) Math.ceil(field.share * iterations);
    return new VampStart(precision, field.strength, field.decay, enough);
  }

  /** The field of a run over n columns; it depends on the seed and the run alone. */
  double[] field(int n, int seed, int run) {
    double[] field = new double[n];
    if (strength > 0) {
      SharedStateContinuousSampler gaussian =
          ZigguratSampler.NormalizedGaussian.of(
              RandomSource.XO_RO_SHI_RO_128_PP.create(Seeds.derive(seed, run)));
      for (int j = 0; j < n; j++) {
        field[j] = strength * gaussian.sample();
      }
    }
    return field;
  }
}
