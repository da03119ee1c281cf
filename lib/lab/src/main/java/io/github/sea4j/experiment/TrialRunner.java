package io.github.sea4j.experiment;

import io.github.sea4j.table.ResultRow;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials on a fixed number of threads and hands them, in the order they finish, to the calling
 * thread. No other thread touches the sink, and nothing of one trial reaches another, so the number
 * of threads cannot be seen in the results.
 */
final class TrialRunner {

  /** Receives finished trials on the calling thread. */
  interface Sink {
    void accept(Trial trial, List<ResultRow> rows) throws IOException;
  }

  private record Outcome(Trial trial, List<ResultRow> rows, @Nullable Throwable failure) {}

  private static final long SECONDS_TO_STOP = 60;

  private final Protocol protocol;
  private final int threads;
  private final AtomicInteger next = new AtomicInteger();
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

  TrialRunner(Protocol protocol, int threads) {
    this.protocol = protocol;
    this.threads = threads;
  }

  /**
   * Runs all trials.
   *
   * @throws InterruptedException if the calling thread was interrupted: the workers were stopped,
   *     and the sink has every trial that had finished
   * @throws IOException if the sink failed; the workers were stopped
   * @throws TrialFailedException if a trial failed; the workers were stopped, and the sink has
   *     every trial that had finished
   */
  void run(List<Trial> trials, Sink sink) throws InterruptedException, IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads, workers());
    try {
      for (int i = 0; i < threads; i++) {
        pool.execute(() -> work(trials));
      }
      for (int i = 0; i < trials.size(); i++) {
        deliver(outcomes.take(), sink);
      }
    } catch (InterruptedException | TrialFailedException stopped) {
      stop(pool);
      deliverFinished(sink);
      throw stopped;
    } finally {
      stop(pool);
    }
  }

  private void work(List<Trial> trials) {
    for (int i = next.getAndIncrement(); i < trials.size(); i = next.getAndIncrement()) {
      Trial trial = trials.get(i);
      Outcome outcome = attempt(trial);
      if (Thread.currentThread().isInterrupted()) {
        return; // Solvers that were cut short answer with less than they would: not a result.
      }
      outcomes.add(outcome);
    }
  }

  private Outcome attempt(Trial trial) {
    try {
      return new Outcome(trial, protocol.run(trial), null);
    } catch (RuntimeException | Error failure) {
      return new Outcome(trial, List.of(), failure);
    }
  }

  private static void deliver(Outcome outcome, Sink sink) throws IOException {
    if (outcome.failure() != null) {
      throw new TrialFailedException(outcome.trial(), outcome.failure());
    }
    sink.accept(outcome.trial(), outcome.rows());
  }

  private void deliverFinished(Sink sink) throws IOException {
    for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
      if (outcome.failure() == null) {
        sink.accept(outcome.trial(), outcome.rows());
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
