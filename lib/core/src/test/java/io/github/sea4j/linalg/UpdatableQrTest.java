package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns come and go at random; the factors must stay those of the columns held. */
class UpdatableQrTest {

  private static final int CAPACITY = 12;

  @Test
  void staysOrthonormalAndFitsAfterThousandsOfUpdates() {
    walk(TestProblem.gaussian(30, 40, 3, 0.1, 1101), 1e-12);
  }

  /** Adjacent columns of inner product 0.97: supports of condition number 1e5 and more. */
  @Test
  void staysOrthonormalOnCoherentColumns() {
    walk(TestProblem.convolution(40, 3, 3, 0.1, 1102), 1e-8);
  }

  private static void walk(TestProblem sample, double accuracy) {
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] y = sample.measurements();
    Random random = new Random(1103);
    UpdatableQr qr = new UpdatableQr(y.length, CAPACITY);
    List<Integer> held = new ArrayList<>();
    for (int step = 0; step < 3000; step++) {
      int j = random.nextInt(sample.columns());
      if (held.contains(j)) {
        qr.remove(held.indexOf(j));
        held.remove((Integer) j);
      } else if (held.size() == CAPACITY) {
        int position = random.nextInt(CAPACITY);
        qr.remove(position);
        held.remove(position);
      } else if (qr.append(Dense.column(unit, j))) {
        held.add(j);
      }
      assertEquals(held.size(), qr.size());
      if (step % 20 == 0) {
        check(qr, unit, held.stream().mapToInt(Integer::intValue).toArray(), y, accuracy);
      }
    }
  }

  private static void check(
      UpdatableQr qr, double[][] unit, int[] held, double[] y, double accuracy) {
    for (int i = 0; i < held.length; i++) {
      for (int j = 0; j <= i; j++) {
        double inner = Vectors.dot(qr.q(i), qr.q(j), y.length);
        assertEquals(i == j ? 1 : 0, inner, 1e-12, "Q'Q");
      }
    }
    double[] z = new double[CAPACITY];
    double[] residual = new double[y.length];
    double norm = qr.project(y, z, residual);
    double[] expected = Dense.residual(unit, held, y);
    assertEquals(Dense.norm(expected), norm, accuracy);
    assertArrayEquals(expected, residual, accuracy);
    double[] x = new double[CAPACITY];
    qr.solve(z, x);
    double[] fit =
        held.length == 0
            ? new double[y.length]
            : Dense.apply(
                Dense.selectColumns(unit, held),
                IntStream.range(0, held.length).mapToDouble(i -> x[i]).toArray());
    assertArrayEquals(residual, Dense.minus(y, fit), accuracy, "A x against Q z");
  }

  @Test
  void refusesADependentColumnAndStaysAsItWas() {
    UpdatableQr qr = new UpdatableQr(3, 3);
    assertTrue(qr.append(new double[] {1, 2, 2}));
    assertTrue(qr.append(new double[] {0, 1, 0}));
    assertFalse(qr.append(new double[] {2, 7, 4}));
    assertFalse(qr.append(new double[3]));
    assertEquals(2, qr.size());
    assertTrue(qr.append(new double[] {0, 0, 5}));
    double[] residual = new double[3];
    assertEquals(0, qr.project(new double[] {3, -1, 4}, new double[3], residual), 1e-14);
  }

  /** Columns of any norm: R has no ones on its diagonal, and dependence is relative. */
  @Test
  void columnsOfAnyNorm() {
    for (double unit : new double[] {0x1p-40, 1, 0x1p40}) {
      UpdatableQr qr = new UpdatableQr(4, 4);
      double[][] columns = {{3, 4, 0, 0}, {1, 0, 2, 0}, {0, 5, 1, 1}};
      for (double[] column : columns) {
        assertTrue(qr.append(times(unit, column)));
      }
      assertFalse(qr.append(times(unit, new double[] {2, 9, -1, 1})), "third - second + first");
      assertFalse(qr.append(times(unit, new double[] {2, 9, -1, 1 + 0x1p-50})), "nearly");
      assertTrue(qr.append(times(unit, new double[] {2, 9, -1, 1 + 0x1p-30})), "far enough");
      qr.remove(3);
      // A (1, -2, 3)' = y, and rows of the inverse of R from R' w = e.
      double[] y = times(unit, new double[] {1, 19, -1, 3});
      double[] z = new double[4];
      assertEquals(0, qr.project(y, z, new double[4]), 1e-14 * unit);
      double[] x = new double[4];
      qr.solve(z, x);
      assertArrayEquals(new double[] {1, -2, 3, 0}, x, 1e-14);
      double[] w = new double[4];
      for (int position = 0; position < 3; position++) {
        qr.solveTransposeUnit(position, w);
        assertEquals(x[position], Vectors.dot(w, z, 3), 1e-14, "row " + position);
      }
    }
  }

  private static double[] times(double unit, double[] v) {
    double[] scaled = v.clone();
    Vectors.scale(unit, scaled);
    return scaled;
  }

  /** What the caller writes behind a column of Q goes through the same rotations. */
  @Test
  void companionsFollow() {
    Random random = new Random(1104);
    UpdatableQr qr = new UpdatableQr(6, 5, 2);
    double[] first = random.doubles(6, -1, 1).toArray();
    double[] second = random.doubles(6, -1, 1).toArray();
    for (int c = 0; c < 5; c++) {
      assertTrue(qr.append(random.doubles(6, -1, 1).toArray()));
      qr.q(c)[6] = Vectors.dot(qr.q(c), first, 6);
      qr.q(c)[7] = Vectors.dot(qr.q(c), second, 6);
    }
    for (int position : new int[] {1, 0, 2, 0}) {
      qr.remove(position);
      for (int c = 0; c < qr.size(); c++) {
        assertEquals(Vectors.dot(qr.q(c), first, 6), qr.q(c)[6], 1e-14);
        assertEquals(Vectors.dot(qr.q(c), second, 6), qr.q(c)[7], 1e-14);
      }
    }
  }
}
