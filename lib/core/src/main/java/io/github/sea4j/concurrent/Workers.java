package io.github.sea4j.concurrent;

import io.github.sea4j.check.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The one pool of threads of this library; never the common pool of the JDK, which belongs to the
 * program around.
 *
 * <p>Tasks are run on as many threads as {@link #count} says and their results come back in the
 * order of the tasks, so that the number of threads changes the time and nothing else: tasks must
 * not depend on each other. Inside a task, and inside {@link #alone}, everything runs on the
 * calling thread; whoever spreads many solves over the cores keeps each of them on one.
 *
 * <p>The number of threads is that of the processors, or the system property {@code sea4j.threads},
 * or {@link #setCount}.
 */
public final class Workers {

  /**
   * Multiplications that take some tenths of a millisecond; below, waking eats the gain (NOTES).
   */
  private static final long WORTH_WAKING = 1_000_000;

  /** Entries of a matrix that takes half a millisecond to read: worth waking threads for. */
  public static final long LARGE_MATRIX = 2_000_000;

  private static final ThreadLocal<Boolean> ALONE = ThreadLocal.withInitial(() -> false);

  private static volatile int count =
      Math.max(1, Integer.getInteger("sea4j.threads", Runtime.getRuntime().availableProcessors()));

  private static final ThreadPoolExecutor POOL = pool();

  private Workers() {}

  private static ThreadPoolExecutor pool() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count,
            count,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "sea4j-worker-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** How many threads tasks may use from here: 1 inside a task and inside {@link #alone}. */
  public static int count() {
    return ALONE.get() ? 1 : count;
  }

  /**
   * Sets the number of threads for all that is started from now on.
   *
   * @throws IllegalArgumentException unless it is at least 1
   */
  public static synchronized void setCount(int threads) {
    count = Require.atLeast("threads", threads, 1);
    // The order matters: a pool's core must never be above its maximum.
    if (threads > POOL.getMaximumPoolSize()) {
      POOL.setMaximumPoolSize(threads);
      POOL.setCorePoolSize(threads);
    } else {
      POOL.setCorePoolSize(threads);
      POOL.setMaximumPoolSize(threads);
    }
  }

  /** Does some work in which nothing else of this library starts threads. */
  public static <T> T alone(Supplier<T> work) {
    boolean before = ALONE.get();
    ALONE.set(true);
    try {
      return work.get();
    } finally {
      ALONE.set(before);
    }
  }

  /**
   * Runs all tasks and returns their results in the same order.
   *
   * <p>An interrupt of the calling thread is handed on to the tasks, those that have not begun
   * included; solvers then answer with the best so far. All results come back all the same, and the
   * interrupt flag of the calling thread is set. If tasks fail, the others are interrupted, and the
   * failure of the first in order is thrown once all have ended.
   *
   * @throws IllegalStateException if a task throws a checked exception
   */
  public static <T> List<T> all(List<? extends Callable<T>> tasks) {
    return all(tasks, 0);
  }

  /**
   * The same.
   *
   * @param here how many tasks, from the first, the calling thread does while others do the rest
   */
  private static <T> List<T> all(List<? extends Callable<T>> tasks, int here) {
    List<Job<T>> jobs = new ArrayList<>();
    tasks.forEach(task -> jobs.add(new Job<>(task)));
    if (count() == 1 || tasks.size() == 1) {
      for (Job<T> job : jobs) {
        job.runHere();
        if (job.hasFailed()) {
          break; // Of those that follow none is begun: on more threads they would be interrupted.
        }
      }
    } else {
      jobs.subList(here, jobs.size()).forEach(POOL::execute);
      alone(
          () -> {
            jobs.subList(0, here).forEach(Job::runHere);
            return true;
          });
      await(jobs);
    }
    List<T> results = new ArrayList<>();
    jobs.forEach(job -> results.add(job.result()));
    return results;
  }

  /** Work on the indices of an array from one, inclusive, to another, exclusive. */
  @FunctionalInterface
  public interface Part {

    /** Does the work; others do theirs at the same time. */
    void run(int from, int to);
  }

  /**
   * Spreads the indices from 0 to {@code length} over the threads: a part of neighbours for each,
   * the first for the calling thread, which would only wait, and so one less is woken. What the
   * work leaves at an index must not depend on where its part begins or ends.
   *
   * @param step parts begin at multiples of it
   */
  public static void split(int length, int step, Part work) {
    int blocks = (length + step - 1) / step;
    int parts = Math.min(count(), blocks);
    if (parts <= 1) {
      work.run(0, length);
      return;
    }
    int size = step * ((blocks + parts - 1) / parts);
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int from = 0; from < length; from += size) {
      int start = from;
      tasks.add(
          () -> {
            work.run(start, Math.min(length, start + size));
            return true;
          });
    }
    all(tasks, 1);
  }

  /**
   * The same, on the calling thread alone where the whole takes fewer multiplications than threads
   * are worth waking for.
   *
   * @param cost multiplications of the whole
   */
  public static void split(int length, int step, long cost, Part work) {
    splitIf(cost >= WORTH_WAKING, length, step, work);
  }

  /** The same where it is worth it, on the calling thread alone where not. */
  public static void splitIf(boolean worth, int length, int step, Part work) {
    if (worth) {
      split(length, step, work);
    } else {
      work.run(0, length);
    }
  }

  private static <T> void await(List<Job<T>> jobs) {
    boolean interrupted = false;
    for (Job<T> job : jobs) {
      while (true) {
        try {
          job.await();
          break;
        } catch (InterruptedException stop) {
          interrupted = true;
          jobs.forEach(Job::interrupt);
        }
      }
      if (job.hasFailed()) {
        jobs.forEach(Job::interrupt);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
