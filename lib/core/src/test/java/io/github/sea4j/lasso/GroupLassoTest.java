package io.github.sea4j.lasso;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.loss.GlmLoss;
import io.github.sea4j.loss.GroupedLoss;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.JointProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The group LASSO by its optimality conditions, the plain LASSO, and what must not change it. */
class GroupLassoTest {

  private static double[][] normal(int rows, int columns, Random random) {
    double[][] a = new double[rows][columns];
    for (double[] row : a) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return a;
  }

  /** Y = A X + noise with k rows of X that are not zero; one array for each measurement. */
  private static double[][] measured(double[][] a, int times, int k, double noise, Random random) {
    double[][] y = new double[times][];
    for (int l = 0; l < times; l++) {
      double[] x = new double[a[0].length];
      for (int i = 0; i < k; i++) {
        x[i * x.length / k] = random.nextGaussian();
      }
      y[l] = Dense.apply(a, x);
      Arrays.setAll(y[l], new AddNoise(y[l].clone(), noise, random)::at);
    }
    return y;
  }

  private record AddNoise(double[] y, double noise, Random random) {
    double at(int i) {
      return y[i] + noise * random.nextGaussian();
    }
  }

  private static GroupGram gram(SparseProblem problem) {
    UnitNormProblem unit = problem.unitNorm();
    return new GroupGram((GroupedLoss) unit.loss(), unit.operator(), unit.measurements());
  }

  /**
   * Follows the path and checks at each point that says it is certified, from B and Y alone, what
   * optimality asks; how many these are.
   */
  private static int assertCertified(GroupGram gram, SimpleMatrix b, SimpleMatrix y) {
    GroupPath path = new GroupPath(gram, 3, () -> false);
    double first = path.lambda();
    int points = 0;
    while (path.step() && path.isCertified()) {
      points++;
      SimpleMatrix x = new SimpleMatrix(path.coefficients()).transpose();
      SimpleMatrix c = b.transpose().mult(y.minus(b.mult(x)));
      for (int u = 0; u < gram.count(); u++) {
        double bound = path.lambda() * gram.weight(u);
        SimpleMatrix rows = rows(x, gram.group(u));
        SimpleMatrix seen = rows(c, gram.group(u));
        if (rows.normF() == 0) {
          assertTrue(seen.normF() <= bound + 1e-8 * first);
        } else {
          double error = seen.minus(rows.scale(bound / rows.normF())).normF();
          assertTrue(error <= 1e-8 * first, () -> path.lambda() / first + ": " + error / first);
        }
      }
    }
    return points;
  }

  private static SimpleMatrix rows(SimpleMatrix a, int[] chosen) {
    SimpleMatrix rows = new SimpleMatrix(chosen.length, a.getNumCols());
    for (int i = 0; i < chosen.length; i++) {
      rows.insertIntoThis(i, 0, a.getRow(chosen[i]));
    }
    return rows;
  }

