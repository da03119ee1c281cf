package io.github.sea4j.peer;

import io.github.sea4j.bench.ProblemText;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.view.RememberedGram;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An instance that all programs solve: a dense matrix of unit-norm columns (other programs expect
 * them scaled), the measurements and the true support.
 *
 * <p>Our solvers meet the matrix in three forms: {@code dense}, the very numbers that the others
 * get, {@code gram}, the same with its Gram matrix at hand, and {@code own}, the operator that the
 * generator made, such as a convolution.
 */
final class PeerInstance {

  private final Instance instance;
  private final double[][] matrix;
  private final LinearOperator operator;
  private final SetUp dense;
  private @Nullable SetUp gram;

  private PeerInstance(Instance instance, double[][] matrix) {
    this.instance = instance;
    this.matrix = matrix;
    LinearOperator same = DenseOperator.of(matrix);
    this.operator = same;
    this.dense = setUp(() -> same);
  }

  /**
   * A problem that is ready to be solved, and what it took to make it once the matrix was there.
   */
  private record SetUp(SparseProblem problem, long nanos) {}

  private SetUp setUp(Supplier<LinearOperator> operator) {
    SparseProblem drawn = instance.problem();
    long started = System.nanoTime();
    SparseProblem problem =
        SparseProblem.of(operator.get(), drawn.measurements(), drawn.sparsity());
    return new SetUp(problem, System.nanoTime() - started);
  }

  /** With the Gram matrix, computed when it is first asked for. */
  private SetUp gram() {
    SetUp made = gram;
    if (made == null) {
      made = setUp(() -> new RememberedGram(operator));
      gram = made;
    }
    return made;
  }

  /** How long a form took to set up. */
  record Prepared(long nanos) {}

  /** Sets a form up; the generator's operator, which the others do not get, as the dense matrix. */
  Prepared prepare(String form) {
    return new Prepared(
        switch (form) {
          case "dense", "own" -> dense.nanos;
          case "gram" -> gram().nanos;
          default -> throw noForm(form);
        });
  }

  private static IllegalArgumentException noForm(String form) {
    return new IllegalArgumentException("form must be dense, gram or own, but is " + form);
  }

  /** What the other side has to know beside the files. */
  record Shape(int rows, int columns, int sparsity, int[] truth) {}

  /** One timed solve; the clocks, wall and thread, run around the call of the solver alone. */
  record Timed(long nanos, long cpuNanos, int[] support, double[] values, String status) {}

  /** How the warm-up went. */
  record Warm(int solves, long nanos) {}

  static PeerInstance draw(String problem, long seed) {
    Instance instance = ProblemText.parse(problem).instance(seed);
    return new PeerInstance(instance, unitColumns(instance.problem().unitNorm().operator()));
  }

  private static double[][] unitColumns(LinearOperator operator) {
    double[][] rows = new double[operator.rows()][operator.columns()];
    double[] column = new double[operator.rows()];
    for (int j = 0; j < operator.columns(); j++) {
      operator.column(j, column);
      for (int i = 0; i < column.length; i++) {
        rows[i][j] = column[i];
      }
    }
    return rows;
  }

  /** Writes matrix.bin (by rows) and measurements.bin: 64-bit numbers, little-endian. */
  Shape write(Path folder) throws IOException {
    double[] flat = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    write(folder.resolve("matrix.bin"), flat);
    write(folder.resolve("measurements.bin"), instance.problem().measurements());
    return new Shape(
        dense.problem.rows(),
        dense.problem.columns(),
        dense.problem.sparsity(),
        instance.truth().support().toArray());
  }

  static void write(Path file, double[] numbers) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(numbers);
    Files.write(file, bytes.array());
  }

  /** Solves again and again, at least twice, so that the JIT has compiled what will be timed. */
  Warm warm(String solver, String form, double seconds) {
    Solver parsed = Solvers.parse(solver);
    long started = System.nanoTime();
    int solves = 0;
    while (solves < 2 || System.nanoTime() - started < seconds * 1e9) {
      parsed.solve(problem(form));
      solves++;
    }
    return new Warm(solves, System.nanoTime() - started);
  }

  /** Solves once, with the measurements in other units. */
  Timed solve(String solver, String form, double scale) {
    Solver parsed = Solvers.parse(solver);
    SparseProblem problem = problem(form);
    if (scale != 1) {
      double[] y = Arrays.stream(problem.measurements()).map(v -> v * scale).toArray();
      problem = problem.withMeasurements(y);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long busy = threads.getCurrentThreadCpuTime();
    long started = System.nanoTime();
    Solution solution = parsed.solve(problem);
    long nanos = System.nanoTime() - started;
    long cpuNanos = threads.getCurrentThreadCpuTime() - busy;
    return new Timed(
        nanos,
        cpuNanos,
        solution.support().toArray(),
        solution.coefficients(),
        solution.status().name());
  }

  private SparseProblem problem(String form) {
    return switch (form) {
      case "dense" -> dense.problem;
      case "gram" -> gram().problem;
      case "own" -> instance.problem();
      default -> throw noForm(form);
    };
  }
}
