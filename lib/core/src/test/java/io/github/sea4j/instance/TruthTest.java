package io.github.sea4j.instance;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.problem.Support;
import io.github.sea4j.random.Seeds;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The laws of supports and amplitudes. */
class TruthTest {

  /**
   * How often each of the 10 pairs out of 5 is drawn in N = 20,000 seeds from 1: chi-square with 9
   * degrees of freedom exceeds 50.5 with probability 8.7e-8.
   */
  @Test
  void drawsEverySupportEquallyOften() {
    int trials = 20_000;
    int[] counts = new int[25];
    Deconvolution generator = Deconvolution.gaussian(5, 0.5);
    for (int seed = 1; seed <= trials; seed++) {
      Support support = generator.instance(2, seed).truth().support();
      counts[5 * support.get(0) + support.get(1)]++;
    }
    double expected = trials / 10.0;
    double chiSquare =
        Arrays.stream(counts)
            .filter(count -> count > 0)
            .mapToDouble(count -> (count - expected) * (count - expected) / expected)
            .sum();
    assertEquals(10, Arrays.stream(counts).filter(count -> count > 0).count());
    assertTrue(chiSquare < 50.5, "chi-square " + chiSquare);
  }

  /**
   * 20 bins over [-2, -1] u [1, 2], N = 100,000, seed 1: chi-square with 19 degrees of freedom
   * exceeds 69 with probability 1.4e-7.
   */
  @Test
  void drawsAmplitudesUniformlyInTwoIntervals() {
    int trials = 100_000;
    int[] counts = new int[20];
    for (double value : Amplitudes.uniform().sample(RandomStream.AMPLITUDES.of(1), trials)) {
      int bin = Math.min(9, (int) (10 * (Math.abs(value) - 1)));
      counts[value < 0 ? bin : 10 + bin]++;
    }
    double expected = trials / 20.0;
    double chiSquare =
        Arrays.stream(counts)
            .mapToDouble(count -> (count - expected) * (count - expected) / expected)
            .sum();
    assertTrue(chiSquare < 69, "chi-square " + chiSquare);
  }

  @Test
  void offersOtherLaws() {
    Set<Double> signs = new HashSet<>();
    for (double value : Amplitudes.signs().sample(RandomStream.AMPLITUDES.of(1), 100)) {
      signs.add(value);
    }
    assertEquals(Set.of(-1.0, 1.0), signs);
    double[] ones =
        GaussianMatrix.of(9, 9).withAmplitudes(Amplitudes.ones()).instance(4, 1).truth().values();
    assertTrue(Arrays.stream(ones).allMatch(value -> value == 1));
    // Mean square of N = 10,000 Gaussians: standard deviation sqrt(2/N); 5 of them, 6e-7.
    double[] gaussian = Amplitudes.gaussian().sample(RandomStream.AMPLITUDES.of(1), 10_000);
    double meanSquare = Arrays.stream(gaussian).map(v -> v * v).average().orElseThrow();
    assertEquals(1, meanSquare, 5 * Math.sqrt(2e-4));
  }

  @Test
  void refusesEmptyLaws() {
    assertRefused("low must be above 0", () -> new Amplitudes.TwoIntervals(0, 1));
    assertRefused("at least low = 2.0, but is 1.0", () -> new Amplitudes.TwoIntervals(2, 1));
    assertRefused("value must be finite and not 0", () -> new Amplitudes.Equal(0));
  }

  @Test
  void derivesUnrelatedSeeds() {
    Set<Long> seeds = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      seeds.add(Seeds.derive(seed));
      for (long cell = 0; cell < 20; cell++) {
        seeds.add(Seeds.derive(seed, cell));
        for (long trial = 0; trial < 20; trial++) {
          seeds.add(Seeds.derive(seed, cell, trial));
        }
      }
    }
    assertEquals(20 + 400 + 8000, seeds.size());
  }

  /** Half of the 64 bits change on average, whichever bit of the path is flipped; N = 64,000. */
  @Test
  void mixesEveryBitOfThePath() {
    double changed = 0;
    for (int i = 0; i < 1000; i++) {
      for (int bit = 0; bit < 64; bit++) {
        changed += Long.bitCount(Seeds.derive(1, i) ^ Seeds.derive(1, i ^ (1L << bit)));
      }
    }
    // Standard deviation of the mean: 4 / sqrt(64,000) = 0.0158; 5 of them, 6e-7.
    assertEquals(32, changed / 64_000, 0.08);
  }

  @Test
  void aCountBelowZeroIsNamed() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1);
    for (Amplitudes law :
        List.of(
            Amplitudes.uniform(),
            Amplitudes.gaussian(),
            Amplitudes.signs(),
            Amplitudes.ones(),
            Amplitudes.between(1, 2))) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> law.sample(random, -1)).getMessage();
      assertEquals("count must be at least 0, but is -1", message);
    }
  }
}
