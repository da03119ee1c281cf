package io.github.sea4j.run;

import io.github.sea4j.concurrent.Workers;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A fixed number of threads of this program; tasks that follow run before those that wait. */
final class ThreadLanes<R, T extends TrialRunner.Task<R>> implements TrialRunner.Lanes<T> {

  private static final long SECONDS_TO_STOP = 60;

  private final BlockingDeque<T> tasks = new LinkedBlockingDeque<>();
  private final Consumer<TrialRunner.Outcome<R, T>> sink;
  private final ExecutorService pool;

  ThreadLanes(int threads, Consumer<TrialRunner.Outcome<R, T>> sink) {
    this.sink = sink;
    pool = Executors.newFixedThreadPool(threads, workers());
    for (int i = 0; i < threads; i++) {
      pool.execute(this::work);
    }
  }

  @Override
  public void start(List<T> more) {
    for (int i = more.size() - 1; i >= 0; i--) {
      tasks.addFirst(more.get(i));
    }
  }

  private void work() {
    try {
      while (true) {
        TrialRunner.Outcome<R, T> outcome = attempt(tasks.takeFirst());
        if (Thread.currentThread().isInterrupted()) {
          return; // Solvers that were cut short answer with less than they would: not a result.
        }
        sink.accept(outcome);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Nothing is left to do.
    }
  }

  private TrialRunner.Outcome<R, T> attempt(T task) {
    try {
      // The trials take all cores already: inside of one, each solve keeps to its thread.
      return new TrialRunner.Outcome<>(task, Workers.alone(task::run), null);
    } catch (RuntimeException | Error failure) {
      return new TrialRunner.Outcome<>(
          task, null, new TrialFailedException(task.trial(), failure.toString(), failure));
    }
  }

  @Override
  public void close() {
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
