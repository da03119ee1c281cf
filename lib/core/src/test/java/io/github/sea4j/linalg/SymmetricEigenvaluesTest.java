package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SymmetricEigenvaluesTest {

  @Test
  void knownByHand() {
    check(-2, -2, new double[][] {{-2}});
    check(1, 3, new double[][] {{2, 1}, {1, 2}});
    check(-1, 4, new double[][] {{4, 0, 0}, {0, -1, 0}, {0, 0, 2}});
    // The path of three vertices: 2 - 2 cos(j pi / 4), j = 1, 2, 3.
    double root = Math.sqrt(2);
    check(2 - root, 2 + root, new double[][] {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}});
  }

  @Test
  void theBoundIsTheLargestSumOfMagnitudesInARow() {
    assertEquals(
        4, SymmetricEigenvalues.bound(new double[][] {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}}));
    assertEquals(3, SymmetricEigenvalues.bound(new double[][] {{-3}}));
  }

  private static void check(double smallest, double largest, double[][] matrix) {
    SymmetricEigenvalues values = SymmetricEigenvalues.of(matrix);
    assertEquals(smallest, values.smallest(), 1e-14);
    assertEquals(largest, values.largest(), 1e-14);
    double bound = SymmetricEigenvalues.bound(matrix);
    assertTrue(bound >= Math.max(largest, -smallest), () -> "bound " + bound);
  }
}
