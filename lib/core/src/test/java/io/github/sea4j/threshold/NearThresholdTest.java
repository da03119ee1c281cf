package io.github.sea4j.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.oracle.DearGramColumns;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** IHT that looks at the columns near the threshold goes the way of IHT with whole gradients. */
class NearThresholdTest {

  private static final int TRIALS = 40;

  static Stream<Arguments> families() {
    return Stream.of(
        family("wide", seed -> TestProblem.gaussian(40, 400, 6, 0.3, seed)),
        family("without noise", seed -> TestProblem.gaussian(60, 300, 10, 0, seed)),
        family("square", seed -> TestProblem.gaussian(80, 80, 12, 0.5, seed)),
        family("blurred", seed -> TestProblem.convolution(120, 2, 6, 0.2, seed)),
        family("doubled columns", seed -> doubled(TestProblem.gaussian(40, 100, 6, 0.1, seed))));
  }

  private static Arguments family(String name, LongFunction<TestProblem> draw) {
    return Arguments.of(name, draw);
  }

  private static TestProblem doubled(TestProblem sample) {
    double[][] matrix = sample.matrix();
    double[][] twice = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      twice[i] = Arrays.copyOf(matrix[i], 2 * matrix[i].length);
      System.arraycopy(matrix[i], 0, twice[i], matrix[i].length, matrix[i].length);
    }
    return new TestProblem(twice, sample.measurements(), sample.sparsity(), sample.truth());
  }

  /** Seeds 0 to 39 of each family, none may fail. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("families")
  void theWayIsThatOfWholeGradients(String name, LongFunction<TestProblem> draw) {
    for (int seed = 0; seed < TRIALS; seed++) {
      TestProblem sample = draw.apply(seed);
      Solution whole = solve(DenseOperator.of(sample.matrix()), sample);
      Solution near = solve(DearGramColumns.of(DenseOperator.of(sample.matrix())), sample);
      String where = name + ", seed " + seed;
      assertEquals(whole.support(), near.support(), where);
      // The proof that ends a run may hold an iteration sooner or later, by rounding.
      assertTrue(Math.abs(whole.iterations() - near.iterations()) <= 1, where);
      assertEquals(whole.status(), near.status(), where);
      assertArrayEquals(
          whole.x().values(), near.x().values(), 1e-9 * sample.measurements().length, where);
    }
  }

  /** Where most of a run is spent on a few supports, few of its gradients are products. */
  @Test
  void fewProductsAreMade() {
    TestProblem sample = TestProblem.gaussian(100, 2000, 8, 0.2, 1);
    LinearOperator matrix = DearGramColumns.of(DenseOperator.of(sample.matrix()));
    SparseProblem problem = SparseProblem.of(matrix, sample.measurements(), sample.sparsity());
    long forTheNorm = new Iht().withIterations(1).solve(problem).products() - 1;
    Solution answer = new Iht().solve(problem);
    long products = answer.products() - forTheNorm;
    assertTrue(
        products < answer.iterations() / 5,
        () -> products + " products in " + answer.iterations() + " iterations");
  }

  /**
   * Seeds 0 to 7: supports stay for ten iterations and are left all the same, which a column met
   * before foretells. A product for each would make them 42.
   */
  @Test
  void aSupportThatIsNoFixedPointCostsNoProduct() {
    long products = 0;
    for (int seed = 0; seed < 8; seed++) {
      TestProblem sample = TestProblem.gaussian(200, 1000, 20, 0, seed);
      LinearOperator matrix = DearGramColumns.of(DenseOperator.of(sample.matrix()));
      SparseProblem problem = SparseProblem.of(matrix, sample.measurements(), 20);
      long forTheFirst = new Iht().withIterations(1).solve(problem).products();
      products += new Iht().solve(problem).products() - forTheFirst;
    }
    long all = products;
    assertTrue(all <= 35, () -> all + " products");
  }

  private static Solution solve(LinearOperator matrix, TestProblem sample) {
    return new Iht().solve(SparseProblem.of(matrix, sample.measurements(), sample.sparsity()));
  }
}
