package io.github.sea4j.exact.tree;

import io.github.sea4j.concurrent.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Expands batches of nodes on the threads of {@link Workers}. What comes out depends on the batch
 * and the cutoff alone, not on the threads.
 */
final class Expanders {

  private final List<Expander> all = new ArrayList<>();
  private final BooleanSupplier mustStop;
  private boolean stopped;

  /** As many as there are threads now. */
  Expanders(SubsetProblem problem, double[] curvature, BooleanSupplier mustStop) {
    this.mustStop = mustStop;
    for (int i = 0; i < Workers.count(); i++) {
      all.add(new Expander(problem, curvature, this::isStopped));
    }
  }

  /**
   * Whether the caller wants to stop. One thread asks at a time; the caller waits meanwhile. A
   * thread that the pool interrupts on behalf of the caller finds that out here too.
   */
  synchronized boolean isStopped() {
    stopped = stopped || mustStop.getAsBoolean();
    return stopped;
  }

  /** Bounds the root. */
  Expander.Expansion root(Node root, double cutoff) {
    return all.get(0).root(root, cutoff);
  }

  /** The expansions of these nodes, in their order. */
  List<Expander.Expansion> expand(List<Node> batch, double cutoff) {
    Expander.@Nullable Expansion[] results = new Expander.Expansion[batch.size()];
    AtomicInteger next = new AtomicInteger();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (Expander each : all.subList(0, Math.min(all.size(), batch.size()))) {
      tasks.add(() -> work(each, batch, cutoff, next, results));
    }
    Workers.all(tasks);
    List<Expander.Expansion> done = new ArrayList<>();
    for (Expander.@Nullable Expansion each : results) {
      done.add(each == null ? new Expander.Expansion(List.of(), null, false, 0) : each);
    }
    return done;
  }

  private static int work(
      Expander expander,
      List<Node> batch,
      double cutoff,
      AtomicInteger next,
      Expander.@Nullable Expansion[] results) {
    int done = 0;
    for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
      results[i] = expander.expand(batch.get(i), cutoff);
      done++;
    }
    return done;
  }
}
