package io.github.sea4j.kernel.cell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;

/**
 * The stop of one cell, step by step. First its threads are interrupted, which lets a solver return
 * its best answer. What has not ended by then meets a poll, and is interrupted again and again, as
 * code may swallow an interrupt. What does not end by that either, a loop within a foreign library,
 * is left behind; polls stay armed for as long as it lives.
 */
final class Stop implements Runnable {

  private static final long GRACE_MILLIS = 150;
  private static final long PATIENCE_MILLIS = 700;

  /** Of processor time: on a busy machine a solver may wait for its turn to answer. */
  private static final long PATIENCE_NANOS = 400_000_000;

  private static final long LONGEST_PATIENCE_MILLIS = 8_000;
  private static final long ROUND_MILLIS = 20;

  /** Virtual threads are not seen; polls stay armed for them at least this long. */
  private static final long LEAST_MILLIS = 2_000;

  private static final long LATE_ROUND_MILLIS = 500;

  private final CellRun cell;
  private final CellThreads threads;
  private final Runnable muted;

  Stop(CellRun cell, CellThreads threads, Runnable muted) {
    this.cell = cell;
    this.threads = threads;
    this.muted = muted;
  }

  @Override
  public void run() {
    try {
      interrupt(threads.alive());
      cell.awaitClose(GRACE_MILLIS);
      Owners.stop(cell.number());
      muted.run();
      Poll.arm();
      try {
        untilAllHaveEnded();
      } finally {
        Poll.disarm();
      }
    } catch (InterruptedException e) {
      // Nobody has a reason to interrupt this thread; if somebody did, the stop would end.
      Thread.currentThread().interrupt();
    }
  }

  private void untilAllHaveEnded() throws InterruptedException {
    long start = System.nanoTime();
    long used = processorNanos(threads.alive());
    while (true) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      Set<Thread> alive = threads.alive();
      if (cell.isClosed() && alive.isEmpty() && millis > LEAST_MILLIS) {
        return;
      }
      interrupt(alive);
      if (!cell.isClosed() && isEnough(millis, processorNanos(alive) - used)) {
        cell.leaveBehind(alive);
      }
      Thread.sleep(millis > LEAST_MILLIS ? LATE_ROUND_MILLIS : ROUND_MILLIS);
    }
  }

  private static boolean isEnough(long millis, long nanos) {
    return millis > LONGEST_PATIENCE_MILLIS || (millis > PATIENCE_MILLIS && nanos > PATIENCE_NANOS);
  }

  private static long processorNanos(Set<Thread> threads) {
    ThreadMXBean times = ManagementFactory.getThreadMXBean();
    return threads.stream()
        .mapToLong(each -> Math.max(0, times.getThreadCpuTime(each.getId())))
        .sum();
  }

  private static void interrupt(Set<Thread> alive) {
    alive.forEach(Thread::interrupt);
  }
}
