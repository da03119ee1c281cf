package io.github.sea4j.bayes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes out, how it ends, and odd problems. */
@Tag("slow")
class ChainsTest {

  private static final PosteriorSettings SHORT = PosteriorSettings.DEFAULT.withSweeps(90);

  @Test
  void oneThreadOrMoreGiveTheSameBits() {
    InstanceGenerator blur = Deconvolution.gaussian(300, 3).withSignalToNoise(20);
    assertSame(blur.instance(8, 3), SHORT.withSweeps(180));
    assertSame(blur.instance(60, 3), SHORT.withSweeps(9));
    // So many spikes that levels are divided among threads too.
    assertSame(Deconvolution.gaussian(800, 3).instance(370, 3), SHORT.withSweeps(9));
  }

  private static void assertSame(Instance instance, PosteriorSettings settings) {
    Posterior one = Workers.alone(() -> sample(instance, settings));
    Posterior more = sample(instance, settings);
    assertArrayEquals(one.inclusion(), more.inclusion());
    assertEquals(one.amplitudes(), more.amplitudes());
    assertEquals(one.noise(), more.noise());
  }

  @Test
  void findsBlurredSpikesAndLearnsTheirLaw() {
    Instance instance = Deconvolution.gaussian(300, 3).withSignalToNoise(25).instance(6, 5);
    Posterior found = sample(instance, PosteriorSettings.DEFAULT);
    assertArrayEquals(instance.truth().support().toArray(), found.support());
    assertTrue(found.expectedMisses() < 0.1);
    assertTrue(found.mean() > 1 && found.mean() < 2);
    UnitNormProblem unit = instance.problem().unitNorm();
    double noise = unit.fromUser(instance.noiseNorm()) / Math.sqrt(300);
    assertEquals(1, found.noise() / noise, 0.15);
    assertEquals(6, Arrays.stream(found.inclusion()).sum(), 0.01);
  }

  @Test
  void choosesTheNumber() {
    Instance instance = Deconvolution.gaussian(300, 3).withSignalToNoise(25).instance(6, 5);
    UnitNormProblem unit = instance.problem().withSparsity(20).unitNorm();
    Posterior found = sample(unit, 20, PosteriorSettings.DEFAULT.withSweeps(300).choosingSize());
    assertArrayEquals(instance.truth().support().toArray(), found.support());
    assertEquals(1, Arrays.stream(found.sizes()).sum(), 1e-9);
  }

  @Test
  void withoutNoiseAllStaysFinite() {
    Instance instance = Deconvolution.gaussian(200, 2).instance(5, 2);
    assertFinite(sample(instance, SHORT));
    assertFinite(sample(instance, SHORT.withNoise(0)));
  }

  @Test
  void oddProblemsHaveAnAnswer() {
    double[][] same = {{1, 1, 1}, {0, 0, 0}};
    double[][] identity = {{1, 0}, {0, 1}};
    for (PosteriorSettings settings : new PosteriorSettings[] {SHORT, SHORT.choosingSize()}) {
      assertFinite(sample(same, new double[] {1, 0}, 2, settings));
      assertFinite(sample(same, new double[] {0, 1}, 3, settings));
      assertFinite(sample(identity, new double[] {1, 1}, 2, settings));
      assertFinite(sample(new double[][] {{1}}, new double[] {0.7}, 1, settings));
    }
  }

  @Test
  void endsWhenAskedWithWhatItHas() {
    Instance instance = Deconvolution.gaussian(300, 3).withSignalToNoise(20).instance(8, 3);
    UnitNormProblem unit = instance.problem().unitNorm();
    for (int patience : new int[] {0, 1, 5, 100}) {
      AtomicInteger asked = new AtomicInteger();
      Posterior found =
          Chains.sample(
                  unit.operator(),
                  unit.measurements(),
                  8,
                  PosteriorSettings.DEFAULT.withSweeps(1_000_000),
                  () -> asked.incrementAndGet() > patience,
                  (sweeps, soFar) -> {})
              .posterior();
      assertEquals(8, found.support().length);
      assertFinite(found);
    }
  }

  @Test
  void showsItsSweeps() {
    Instance instance = Deconvolution.gaussian(100, 3).withSignalToNoise(20).instance(4, 3);
    UnitNormProblem unit = instance.problem().unitNorm();
    AtomicInteger last = new AtomicInteger(-1);
    Chains.sample(
        unit.operator(),
        unit.measurements(),
        4,
        SHORT,
        () -> false,
        (sweeps, soFar) -> {
          assertTrue(sweeps > last.getAndSet(sweeps));
          assertEquals(4, soFar.support().length);
        });
    assertEquals(90, last.get());
  }

  private static Posterior sample(Instance instance, PosteriorSettings settings) {
    return sample(instance.problem().unitNorm(), instance.problem().sparsity(), settings);
  }

  private static Posterior sample(UnitNormProblem unit, int k, PosteriorSettings settings) {
    double scale = unit.fromUser(1);
    double[] scales = new double[unit.columns()];
    Arrays.fill(scales, scale);
    return Chains.sample(
            unit.operator(),
            unit.measurements(),
            k,
            settings.withScales(scales),
            () -> false,
            (sweeps, soFar) -> {})
        .posterior();
  }

  private static Posterior sample(
      double[][] matrix, double[] y, int k, PosteriorSettings settings) {
    return Chains.sample(
            DenseOperator.of(matrix), y, k, settings, () -> false, (sweeps, soFar) -> {})
        .posterior();
  }

  private static void assertFinite(Posterior found) {
    for (double p : found.inclusion()) {
      assertTrue(p >= 0 && p <= 1, () -> "inclusion " + p);
    }
    for (Amplitude each : found.amplitudes()) {
      assertTrue(each.low() <= each.high() && Double.isFinite(each.high() - each.low()));
      assertTrue(Double.isFinite(each.mean()));
    }
    assertTrue(Double.isFinite(found.noise() + found.mean() + found.spread()));
    assertTrue(found.chainDistance() >= 0 && found.chainDistance() <= 1);
    assertTrue(Double.isFinite(found.rHat()));
  }
}
