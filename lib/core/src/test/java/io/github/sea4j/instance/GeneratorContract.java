package io.github.sea4j.instance;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseVector;
import org.junit.jupiter.api.Test;

/** What every {@link InstanceGenerator} must satisfy; a test supplies one noiseless family. */
abstract class GeneratorContract {

  static final double NONE = Double.POSITIVE_INFINITY;

  /** A noiseless family of at least 20 rows and 40 columns, amplitudes by default. */
  abstract InstanceGenerator generator();

  @Test
  void measuresTheTruthExactlyWithoutNoise() {
    Instance instance = generator().instance(5, 1);
    assertEquals(0, instance.noiseNorm());
    assertEquals(0, instance.problem().residualNorm(instance.truth()));
    assertEquals(generator().rows(), instance.problem().rows());
    assertEquals(generator().columns(), instance.problem().columns());
    assertEquals(5, instance.problem().sparsity());
  }

  @Test
  void drawsTheAskedNumberOfAmplitudesInTheTwoIntervals() {
    for (int k : new int[] {1, 2, 20}) {
      SparseVector truth = generator().instance(k, 2).truth();
      assertEquals(k, truth.support().size());
      for (double value : truth.values()) {
        assertTrue(Math.abs(value) >= 1 && Math.abs(value) <= 2, "value " + value);
      }
    }
  }

  @Test
  void addsNoiseOfExactlyTheAskedLevel() {
    for (double decibel : new double[] {60, 20, 0, -10}) {
      Instance noisy = generator().withSignalToNoise(decibel).instance(5, 3);
      double[] clean = generator().instance(5, 3).problem().measurements();
      double[] noise = noisy.problem().measurements();
      Vectors.axpy(-1, clean, noise);
      double measured = 20 * Math.log10(Vectors.norm(clean) / noisy.noiseNorm());
      assertEquals(decibel, measured, 1e-12);
      assertEquals(noisy.noiseNorm(), Vectors.norm(noise), 1e-13 * Vectors.norm(clean));
    }
  }

  @Test
  void changesNothingButTheNoiseWithItsLevel() {
    Instance clean = generator().instance(5, 4);
    Instance noisy = generator().withSignalToNoise(10).instance(5, 4);
    Instance noisier = generator().withSignalToNoise(0).instance(5, 4);
    assertEquals(clean.truth(), noisy.truth());
    assertArrayEquals(everyColumn(clean), everyColumn(noisy));
    double[] noise = noisy.problem().measurements();
    double[] moreNoise = noisier.problem().measurements();
    Vectors.axpy(-1, clean.problem().measurements(), noise);
    Vectors.axpy(-1, clean.problem().measurements(), moreNoise);
    Vectors.scale(moreNoise[0] / noise[0], noise);
    assertArrayEquals(moreNoise, noise, 1e-13 * Vectors.norm(clean.problem().measurements()));
  }

  @Test
  void addsASpikeAndMovesNoneWhenTheSparsityGrows() {
    Instance before = generator().instance(5, 5);
    Instance after = generator().instance(6, 5);
    assertArrayEquals(everyColumn(before), everyColumn(after));
    assertEquals(1, after.truth().support().minus(before.truth().support()).size());
    for (int i = 0; i < 5; i++) {
      int j = before.truth().support().get(i);
      assertEquals(before.truth().value(i), after.truth().get(j));
    }
  }

  @Test
  void repeatsItselfBitByBit() {
    Instance first = generator().withSignalToNoise(20).instance(5, 6);
    Instance again = generator().withSignalToNoise(20).instance(5, 6);
    assertEquals(first.truth(), again.truth());
    assertArrayEquals(first.problem().measurements(), again.problem().measurements());
    assertArrayEquals(everyColumn(first), everyColumn(again));
    assertNotEquals(first.truth(), generator().instance(5, 7).truth());
  }

  @Test
  void refusesBadInput() {
    int bound = Math.min(generator().rows(), generator().columns());
    assertRefused("sparsity must be between 1 and", () -> generator().instance(0, 1));
    assertRefused("but is " + (bound + 1), () -> generator().instance(bound + 1, 1));
    assertRefused("is NaN", () -> generator().withSignalToNoise(Double.NaN));
    assertRefused("is -Infinity", () -> generator().withSignalToNoise(-NONE));
  }

  static double[] everyColumn(Instance instance) {
    int m = instance.problem().rows();
    int n = instance.problem().columns();
    double[] all = new double[m * n];
    double[] a = new double[m];
    for (int j = 0; j < n; j++) {
      instance.problem().operator().column(j, a);
      System.arraycopy(a, 0, all, j * m, m);
    }
    return all;
  }
}
