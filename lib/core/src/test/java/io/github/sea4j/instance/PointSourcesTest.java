package io.github.sea4j.instance;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.image.KroneckerOperator;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Solution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PointSourcesTest extends GeneratorContract {

  @Override
  PointSources generator() {
    return PointSources.gaussian(9, 12, 1.5);
  }

  @Nested
  class Truncated extends GeneratorContract {

    @Override
    PointSources generator() {
      return PointSources.gaussian(9, 12, 1.5).truncated();
    }
  }

  @Nested
  class OwnKernel extends GeneratorContract {

    @Override
    PointSources generator() {
      return PointSources.of(9, 12, new double[][] {{0.3, 1, 0.4}, {0, 0.5, 0.1}}, 0, 1)
          .truncated();
    }
  }

  /** An image of one row is a signal: the same truth, the same measurements. */
  @Test
  void anImageOfOneRowIsASignal() {
    double[] kernel = GaussianKernel.of(2);
    Instance signal = Deconvolution.gaussian(60, 2).instance(5, 3);
    Instance image =
        PointSources.of(1, 60, new double[][] {kernel}, 0, kernel.length / 2).instance(5, 3);
    assertEquals(signal.truth(), image.truth());
    assertArrayEquals(signal.problem().measurements(), image.problem().measurements(), 1e-14);
    LinearOperator one = DenseOperator.of(new double[][] {{1}});
    LinearOperator rows = KroneckerOperator.of(one, signal.problem().operator());
    double[] y = new double[60];
    rows.apply(image.truth().toDense(), y);
    assertArrayEquals(signal.problem().measurements(), y);
  }

  /** Sources that do not overlap are found where they are, in row-major order. */
  @Test
  void findsSourcesOfAnImage() {
    double[][] image = new double[20][30];
    double[] line = GaussianKernel.of(1);
    int centre = line.length / 2;
    for (int r = 0; r < 20; r++) {
      for (int c = 0; c < 30; c++) {
        double first = Math.exp(-((r - 5) * (r - 5) + (c - 7) * (c - 7)) / 2.0);
        double second = Math.exp(-((r - 14) * (r - 14) + (c - 20) * (c - 20)) / 2.0);
        image[r][c] = 2 * first - second;
      }
    }
    PointSources field = PointSources.gaussian(20, 30, 1).truncated();
    Solution found = new Omp().solve(field.problem(image, 2));
    assertArrayEquals(new int[] {5 * 30 + 7, 14 * 30 + 20}, found.support().toArray());
    assertArrayEquals(new double[] {2, -1}, found.coefficients(), 1e-12);
    assertEquals(1, line[centre]);
  }

  /** 30 sources in 64 x 64 pixels, blurred by .7: SEA finds them all; seeds 1 to 3. */
  @Test
  void aFieldIsFoundAgain() {
    for (int seed = 1; seed <= 3; seed++) {
      Instance instance = PointSources.gaussian(64, 64, 0.7).instance(30, seed);
      Solution found = new Sea().solve(instance.problem());
      assertEquals(instance.truth().support(), found.support(), "seed " + seed);
    }
  }

  @Test
  void namesWhatIsWrong() {
    assertRefused("n must be", () -> PointSources.gaussian(0, 5, 1));
    assertRefused("standardDeviation", () -> PointSources.gaussian(5, 5, 0));
    assertRefused(
        "image must have 5 rows of 6",
        () -> PointSources.gaussian(5, 6, 1).problem(new double[5][5], 1));
    double[][] zero = {{0, 0}};
    assertRefused("column 0 is zero", () -> PointSources.of(5, 5, zero, 0, 0));
  }
}
