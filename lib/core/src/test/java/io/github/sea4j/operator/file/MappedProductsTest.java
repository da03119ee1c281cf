package io.github.sea4j.operator.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.LinearOperatorContract;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A matrix on disk beside the same one in memory, on 1, 2, 3 and 8 threads. Seeds 31 to 34. */
class MappedProductsTest {

  /**
   * More numbers than one thread multiplies, rows of more than one piece, remainders everywhere.
   */
  private static final int ROWS = 403;

  private static final int COLUMNS = 5003;
  private static final int[] THREADS = {1, 2, 3, 8};
  private static final int TOGETHER = 7;

  @TempDir static Path folder;
  private static double[][] matrix = {};
  private static DenseOperator dense = DenseOperator.of(new double[][] {{1}});

  private final int before = Workers.count();

  @BeforeAll
  static void draw() {
    matrix = LinearOperatorContract.matrix(ROWS, COLUMNS, 31);
    dense = DenseOperator.of(matrix);
  }

  @AfterEach
  void restore() {
    Workers.setCount(before);
  }

  private static MappedOperator open(EntryOrder order) throws IOException {
    Path file = folder.resolve(order + ".bin");
    if (Files.notExists(file)) {
      Files.write(file, NpyBytes.numbers(matrix, order));
    }
    return MappedOperator.open(file, ROWS, COLUMNS, order);
  }

  /** Everything that an operator can be asked, one array after the other. */
  private static double[][] answers(LinearOperator operator) {
    double[] sparse = new double[COLUMNS];
    sparse[4096] = 0.7;
    double[][] vectors = new double[TOGETHER][];
    for (int b = 0; b < TOGETHER; b++) {
      vectors[b] = LinearOperatorContract.vector(ROWS, 32 + b);
    }
    double[][] back = new double[TOGETHER][COLUMNS];
    double[][] answers = {
      new double[ROWS], new double[ROWS], new double[COLUMNS], new double[COLUMNS], new double[ROWS]
    };
    operator.apply(LinearOperatorContract.vector(COLUMNS, 33), answers[0]);
    operator.apply(sparse, answers[1]);
    operator.applyTranspose(vectors[0], answers[2]);
    operator.gramColumn(COLUMNS - 1, answers[3]);
    operator.column(COLUMNS - 1, answers[4]);
    operator.applyTranspose(vectors, back, TOGETHER);
    double[][] all = Arrays.copyOf(answers, answers.length + TOGETHER + 1);
    System.arraycopy(back, 0, all, answers.length, TOGETHER);
    all[all.length - 1] = operator.columnNorms();
    return all;
  }

  /** In the order of rows each sum is that of a matrix in memory. */
  @Test
  void rowsHaveTheBitsOfADenseMatrix() throws IOException {
    double[][] expected = answers(dense);
    LinearOperator mapped = open(EntryOrder.ROWS);
    for (int threads : THREADS) {
      Workers.setCount(threads);
      double[][] actual = answers(mapped);
      for (int a = 0; a < expected.length; a++) {
        assertArrayEquals(expected[a], actual[a], "answer " + a);
      }
    }
  }

  /** In the order of columns sums go the other way: the same to rounding, 1e-12 of the largest. */
  @Test
  void columnsHaveTheSameBitsOnAnyNumberOfThreads() throws IOException {
    LinearOperator mapped = open(EntryOrder.COLUMNS);
    Workers.setCount(1);
    double[][] expected = answers(mapped);
    double[][] reference = answers(dense);
    for (int a = 0; a < expected.length; a++) {
      double largest = Arrays.stream(reference[a]).map(Math::abs).max().orElseThrow();
      assertArrayEquals(reference[a], expected[a], 1e-12 * largest, "answer " + a);
    }
    for (int threads : THREADS) {
      Workers.setCount(threads);
      double[][] actual = answers(mapped);
      for (int a = 0; a < expected.length; a++) {
        assertArrayEquals(expected[a], actual[a], "answer " + a);
      }
    }
  }

  @Test
  void answersOfSolvers() throws IOException {
    double[] y = LinearOperatorContract.vector(ROWS, 34);
    SparseProblem inMemory = SparseProblem.of(dense, y, 8);
    for (EntryOrder order : EntryOrder.values()) {
      SparseProblem problem = SparseProblem.of(open(order), y, 8);
      for (String solver : new String[] {"omp", "htp(iterations=20)", "sea(iterations=20)"}) {
        Solution expected = Solvers.parse(solver).solve(inMemory);
        Workers.setCount(1);
        Solution one = Solvers.parse(solver).solve(problem);
        assertEquals(expected.support(), one.support(), solver);
        assertArrayEquals(expected.coefficients(), one.coefficients(), 1e-12, solver);
        Workers.setCount(3);
        assertEquals(one.x(), Solvers.parse(solver).solve(problem).x(), solver);
      }
    }
  }
}
