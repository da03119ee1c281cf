package io.github.sea4j.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.bayes.move.Chance;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Figures of convergence, where they are known. */
class ConvergenceTest {

  @Test
  void distanceIsTheShareThatDiffers() {
    assertEquals(0, Convergence.distance(new double[] {1, 1, 0}, new double[] {1, 1, 0}));
    assertEquals(0.5, Convergence.distance(new double[] {1, 1, 0}, new double[] {1, 0, 1}));
    assertEquals(1, Convergence.distance(new double[] {1, 0, 0}, new double[] {0, 0, 1}));
    assertEquals(0, Convergence.distance(new double[3], new double[3]));
  }

  /** By hand: halves (1, 3), (2, 4), (1, 3), (2, 4): W = 2, means 2, 3, 2, 3, B/h = 1/3. */
  @Test
  void rHatIsTheTextbooks() {
    double[] trace = {1, 3, 2, 4};
    assertEquals(Math.sqrt(0.5 + (1.0 / 3) / 2), Convergence.rHat(trace, trace), 1e-15);
  }

  @Test
  void rHatIsOneForOneLawAndMoreForTwo() {
    Chance chance = new Chance(1);
    double[] first = DoubleStream.generate(chance::gaussian).limit(1000).toArray();
    double[] second = DoubleStream.generate(chance::gaussian).limit(1000).toArray();
    assertEquals(1, Convergence.rHat(first, second), 0.01);
    double[] shifted = DoubleStream.of(second).map(x -> x + 2).toArray();
    assertTrue(Convergence.rHat(first, shifted) > 1.3);
  }

  @Test
  void tracesThatSayNothingGiveOne() {
    assertEquals(1, Convergence.rHat(new double[0], new double[0]));
    assertEquals(1, Convergence.rHat(new double[] {1, 1, 1, 1}, new double[] {1, 1, 1, 1}));
  }
}
