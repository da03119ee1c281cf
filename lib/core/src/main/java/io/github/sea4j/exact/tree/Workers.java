package io.github.sea4j.exact.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Expands batches of nodes on some threads, the caller's among them. What comes out depends on the
 * batch and the cutoff alone, not on the threads.
 */
final class Workers implements AutoCloseable {

  private final Expander own;
  private final List<Expander> others = new ArrayList<>();
  private final @Nullable ExecutorService pool;
  private final BooleanSupplier mustStop;
  private volatile boolean stopped;

  /**
   * Starts the other threads.
   *
   * @param mustStop asked on the caller's thread only
   */
  Workers(SubsetProblem problem, double[] curvature, int threads, BooleanSupplier mustStop) {
    this.mustStop = mustStop;
    this.own = new Expander(problem, curvature, this::poll);
    for (int i = 1; i < threads; i++) {
      others.add(new Expander(problem, curvature, () -> stopped));
    }
    this.pool =
        others.isEmpty() ? null : Executors.newFixedThreadPool(others.size(), Workers::daemon);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "branch-and-bound");
    thread.setDaemon(true);
    return thread;
  }

  private boolean poll() {
    if (!stopped && mustStop.getAsBoolean()) {
      stopped = true;
    }
    return stopped;
  }

  /** Whether the caller wants to stop. */
  boolean isStopped() {
    return poll();
  }

  Expander.Expansion root(Node root, double cutoff) {
    return own.root(root, cutoff);
  }

  /** The expansions of these nodes, in their order. */
  List<Expander.Expansion> expand(List<Node> batch, double cutoff) {
    Expander.@Nullable Expansion[] results = new Expander.Expansion[batch.size()];
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    if (pool != null) {
      for (Expander each : others) {
        running.add(pool.submit(() -> work(each, batch, cutoff, next, results)));
      }
    }
    try {
      work(own, batch, cutoff, next, results);
    } finally {
      await(running);
    }
    List<Expander.Expansion> done = new ArrayList<>();
    for (Expander.@Nullable Expansion each : results) {
      done.add(each == null ? new Expander.Expansion(List.of(), null, false, 0) : each);
    }
    return done;
  }

  private static void work(
      Expander expander,
      List<Node> batch,
      double cutoff,
      AtomicInteger next,
      Expander.@Nullable Expansion[] results) {
    for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
      results[i] = expander.expand(batch.get(i), cutoff);
    }
  }

  /** Waits for all; an interrupt stops them and stays set. */
  private void await(List<Future<?>> running) {
    boolean interrupted = false;
    for (Future<?> each : running) {
      boolean waiting = true;
      while (waiting) {
        try {
          each.get();
          waiting = false;
        } catch (InterruptedException e) {
          interrupted = true;
          stopped = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("a thread of branch and bound failed", e.getCause());
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
