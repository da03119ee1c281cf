package io.github.sea4j.instance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same instances, told to be non-negative. */
class NonNegativeTest {

  private static final Deconvolution FREE =
      Deconvolution.gaussian(60, 2).withAmplitudes(Amplitudes.between(1, 2));

  @Test
  void onlyWhatIsToldDiffers() {
    for (int seed = 0; seed < 5; seed++) {
      Instance free = FREE.withSignalToNoise(15).instance(4, seed);
      Instance told = new NonNegative(FREE).withSignalToNoise(15).instance(4, seed);
      assertArrayEquals(free.problem().measurements(), told.problem().measurements());
      assertArrayEquals(free.truth().toDense(), told.truth().toDense());
      assertEquals(free.noiseNorm(), told.noiseNorm());
      for (double value : free.truth().toDense()) {
        assertTrue(value == 0 || (value >= 1 && value <= 2), "amplitude " + value);
      }
    }
  }

  /** Noise of 5 dB makes some coefficients of the free fit negative: in 10 trials at least once. */
  @ParameterizedTest
  @ValueSource(strings = {"omp", "sea(iterations=50)", "els", "htp"})
  void answersAreNonNegativeWhereFreeOnesAreNot(String text) {
    int negative = 0;
    for (int seed = 0; seed < 10; seed++) {
      Instance free = FREE.withSignalToNoise(5).instance(6, seed);
      Instance told = new NonNegative(FREE).withSignalToNoise(5).instance(6, seed);
      Solution without = Solvers.parse(text).solve(free.problem());
      Solution with = Solvers.parse(text).solve(told.problem());
      assertTrue(Arrays.stream(with.coefficients()).allMatch(v -> v >= 0), "seed " + seed);
      negative += Arrays.stream(without.coefficients()).anyMatch(v -> v < 0) ? 1 : 0;
    }
    assertTrue(negative > 0, "the noise is too small to tell");
  }

  @Test
  void negativeTruthsAndBoundsAreRefused() {
    NonNegative signed = new NonNegative(Deconvolution.gaussian(60, 2));
    assertThrows(IllegalArgumentException.class, () -> signed.instance(20, 1));
    assertThrows(IllegalArgumentException.class, () -> Amplitudes.between(0, 1));
    assertThrows(IllegalArgumentException.class, () -> Amplitudes.between(2, 1));
  }
}
