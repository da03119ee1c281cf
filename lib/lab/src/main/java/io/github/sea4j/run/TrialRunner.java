package io.github.sea4j.run;

import io.github.sea4j.cluster.ClusterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials, on threads or on a cluster, and hands them, in the order they finish, to the calling
 * thread. No other thread touches the sink, and nothing of one trial reaches another, so where they
 * ran cannot be seen in the results.
 *
 * @param <R> the result of a trial
 * @param <T> a trial and what to do with it
 */
final class TrialRunner<R, T extends TrialRunner.Task<R>> {

  /** What is done with a trial; its answer depends on the trial alone. */
  interface Task<R> {
    Trial trial();

    /** Canonical texts of the solvers that the answer is about. */
    List<String> solvers();

    /** The answer, computed by the calling thread. */
    R run();

    /** The answer from what {@link Study#rows} said of it somewhere else. */
    R read(List<List<String>> rows);
  }

  /** Receives finished trials on the calling thread. */
  interface Sink<R, T> {
    /** Takes a result; returns tasks that follow from it. */
    List<T> accept(T task, R result) throws IOException;
  }

  /** Where tasks run: several at once, each of which has an outcome. */
  interface Lanes<T> extends AutoCloseable {
    /** Takes tasks; at best they run before those that wait. */
    void start(List<T> tasks);

    /** Stops all; no outcome comes afterwards. */
    @Override
    void close();
  }

  /**
   * What became of a task.
   *
   * @param failure why there is no result: the task threw, or where it ran is lost
   */
  record Outcome<R, T>(@Nullable T task, @Nullable R result, @Nullable RuntimeException failure) {}

  private final Function<Consumer<Outcome<R, T>>, Lanes<T>> opener;
  private final BlockingQueue<Outcome<R, T>> outcomes = new LinkedBlockingQueue<>();

  /**
   * @param opener opens the lanes, given who is to be told of outcomes, by any thread
   */
  TrialRunner(Function<Consumer<Outcome<R, T>>, Lanes<T>> opener) {
    this.opener = opener;
  }

  /**
   * Runs all tasks, and those that follow from them.
   *
   * @throws InterruptedException if the calling thread was interrupted: the lanes were closed, and
   *     the sink has every trial that had finished
   * @throws IOException if the sink failed; the lanes were closed
   * @throws TrialFailedException if a trial failed; the lanes were closed, and the sink has every
   *     trial that had finished
   * @throws ClusterException if a cluster is not there or was lost; the same holds
   */
  void run(List<T> first, Sink<R, T> sink) throws InterruptedException, IOException {
    if (first.isEmpty()) {
      return;
    }
    Lanes<T> lanes = opener.apply(outcomes::add);
    try {
      lanes.start(first);
      long pending = first.size();
      while (pending > 0) {
        List<T> more = new ArrayList<>();
        // With what came meanwhile: a cluster is asked once for all that follows.
        for (Outcome<R, T> next = outcomes.take(); next != null; next = outcomes.poll()) {
          more.addAll(deliver(next, sink));
          pending--;
        }
        lanes.start(more);
        pending += more.size();
      }
    } catch (InterruptedException | TrialFailedException | ClusterException stopped) {
      lanes.close();
      deliverFinished(sink);
      throw stopped;
    } finally {
      lanes.close();
    }
  }

  private List<T> deliver(Outcome<R, T> outcome, Sink<R, T> sink) throws IOException {
    if (outcome.failure() != null) {
      throw outcome.failure();
    }
    return outcome.task() == null || outcome.result() == null
        ? List.of()
        : sink.accept(outcome.task(), outcome.result());
  }

  private void deliverFinished(Sink<R, T> sink) throws IOException {
    for (Outcome<R, T> outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
      if (outcome.failure() == null) {
        deliver(outcome, sink);
      }
    }
  }
}
