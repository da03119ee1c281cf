package io.github.sea4j.instance;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Labels follow the logistic law of the truth; all else is the other family's. */
class LogisticLabelsTest {

  private static final GaussianMatrix NUMBERS = GaussianMatrix.of(400, 30);
  private static final LogisticLabels LABELS = LogisticLabels.of(NUMBERS);

  private static double[] eta(Instance instance) {
    double[] eta = new double[instance.problem().rows()];
    instance.problem().operator().apply(instance.truth().toDense(), eta);
    return eta;
  }

  @Test
  void matrixAndSupportAreTheFamilysAndTheTruthHasTheLevel() {
    for (double level : new double[] {-5, 0, 10}) {
      Instance drawn = NUMBERS.instance(4, 7);
      Instance labelled = LABELS.withSignalToNoise(level).instance(4, 7);
      assertArrayEquals(
          GeneratorContract.everyColumn(drawn), GeneratorContract.everyColumn(labelled));
      assertEquals(drawn.truth().support(), labelled.truth().support());
      double behind = Vectors.norm(eta(labelled)) / Math.sqrt(400) / (Math.PI / Math.sqrt(3));
      assertEquals(level, 20 * Math.log10(behind), 1e-9);
    }
  }

  /**
   * The sum over rows of {@code (y - p) / sqrt(p (1 - p))} over sqrt(count) is standard normal; 20
   * instances of 400 rows at each of two levels. Beyond 5 with probability 6e-7.
   */
  @Test
  void labelsFollowTheirProbabilities() {
    for (double level : new double[] {-5, 5}) {
      double sum = 0;
      double slope = 0;
      int count = 0;
      for (int seed = 0; seed < 20; seed++) {
        Instance instance = LABELS.withSignalToNoise(level).instance(4, seed);
        double[] y = instance.problem().measurements();
        double[] eta = eta(instance);
        for (int i = 0; i < y.length; i++) {
          assertTrue(y[i] == 0 || y[i] == 1, "label " + y[i]);
          double p = 1 / (1 + Math.exp(-eta[i]));
          double residual = (y[i] - p) / Math.sqrt(p * (1 - p));
          sum += residual;
          slope += residual * Math.signum(eta[i]);
          count++;
        }
      }
      assertTrue(Math.abs(sum) / Math.sqrt(count) < 5, "level " + level + ": " + sum);
      assertTrue(Math.abs(slope) / Math.sqrt(count) < 5, "level " + level + ": " + slope);
    }
  }

  @Test
  void withoutNoiseLabelsAreSigns() {
    Instance instance = LABELS.withSignalToNoise(Double.POSITIVE_INFINITY).instance(4, 3);
    double[] signs = Arrays.stream(eta(instance)).map(v -> v > 0 ? 1 : 0).toArray();
    assertArrayEquals(signs, instance.problem().measurements());
    assertEquals(NUMBERS.instance(4, 3).truth(), instance.truth());
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    assertArrayEquals(
        LABELS.instance(4, 5).problem().measurements(),
        LABELS.instance(4, 5).problem().measurements());
  }

  @Test
  void refusesLevelsThatAreNone() {
    assertRefused("is NaN", () -> LABELS.withSignalToNoise(Double.NaN));
    assertRefused("1.0E9 dB", () -> LABELS.withSignalToNoise(1e9).instance(2, 1));
  }
}
