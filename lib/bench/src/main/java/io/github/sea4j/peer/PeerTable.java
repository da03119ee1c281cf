package io.github.sea4j.peer;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.loss.GlmLoss;
import io.github.sea4j.operator.DenseOperator;
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
import java.util.Timer;
import java.util.TimerTask;

/** Rows of a data table, as the other side wrote them: one loss, an intercept, any k. */
final class PeerTable {

  private final SparseProblem problem;
  private final long setUpNanos;

  private PeerTable(SparseProblem problem, long setUpNanos) {
    this.problem = problem;
    this.setUpNanos = setUpNanos;
  }

  /** What is computed once a table. */
  record SetUp(long setUpNanos) {}

  /** One timed fit; the clocks, wall and thread, run around the call of the solver alone. */
  record Fitted(
      long nanos,
      long cpuNanos,
      int[] support,
      double[] values,
      double intercept,
      double deviance,
      double ridge,
      String status) {}

  /** Reads matrix.bin (by rows) and measurements.bin: 64-bit numbers, little-endian. */
  static PeerTable read(Path folder, String loss, int rows, int columns) throws IOException {
    double[] flat = numbers(folder.resolve("matrix.bin"));
    double[][] matrix = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(flat, i * columns, matrix[i], 0, columns);
    }
    double[] y = numbers(folder.resolve("measurements.bin"));
    long started = System.nanoTime();
    SparseProblem problem = SparseProblem.of(DenseOperator.of(matrix), y, 1).withLoss(glm(loss));
    return new PeerTable(problem, System.nanoTime() - started);
  }

  private static GlmLoss glm(String loss) {
    return switch (loss) {
      case "squares" -> GlmLoss.leastSquares();
      case "logistic" -> GlmLoss.logistic();
      default ->
          throw new IllegalArgumentException("loss must be squares or logistic, but is " + loss);
    };
  }

  private static double[] numbers(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    double[] numbers = new double[bytes.remaining() / Double.BYTES];
    bytes.asDoubleBuffer().get(numbers);
    return numbers;
  }

  SetUp about() {
    return new SetUp(setUpNanos);
  }

  /**
   * Solves once.
   *
   * @param seconds of the processor that it may take, 0 for as long as it takes; a time on the wall
   *     would be shorter the busier the machine is
   */
  Fitted fit(String text, int sparsity, double seconds) {
    Solver solver = Solvers.parse(text);
    SparseProblem asked = problem.withSparsity(sparsity);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long busy = threads.getCurrentThreadCpuTime();
    long started = System.nanoTime();
    Solution solution =
        seconds > 0
            ? interrupted(solver, asked, busy + (long) (seconds * 1e9))
            : solver.solve(asked);
    long nanos = System.nanoTime() - started;
    long cpuNanos = threads.getCurrentThreadCpuTime() - busy;
    return new Fitted(
        nanos,
        cpuNanos,
        solution.support().toArray(),
        solution.coefficients(),
        solution.intercept(),
        solution.deviance(),
        solution.ridge(),
        solution.status().name());
  }

  /** The best answer by the time that this thread has had so much of the processor. */
  private static Solution interrupted(Solver solver, SparseProblem asked, long busyNanos) {
    Thread solving = Thread.currentThread();
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            if (threads.getThreadCpuTime(solving.getId()) >= busyNanos) {
              solving.interrupt();
              cancel();
            }
          }
        },
        0,
        1);
    Solution solution = solver.solve(asked);
    timer.cancel();
    Thread.interrupted(); // Whatever came of it, the next solve is not to be stopped.
    return solution;
  }
}
