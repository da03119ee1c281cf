package io.github.sea4j.problem;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.Instance;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Bad input is refused where it comes in, naming argument, value and bound. */
class BadInputTest {

  private static final double[][] MATRIX = {{1, 2, 3}, {4, 5, 6}};
  private static final double[] Y = {1, 1};

  @Test
  void matrices() {
    refused(() -> SparseProblem.of(new double[0][0], Y, 1), "matrix", "0 x 0");
    refused(() -> SparseProblem.of(new double[2][0], Y, 1), "matrix", "2 x 0");
    refused(() -> SparseProblem.of(new double[][] {{1, 2}, {3}}, Y, 1), "row 1", "2", "1");
    refused(
        () -> SparseProblem.of(new double[][] {{1, 2}, {3, Double.NaN}}, Y, 1), "(1, 1)", "NaN");
    refused(
        () -> SparseProblem.of(new double[][] {{1, Double.NEGATIVE_INFINITY}, {3, 4}}, Y, 1),
        "(0, 1)",
        "-Infinity");
    refused(
        () -> SparseProblem.of(new DMatrixRMaj(1, 2, true, Double.NaN, 0), Y, 1), "(0, 0)", "NaN");
  }

  @Test
  void measurements() {
    refused(() -> SparseProblem.of(MATRIX, new double[3], 1), "measurements", "2", "3");
    refused(() -> SparseProblem.of(MATRIX, new double[0], 1), "measurements", "2", "0");
    refused(
        () -> SparseProblem.of(MATRIX, new double[] {0, Double.NaN}, 1),
        "measurements",
        "1",
        "NaN");
    SparseProblem problem = SparseProblem.of(MATRIX, Y, 1);
    refused(() -> problem.withMeasurements(new double[1]), "measurements", "2", "1");
    refused(
        () -> problem.withMeasurements(new double[] {Double.POSITIVE_INFINITY, 0}),
        "measurements",
        "Infinity");
  }

  @Test
  void sparsity() {
    for (int k : new int[] {Integer.MIN_VALUE, 0, 3, Integer.MAX_VALUE}) {
      refused(() -> SparseProblem.of(MATRIX, Y, k), "sparsity", "2", "" + k);
    }
  }

  @Test
  void supportsAndVectors() {
    refused(() -> Support.of(3, -1), "-1");
    refused(() -> Support.of(3, 4, 3), "3", "repeated");
    refused(() -> SparseVector.of(5, Support.of(1, 5), 1, 2), "5");
    refused(() -> SparseVector.of(5, Support.of(1, 2), 1), "2", "1");
    SparseProblem problem = SparseProblem.of(MATRIX, Y, 1);
    refused(
        () -> new Instance(problem, SparseVector.zero(4), 0, "wrong length"), "truth", "3", "4");
  }

  private static void refused(Runnable call, String... named) {
    String text = assertThrows(IllegalArgumentException.class, call::run).toString();
    for (String word : named) {
      assertTrue(text.contains(word), () -> "'%s' is missing in: %s".formatted(word, text));
    }
  }
}
