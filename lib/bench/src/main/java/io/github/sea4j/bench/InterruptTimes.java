package io.github.sea4j.bench;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solver;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long solvers go on after an interrupt, which a notebook's stop button sends: one thread, and
 * moments that are spread evenly over a run, its very start included.
 */
public final class InterruptTimes {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private InterruptTimes() {}

  /** From the interrupt to the answer, in seconds: of the solver's thread, and by the clock. */
  private record Delay(double processor, double clock) {}

  /**
   * Prints a line for each solver.
   *
   * @param words the problem ({@link ProblemText}), the number of tries, and the solvers
   */
  public static void main(String[] words) throws InterruptedException {
    Workers.setCount(1);
    SparseProblem problem = ProblemText.parse(words[0]).instance(1).problem();
    int tries = Integer.parseInt(words[1]);
    System.out.printf(
        "%-24s %10s %12s %12s %12s%n",
        "solver", "run, s", "median, ms", "worst, ms", "by clock, ms");
    for (String text : Arrays.asList(words).subList(2, words.length)) {
      Solver solver = Solvers.parse(text);
      solver.solve(problem);
      long started = System.nanoTime();
      solver.solve(problem);
      double run = (System.nanoTime() - started) / 1e9;
      Delay[] delays = new Delay[tries];
      for (int i = 0; i < tries; i++) {
        delays[i] = interrupted(solver, problem, run * i / tries);
      }
      double[] processor = Arrays.stream(delays).mapToDouble(Delay::processor).sorted().toArray();
      double clock = Arrays.stream(delays).mapToDouble(Delay::clock).max().orElseThrow();
      double median = (processor[(tries - 1) / 2] + processor[tries / 2]) / 2;
      System.out.printf(
          Locale.ROOT,
          "%-24s %10.2f %12.1f %12.1f %12.1f%n",
          text,
          run,
          1e3 * median,
          1e3 * processor[tries - 1],
          1e3 * clock);
    }
  }

  private static Delay interrupted(Solver solver, SparseProblem problem, double after)
      throws InterruptedException {
    long[] ended = new long[2];
    Thread thread =
        new Thread(
            () -> {
              solver.solve(problem);
              ended[0] = THREADS.getCurrentThreadCpuTime();
              ended[1] = System.nanoTime();
            });
    thread.start();
    Thread.sleep(Math.round(1e3 * after));
    long used = Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
    long interrupted = System.nanoTime();
    thread.interrupt();
    thread.join();
    // A run that had ended by then went on for no time at all.
    return ended[1] < interrupted
        ? new Delay(0, 0)
        : new Delay((ended[0] - used) / 1e9, (ended[1] - interrupted) / 1e9);
  }
}
