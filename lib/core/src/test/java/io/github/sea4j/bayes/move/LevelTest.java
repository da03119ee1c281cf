package io.github.sea4j.bayes.move;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The density of amplitudes, at any temperature. */
class LevelTest {

  private static final double STEP = 1e-3;

  /** By the trapezium rule, over what the law allows; exact but for the ends of bounds. */
  @Test
  void lawsHaveOneIntegral() {
    SmallProblem problem = SmallProblem.truncatedBlur();
    Neighbourhoods none = new Neighbourhoods(problem.operator(), () -> false);
    List<Cut> cuts =
        List.of(Cut.NONE, new Cut(1, 0, 2.5), new Cut(-1, 0.4, 3), new Cut(0, 0.5, 1.5));
    for (Cut cut : cuts) {
      for (double mean : new double[] {0, 1.2}) {
        for (double share : new double[] {0, 0.3, 1}) {
          Level level = new Level(problem.scale());
          ModelParameters law = new ModelParameters(mean, 0.2, 1);
          level.set(law.broadened(share), cut.broadened(share), 1);
          double integral = 0;
          for (double x = -8; x <= 8; x += STEP) {
            Spikes one = new Spikes(none, new double[problem.operator().columns()], 1, 1);
            one.add(0, x * problem.scale()[0]);
            integral += STEP * Math.exp(level.logLaw(one));
          }
          assertEquals(Math.sqrt(2 * Math.PI), integral, 6 * STEP, cut + " " + mean + " " + share);
        }
      }
    }
  }
}
