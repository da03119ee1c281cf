package io.github.sea4j.search;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.solver.Heartbeat;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Status;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The bookkeeping of one solve: iterations, the best support, clock, budget and signs of life. */
final class Progress {

  private final String solver;
  private final double norm;
  private final Run run;
  private final long started = System.nanoTime();
  private final long deadline;
  private final LongSupplier products;
  private final Set<Long> visited = new HashSet<>();
  private long lastBeat = started;

  private long iteration = -1;
  private int[] best = {};
  private double bestValue = Double.POSITIVE_INFINITY;
  private @Nullable Status stopped;

  /**
   * @param norm of the measurements, for relative residuals
   * @param products how many products the solve has made so far
   */
  Progress(String solver, double norm, Run run, LongSupplier products) {
    this.solver = solver;
    this.norm = norm;
    this.run = run;
    this.products = products;
    this.deadline = run.timeLimit().map(d -> started + d.toNanos()).orElse(Long.MAX_VALUE);
  }

  /** Counts an iteration; of equals the earliest stays the best. */
  void visit(Fitted fitted) {
    int[] support = fitted.support();
    iteration++;
    visited.add(fingerprint(support));
    if (fitted.value() < bestValue) {
      bestValue = fitted.value();
      best = support;
    }
  }

  void skip(long count) {
    iteration += count;
  }

  void stop(Status status) {
    stopped = status;
  }

  boolean mustStop() {
    if (stopped == null && Thread.currentThread().isInterrupted()) {
      stopped = Status.INTERRUPTED;
    }
    if (stopped == null && deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0) {
      stopped = Status.TIME_LIMIT;
    }
    if (stopped == null && products.getAsLong() >= run.productLimit().orElse(Long.MAX_VALUE)) {
      stopped = Status.PRODUCT_LIMIT;
    }
    if (run.beatNanos() > 0) {
      beat();
    }
    return stopped != null;
  }

  /**
   * Whether somebody waits for the answer: an interrupt or the end of the time, but not that of the
   * products, whose count must not depend on where this is asked.
   */
  boolean isCutShort() {
    boolean late = deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0;
    return late || Thread.currentThread().isInterrupted();
  }

  private void beat() {
    long now = System.nanoTime();
    if (now - lastBeat >= run.beatNanos()) {
      lastBeat = now;
      Heartbeat.Beat beat =
          new Heartbeat.Beat(
              solver, iterations(), bestValue / norm, Duration.ofNanos(now - started));
      run.heartbeat().ifPresent(listener -> listener.onBeat(beat));
    }
  }

  Status statusOr(Status regular) {
    return stopped == null ? regular : stopped;
  }

  /** What is left of the budget. */
  Run remaining() {
    return run.remaining(elapsedNanos(), products.getAsLong());
  }

  /** Shared. */
  int[] best() {
    return best;
  }

  double bestValue() {
    return bestValue;
  }

  long iterations() {
    return iteration + 1;
  }

  long distinctSupports() {
    return visited.size();
  }

  long elapsedNanos() {
    return System.nanoTime() - started;
  }

  /**
   * Sum of a well-mixed number for each index. Two of a million supports share a fingerprint with
   * probability below 1e-7, and only the count of distinct supports would notice.
   */
  static long fingerprint(int[] support) {
    long sum = 0;
    for (int j : support) {
      long mixed = (j + 1) * 0x9E3779B97F4A7C15L;
      mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      sum += mixed ^ (mixed >>> 31);
    }
    return sum;
  }
}
