package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UpdatableCholeskyTest {

  @Test
  void columnsComeAndGo() {
    double[][] a = Dense.unitColumns(TestProblem.gaussian(80, 60, 1, 0, 1).matrix());
    Random random = new Random(2);
    UpdatableCholesky cholesky = new UpdatableCholesky();
    List<Integer> held = new ArrayList<>();
    for (int round = 0; round < 400; round++) {
      int j = random.nextInt(60);
      if (held.contains(j)) {
        int position = held.indexOf(j);
        cholesky.remove(position);
        held.remove(position);
      } else {
        assertTrue(cholesky.append(gramColumn(a, held, j), 1, 1e-12));
        held.add(j);
      }
      assertEquals(held.size(), cholesky.size());
      double[] solution = random.doubles(held.size(), -1, 1).toArray();
      double[] s = new double[held.size()];
      for (int i = 0; i < s.length; i++) {
        s[i] = Dense.dot(gramColumn(a, held, held.get(i)), solution);
      }
      cholesky.solve(s);
      for (int i = 0; i < s.length; i++) {
        assertEquals(solution[i], s[i], 1e-10);
      }
    }
  }

  @Test
  void dependentColumnsAreRefused() {
    UpdatableCholesky cholesky = new UpdatableCholesky();
    assertTrue(cholesky.append(new double[0], 1, 1e-12));
    assertFalse(cholesky.append(new double[] {1}, 1, 1e-12));
    assertFalse(cholesky.append(new double[] {-1}, 1, 1e-12));
    assertFalse(cholesky.append(new double[] {Double.NaN}, 1, 1e-12));
    assertTrue(cholesky.append(new double[] {0.5}, 1, 1e-12));
    double[] s = {1.5, 1.5};
    cholesky.solve(s);
    assertEquals(1, s[0], 1e-15);
    assertEquals(1, s[1], 1e-15);
  }

  /** Diagonals other than one; a pivot at the floor is no column. */
  @Test
  void matricesOfAnyScale() {
    UpdatableCholesky cholesky = new UpdatableCholesky();
    assertTrue(cholesky.append(new double[0], 4, 0));
    assertFalse(cholesky.append(new double[] {2}, 1.25, 0.25), "a pivot of 1/4");
    assertTrue(cholesky.append(new double[] {2}, 10, 0.25));
    // (4 2; 2 10) (3, -1)' = (10, -4)'
    double[] s = {10, -4};
    cholesky.solve(s);
    assertEquals(3, s[0], 1e-15);
    assertEquals(-1, s[1], 1e-15);
    cholesky.clear();
    assertEquals(0, cholesky.size());
  }

  private static double[] gramColumn(double[][] a, List<Integer> held, int j) {
    double[] column = Dense.column(a, j);
    return held.stream().mapToDouble(i -> Dense.dot(Dense.column(a, i), column)).toArray();
  }
}
