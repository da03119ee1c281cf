package io.github.sea4j.operator.transform;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.LinearOperatorContract;
import io.github.sea4j.operator.SelectedRows;
import io.github.sea4j.operator.image.KroneckerOperator;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Transforms against the vectors of their bases. */
class TransformsTest extends LinearOperatorContract {

  @Override
  protected Stream<Example> examples() {
    Stream<Example> cosines = IntStream.of(1, 2, 7, 8, 12).mapToObj(TransformsTest::cosines);
    Stream<Example> fourier =
        Stream.of(new int[][] {{1, 1}, {1, 2}, {1, 7}, {1, 8}, {3, 5}, {4, 6}, {6, 1}, {5, 4}})
            .map(side -> fourier(side[0], side[1]));
    return Stream.of(
            cosines,
            fourier,
            Stream.of(haar(), daubechies()),
            Stream.of(some(cosines(9)), some(fourier(4, 4)), some(fourier(1, 9))))
        .flatMap(each -> each);
  }

  private static Example cosines(int n) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = Math.sqrt((i == 0 ? 1.0 : 2.0) / n) * Math.cos(Math.PI * (j + 0.5) * i / n);
      }
    }
    return new Example("cosines " + n, CosineTransform.of(n), matrix);
  }

  private static Example fourier(int h, int w) {
    int n = h * w;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      int mirror = (h - i / w) % h * w + (w - i % w) % w;
      int frequency = Math.min(i, mirror);
      for (int j = 0; j < n; j++) {
        int down = (frequency / w) * (j / w) % h;
        int across = (frequency % w) * (j % w) % w;
        double turns = down / (double) h + across / (double) w;
        double phase = 2 * Math.PI * turns;
        double value = i <= mirror ? Math.cos(phase) : Math.sin(phase);
        matrix[i][j] = Math.sqrt((i == mirror ? 1.0 : 2.0) / n) * value;
      }
    }
    return new Example("Fourier %d x %d".formatted(h, w), FourierTransform.of(h, w), matrix);
  }

  /** Two levels on eight samples, written by hand. */
  private static Example haar() {
    double a = 1 / Math.sqrt(2);
    double[][] matrix = {
      {.5, .5, .5, .5, 0, 0, 0, 0},
      {0, 0, 0, 0, .5, .5, .5, .5},
      {.5, .5, -.5, -.5, 0, 0, 0, 0},
      {0, 0, 0, 0, .5, .5, -.5, -.5},
      {a, -a, 0, 0, 0, 0, 0, 0},
      {0, 0, a, -a, 0, 0, 0, 0},
      {0, 0, 0, 0, a, -a, 0, 0},
      {0, 0, 0, 0, 0, 0, a, -a}
    };
    return new Example("Haar", WaveletTransform.haar(8, 2), matrix);
  }

  /** One level on six samples; the taps as Daubechies' table 6.1 prints them. */
  private static Example daubechies() {
    double[] h = {.4829629131445341, .8365163037378079, .2241438680420134, -.1294095225512604};
    double[][] matrix = new double[6][6];
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 4; k++) {
        matrix[i][(2 * i + k) % 6] += h[k];
        matrix[3 + i][(2 * i + k) % 6] += (k % 2 == 0 ? 1 : -1) * h[3 - k];
      }
    }
    return new Example("Daubechies", WaveletTransform.daubechies(6, 1), matrix);
  }

  private static Example some(Example all) {
    int[] rows = {0, 2, 3, 3, 5, 8};
    return new Example(
        "some rows of " + all.name(),
        new SelectedRows(all.operator(), rows),
        Arrays.stream(rows).mapToObj(i -> all.matrix()[i]).toArray(double[][]::new));
  }

  private static Stream<OrthonormalTransform> transforms() {
    return Stream.of(
        CosineTransform.of(60),
        FourierTransform.of(61),
        FourierTransform.of(6, 10),
        WaveletTransform.haar(64, 0),
        WaveletTransform.haar(64, 6),
        WaveletTransform.haar(8, 12, 2),
        WaveletTransform.daubechies(40, 3),
        WaveletTransform.daubechies(16, 1, 4),
        WaveletTransform.daubechies(8, 16, 3));
  }

  /** The length of a vector stays, and both ways together lead back. */
  @Test
  void areOrthonormal() {
    transforms()
        .forEach(
            transform -> {
              for (OrthonormalTransform each :
                  new OrthonormalTransform[] {transform, transform.inverse()}) {
                double[] x = vector(each.columns(), 1);
                double[] there = new double[x.length];
                double[] back = new double[x.length];
                each.apply(x, there);
                each.applyTranspose(there, back);
                assertArrayEquals(x, back, 1e-14, each::toString);
                assertEquals(Vectors.norm(x), Vectors.norm(there), 1e-13, each::toString);
                each.inverse().apply(there, back);
                assertArrayEquals(x, back, 1e-14, each::toString);
                double[] column = new double[x.length];
                each.column(3, column);
                assertEquals(1, Vectors.norm(column), 1e-14, each::toString);
              }
            });
  }

  /** Images of one rank: each basis image is the product of the two signals that it names. */
  @Test
  void waveletsKnowTheirSeparableImages() {
    Stream.of(
            WaveletTransform.haar(8, 12, 2),
            WaveletTransform.haar(4, 4, 0),
            WaveletTransform.daubechies(1, 16, 3),
            WaveletTransform.daubechies(8, 16, 3))
        .map(wavelets -> (SeparableColumns) wavelets.inverse())
        .forEach(
            images -> {
              double[][] down = images.down();
              double[][] across = images.across();
              double[] image = new double[images.rows()];
              for (int j = 0; j < images.columns(); j++) {
                images.column(j, image);
                double[] f = down[images.downOf(j)];
                double[] g = across[images.acrossOf(j)];
                for (int i = 0; i < image.length; i++) {
                  assertEquals(f[i / g.length] * g[i % g.length], image[i], 1e-15);
                }
              }
            });
  }

  /** Daubechies' filter sees no detail on a straight line, away from where it wraps around. */
  @Test
  void daubechiesHasTwoVanishingMoments() {
    double[] line = IntStream.range(0, 32).mapToDouble(i -> 3 + 0.5 * i).toArray();
    double[] coefficients = new double[32];
    WaveletTransform.daubechies(32, 1).apply(line, coefficients);
    for (int i = 16; i < 31; i++) {
      assertEquals(0, coefficients[i], 1e-13);
    }
  }

  @Test
  void fourierRowsOfOneFrequencyAreMirrorImages() {
    FourierTransform transform = FourierTransform.of(6, 8);
    for (int i = 0; i < 48; i++) {
      assertEquals(i, transform.mirror(transform.mirror(i)));
    }
    assertEquals(0, transform.mirror(0));
    assertEquals(7, transform.mirror(1));
  }

  /** The cosines of an image. */
  @Test
  void kroneckerProductsTransformImages() {
    LinearOperator image = KroneckerOperator.of(CosineTransform.of(4), CosineTransform.of(6));
    double[] flat = new double[24];
    Arrays.fill(flat, 1);
    double[] coefficients = new double[24];
    image.apply(flat, coefficients);
    double[] expected = new double[24];
    expected[0] = Math.sqrt(24);
    assertArrayEquals(expected, coefficients, 1e-14);
    assertEquals(1, image.norm(), 1e-15);
  }

  @Test
  void namesWhatIsWrong() {
    assertRefused("n must be at least 1", () -> CosineTransform.of(0));
    assertRefused("width must be 1 or a multiple", () -> WaveletTransform.haar(12, 3));
    assertRefused("levels must be at least 0", () -> WaveletTransform.haar(8, 8, -1));
    assertRefused("height must be at least 1", () -> FourierTransform.of(0, 8));
  }
}