  /** Wide, tall, and of coherent columns; one and four measurements. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void eachPointOfSeveralMeasurementsIsOptimal(int times) {
    double[][] blur = TestProblem.convolutionMatrix(60, 2);
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(7100 + seed);
      for (double[][] a : new double[][][] {normal(20, 50, random), normal(50, 20, random), blur}) {
        double[][] y = measured(a, times, 5, 0.3, random);
        JointProblem joint = JointProblem.of(a, y, 3);
        SimpleMatrix b = new SimpleMatrix(Dense.unitColumns(a));
        double scale = joint.problem().unitNorm().fromUser(1);
        SimpleMatrix right = new SimpleMatrix(y).transpose().scale(scale);
        assertTrue(assertCertified(gram(joint.problem()), b, right) >= (a == blur ? 100 : 30));
      }
    }
  }

  /** Groups of one to five columns, one of them of rank two with three columns. */
  @Test
  void eachPointInGroupsIsOptimal() {
    int[] groupOf = IntStream.range(0, 30).map(j -> (int) Math.sqrt(3 * j)).toArray();
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(7200 + seed);
      double[][] a = normal(40, 30, random);
      for (double[] row : a) {
        row[29] = row[28] - 2 * row[27];
      }
      double[] y = measured(a, 1, 6, 0.5, random)[0];
      SparseProblem problem = SparseProblem.of(a, y, 3).withGroups(groupOf);
      GroupedLoss loss = (GroupedLoss) problem.loss();
      OrthonormalGroups view = new OrthonormalGroups(loss, problem.unitNorm().operator());
      SimpleMatrix b = assertSpans(view, loss, problem.unitNorm().operator());
      assertEquals(29, b.getNumCols());
      SimpleMatrix right = SimpleMatrix.wrap(new SimpleMatrix(40, 1, true, y).getMatrix());
      right = right.scale(problem.unitNorm().fromUser(1));
      assertEquals(150, assertCertified(gram(problem), b, right));
    }
  }

  /** Orthonormal in each group, with the span of the group's columns, the same by every product. */
  private static SimpleMatrix assertSpans(
      OrthonormalGroups view, GroupedLoss loss, LinearOperator a) {
    SimpleMatrix b = new SimpleMatrix(view.rows(), view.columns());
    for (int l = 0; l < view.columns(); l++) {
      double[] column = new double[view.rows()];
      view.column(l, column);
      b.insertIntoThis(0, l, new SimpleMatrix(column));
    }
    for (int u = 0; u < loss.count(); u++) {
      int[] group = view.groups()[u];
      SimpleMatrix q = b.extractMatrix(0, b.getNumRows(), group[0], group[group.length - 1] + 1);
      assertTrue(q.transpose().mult(q).isIdentical(SimpleMatrix.identity(group.length), 1e-12));
      for (int j : loss.group(u)) {
        double[] column = new double[a.rows()];
        a.column(j, column);
        SimpleMatrix v = new SimpleMatrix(column);
        assertEquals(0, v.minus(q.mult(q.transpose().mult(v))).normF(), 1e-12);
      }
    }
    double[] z = new Random(7).doubles(view.columns()).toArray();
    double[] y = new double[view.rows()];
    double[] back = new double[view.columns()];
    view.apply(z, y);
    view.applyTranspose(y, back);
    SimpleMatrix image = b.mult(new SimpleMatrix(z));
    assertArrayEquals(image.getDDRM().data, y, 1e-12);
    assertArrayEquals(b.transpose().mult(image).getDDRM().data, back, 1e-11);
    return b;
  }

  /**
   * One measurement, 20 problems: the points lie on the path of the homotopy. The cuts are those of
   * 150 of its points, so the answer may only be missed where a cut is the best between two of
   * them.
   */
  @Test
  void oneMeasurementIsThePlainLasso() {
    int same = 0;
    for (int seed = 0; seed < 20; seed++) {
      TestProblem sample = TestProblem.gaussian(30, 60, 5, 0.3, 7300 + seed);
      double[][] y = {sample.measurements()};
      JointProblem joint = JointProblem.of(sample.matrix(), y, 5);
      UnitNormProblem unit = joint.problem().unitNorm();
      GroupPath path = new GroupPath(gram(joint.problem()), 5, () -> false);
      LassoPath plain = new Lasso().path(sample.problem());
      assertEquals(plain.points().get(0).lambda(), unit.toUser(path.lambda()), 1e-12);
      for (int point = 0; path.step() && path.isCertified(); point++) {
        if (point % 10 == 0) {
          double[] x = unit.fromUser(plain.at(unit.toUser(path.lambda())).x());
          assertArrayEquals(x, path.coefficients()[0], 1e-7);
        }
      }
      Support support = new Lasso().solve(sample.problem().withSparsity(5)).support();
      same += support.equals(new Lasso().solve(joint.problem()).support()) ? 1 : 0;
    }
    assertTrue(same >= 19, "same supports: " + same);
  }

  /** {@code Y -> Y Q} for an orthogonal Q; 10 problems. */
  @Test
  void rotatedMeasurementsHaveTheSameSupport() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(7400 + seed);
      double[][] a = normal(30, 60, random);
      double[][] y = measured(a, 3, 8, 1, random);
      SimpleMatrix q = SimpleMatrix.random_DDRM(3, 3, -1, 1, random).svd().getU();
      JointProblem joint = JointProblem.of(a, y, 8);
      JointProblem rotated = JointProblem.of(a, q.mult(new SimpleMatrix(y)).toArray2(), 8);
      Solution one = new Lasso().solve(joint.problem());
      Solution other = new Lasso().solve(rotated.problem());
      assertEquals(joint.support(one.x()), rotated.support(other.x()));
      assertEquals(one.residualNorm(), other.residualNorm(), 1e-9 * one.residualNorm());
      assertEquals(Status.CONVERGED, one.status());
    }
  }

  /** How the columns of a group are coded, and the order of groups and columns, changes nothing. */
  @Test
  void groupsCodedOtherwiseHaveTheSameSupport() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(7500 + seed);
      double[][] a = normal(40, 24, random);
      double[] y = measured(a, 1, 12, 1, random)[0];
      int[] groupOf = IntStream.range(0, 24).map(j -> j % 8).toArray();
      Solution one = new Lasso().solve(SparseProblem.of(a, y, 3).withGroups(groupOf));
      for (double[] row : a) {
        row[9] += 2 * row[1] - row[17];
        row[17] *= -1e3;
      }
      int[] renamed = IntStream.of(groupOf).map(u -> (5 * u + 3) % 8).toArray();
      Solution coded = new Lasso().solve(SparseProblem.of(a, y, 3).withGroups(renamed));
      assertEquals(one.support(), coded.support());
      assertEquals(9, one.support().size());
      assertEquals(one.residualNorm(), coded.residualNorm(), 1e-9 * one.residualNorm());
    }
  }

  /** Then one Gram matrix does not serve all of them; 10 problems, seeds 7600 to 7609. */
  @Test
  void weightsMakeTheBlocksDiffer() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(7600 + seed);
      double[][] a = normal(30, 20, random);
      double[][] y = measured(a, 2, 5, 0.5, random);
      double[] weights = random.doubles(60).map(u -> u < 0.3 ? 0 : u).toArray();
      SparseProblem joint =
          JointProblem.of(a, y, 4)
              .problem()
              .withLoss(GlmLoss.leastSquares().withIntercept(false).withWeights(weights));
      double[][] blocks = new double[60][40];
      double[] right = new double[60];
      for (int i = 0; i < 60; i++) {
        double root = Math.sqrt(weights[i]);
        right[i] = root * y[i / 30][i % 30];
        for (int j = 0; j < 20; j++) {
          blocks[i][20 * (i / 30) + j] = root * a[i % 30][j];
        }
      }
      int[] groupOf = IntStream.range(0, 40).map(j -> j % 20).toArray();
      Solution expected = new Lasso().solve(SparseProblem.of(blocks, right, 4).withGroups(groupOf));
      Solution found = new Lasso().solve(joint);
      assertEquals(expected.support(), found.support());
      assertEquals(expected.status(), found.status());
      assertEquals(expected.residualNorm(), found.residualNorm(), 1e-9 * expected.residualNorm());
    }
  }

  @Test
  void degenerateProblemsHaveAnHonestStatus() {
    double[][] a = {{1, 1, 0, 1}, {0, 0, 0, 1}, {0, 0, 0, 0}};
    // Column 1 is column 0 again, column 2 is zero, the second measurement is zero.
    JointProblem twins = JointProblem.of(a, new double[][] {{2, 1, 0}, {0, 0, 0}}, 3);
    Solution solution = new Lasso().solve(twins.problem());
    assertEquals(Status.EXACT_FIT, solution.status());
    assertTrue(twins.support(solution.x()).contains(3));
    JointProblem more = JointProblem.of(a, new double[][] {{2, 1, 1}, {0, 0, 1}}, 3);
    assertFinite(new Lasso().solve(more.problem()), Status.CONVERGED);
    JointProblem orthogonal = JointProblem.of(a, new double[][] {{0, 0, 1}, {0, 0, 2}}, 2);
    assertFinite(new Lasso().solve(orthogonal.problem()), Status.NO_COLUMN_LEFT);
    JointProblem nothing = JointProblem.of(a, new double[2][3], 2);
    assertFinite(new Lasso().solve(nothing.problem()), Status.NOTHING_LEFT);
    JointProblem none = JointProblem.of(new double[3][2], new double[][] {{1, 2, 3}}, 1);
    assertFinite(new Lasso().solve(none.problem()), Status.NO_COLUMN_LEFT);
  }

  private static void assertFinite(Solution solution, Status status) {
    assertEquals(status, solution.status());
    assertTrue(Arrays.stream(solution.coefficients()).allMatch(Double::isFinite));
    assertTrue(Double.isFinite(solution.residualNorm()));
  }

  @Test
  void limitsAndInterruptsKeepTheBestSoFar() {
    Random random = new Random(7600);
    double[][] a = normal(40, 100, random);
    JointProblem joint = JointProblem.of(a, measured(a, 3, 10, 1, random), 10);
    Solution full = new Lasso().solve(joint.problem());
    Solution limited = new Lasso().solve(joint.problem(), Run.unlimited().withProductLimit(12));
    assertEquals(Status.PRODUCT_LIMIT, limited.status());
    assertTrue(limited.products() <= 14, "products " + limited.products());
    assertTrue(limited.residualNorm() >= full.residualNorm());
    assertEquals(7, new Lasso().withSteps(7).solve(joint.problem()).iterations());
    Thread.currentThread().interrupt();
    try {
      assertFinite(new Lasso().solve(joint.problem()), Status.INTERRUPTED);
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void thePathOfKnotsIsRefused() {
    JointProblem joint = JointProblem.of(new double[][] {{1, 0}, {0, 1}}, new double[2][2], 1);
    var refused =
        assertThrows(IllegalArgumentException.class, () -> new Lasso().path(joint.problem()));
    assertTrue(String.valueOf(refused.getMessage()).contains("groups"), refused::toString);
  }
}
