package io.github.sea4j.bayes.move;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is whose neighbour, and Gram columns by their runs. */
class NeighbourhoodsTest {

  static List<SmallProblem> families() {
    return SmallProblem.families();
  }

  @ParameterizedTest
  @MethodSource("families")
  void neighboursAreMutualAndOverlap(SmallProblem problem) {
    Neighbourhoods neighbourhoods = new Neighbourhoods(problem.operator(), () -> false);
    for (int j = 0; j < problem.scale().length; j++) {
      Window near = neighbourhoods.near(j);
      assertEquals(j, near.columns()[0]);
      for (int i = 0; i < near.size(); i++) {
        int h = near.columns()[i];
        assertTrue(contains(neighbourhoods.near(h), j), h + " near " + j);
        assertTrue(Math.abs(neighbourhoods.gram(j).get(h)) > 0.1);
        assertEquals(1.0 / neighbourhoods.near(h).size(), near.shares()[i]);
      }
      for (int h : neighbourhoods.nearest(j).columns()) {
        assertTrue(contains(neighbourhoods.nearest(h), j), h + " nearest to " + j);
        assertTrue(contains(near, h));
      }
    }
  }

  @Test
  void blurHasEightNeighboursOnEachSide() {
    LinearOperator blur = operator();
    Neighbourhoods neighbourhoods = new Neighbourhoods(blur, () -> false);
    for (int j : new int[] {0, 3, 100, 199}) {
      int[] expected = IntStream.rangeClosed(j - 8, j + 8).map(h -> (h + 200) % 200).toArray();
      Arrays.sort(expected);
      assertArrayEquals(expected, sorted(neighbourhoods.near(j)));
      assertEquals(5, neighbourhoods.nearest(j).size());
    }
  }

  @Test
  void runsAreTheGramColumn() {
    LinearOperator blur = operator();
    Neighbourhoods neighbourhoods = new Neighbourhoods(blur, () -> false);
    double[] gram = new double[200];
    for (int j : new int[] {0, 5, 100, 199}) {
      blur.gramColumn(j, gram);
      double[] sum = new double[200];
      neighbourhoods.gram(j).addTo(2, sum);
      for (int h = 0; h < 200; h++) {
        assertEquals(gram[h], neighbourhoods.gram(j).get(h), 1e-16);
        assertEquals(2 * gram[h], sum[h], 2e-16);
      }
      assertTrue(neighbourhoods.gram(j).entries() < 90);
    }
  }

  private static LinearOperator operator() {
    return Deconvolution.gaussian(200, 3).instance(1, 1).problem().operator();
  }

  private static boolean contains(Window window, int column) {
    return Arrays.stream(window.columns()).anyMatch(j -> j == column);
  }

  private static int[] sorted(Window window) {
    return Arrays.stream(window.columns()).sorted().toArray();
  }
}
