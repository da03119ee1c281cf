package io.github.sea4j.instance;

import io.github.sea4j.random.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The independent random streams of an instance. One stream for each part: a change of k or of the
 * noise level leaves the numbers of all other parts as they were.
 */
enum RandomStream {
  MATRIX(1),
  SUPPORT(2),
  AMPLITUDES(3),
  NOISE(4);

  /** Part of the derived seed; never changes, whatever the order of the constants. */
  private final long label;

  RandomStream(long label) {
    this.label = label;
  }

  /** The stream of an instance, from its start. */
  UniformRandomProvider of(long seed) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(Seeds.derive(seed, label));
  }
}
