package io.github.sea4j.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials on a fixed number of threads and hands them, in the order they finish, to the calling
 * thread. No other thread touches the sink, and nothing of one trial reaches another, so the number
 * of threads cannot be seen in the results.
 *
 * @param <R> the result of a trial
 * @param <T> a trial and what to do with it
 */
final class TrialRunner<R, T extends TrialRunner.Task<R>> {

  /** What a worker does; its answer depends on the trial alone. */
  interface Task<R> {
    Trial trial();

    R run();
  }

  /** Receives finished trials on the calling thread. */
  interface Sink<R, T> {
    /** Takes a result; returns tasks that follow from it, which are run before all others. */
    List<T> accept(T task, R result) throws IOException;
  }

  private record Outcome<R, T>(T task, @Nullable R result, @Nullable Throwable failure) {}

  private static final long SECONDS_TO_STOP = 60;

  private final int threads;
  private final BlockingDeque<T> tasks = new LinkedBlockingDeque<>();
  private final BlockingQueue<Outcome<R, T>> outcomes = new LinkedBlockingQueue<>();

  TrialRunner(int threads) {
    this.threads = threads;
  }

  /**
   * Runs all tasks, and those that follow from them.
   *
   * @throws InterruptedException if the calling thread was interrupted: the workers were stopped,
   *     and the sink has every trial that had finished
   * @throws IOException if the sink failed; the workers were stopped
   * @throws TrialFailedException if a trial failed; the workers were stopped, and the sink has
   *     every trial that had finished
   */
  void run(List<T> first, Sink<R, T> sink) throws InterruptedException, IOException {
    tasks.addAll(first);
    long pending = first.size();
    ExecutorService pool = Executors.newFixedThreadPool(threads, workers());
    try {
      for (int i = 0; i < threads; i++) {
        pool.execute(this::work);
      }
      while (pending > 0) {
        List<T> more = deliver(outcomes.take(), sink);
        for (int i = more.size() - 1; i >= 0; i--) {
          tasks.addFirst(more.get(i));
        }
        pending += more.size() - 1;
      }
    } catch (InterruptedException | TrialFailedException stopped) {
      stop(pool);
      deliverFinished(sink);
      throw stopped;
    } finally {
      stop(pool);
    }
  }

  private void work() {
    try {
      while (true) {
        Outcome<R, T> outcome = attempt(tasks.takeFirst());
        if (Thread.currentThread().isInterrupted()) {
          return; // Solvers that were cut short answer with less than they would: not a result.
        }
        outcomes.add(outcome);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Nothing is left to do.
    }
  }

  private Outcome<R, T> attempt(T task) {
    try {
      return new Outcome<>(task, task.run(), null);
    } catch (RuntimeException | Error failure) {
      return new Outcome<>(task, null, failure);
    }
  }

  private List<T> deliver(Outcome<R, T> outcome, Sink<R, T> sink) throws IOException {
    R result = outcome.result();
    if (result == null) {
      throw new TrialFailedException(outcome.task().trial(), outcome.failure());
    }
    return sink.accept(outcome.task(), result);
  }

  private void deliverFinished(Sink<R, T> sink) throws IOException {
    for (Outcome<R, T> outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
      if (outcome.result() != null) {
        sink.accept(outcome.task(), outcome.result());
      }
    }
  }

  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      if (!pool.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "workers did not stop within %d seconds of being interrupted"
                .formatted(SECONDS_TO_STOP));
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory workers() {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "sea4j-trials-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
