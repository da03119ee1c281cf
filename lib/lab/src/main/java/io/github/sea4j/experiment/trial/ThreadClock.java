package io.github.sea4j.experiment.trial;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The processor time of the thread that starts it, which other work on the machine disturbs far
 * less than the clock on the wall. Inside a sweep a solve has one thread, so that nothing is
 * missed.
 */
public final class ThreadClock {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long started = now();

  private ThreadClock() {}

  /** Starts a clock on this thread. */
  public static ThreadClock start() {
    return new ThreadClock();
  }

  /** Since the start, on the thread that started; of the wall where the JVM cannot tell. */
  public double seconds() {
    return (now() - started) / 1e9;
  }

  private static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
