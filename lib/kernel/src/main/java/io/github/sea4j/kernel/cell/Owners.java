package io.github.sea4j.kernel.cell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Which cell a piece of running code belongs to.
 *
 * <p>A thread belongs to the cell that started it, and so do the threads that it starts. A class
 * belongs to the cell with which it was compiled. Where the two differ the later cell counts: a
 * function of cell 1 that cell 7 calls works for cell 7, and so does a lambda of cell 7 on a thread
 * pool of cell 3. The workers of the common pool outlive their cells: they belong to the latest
 * cell that found the pool idle when it began.
 */
final class Owners {

  private static final InheritableThreadLocal<Integer> THREAD = new InheritableThreadLocal<>();
  private static final Set<Integer> STOPPED = ConcurrentHashMap.newKeySet();
  private static volatile int newestStopped;
  private static volatile int commonPool;

  private Owners() {}

  /** To be called where a cell begins. */
  static void begins(int cell) {
    if (ForkJoinPool.commonPool().isQuiescent()) {
      commonPool = cell;
    }
  }

  /** To be called on a cell's own thread, before it does or starts anything. */
  static void own(int cell) {
    THREAD.set(cell);
  }

  /** The cell that the current thread belongs to, 0 for none. */
  static int current() {
    if (Thread.currentThread() instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool()) {
      return commonPool;
    }
    Integer cell = THREAD.get();
    return cell == null ? 0 : cell;
  }

  static synchronized void stop(int cell) {
    STOPPED.add(cell);
    newestStopped = Math.max(newestStopped, cell);
  }

  static boolean isStopped(int cell) {
    return STOPPED.contains(cell);
  }

  /** The target of {@link Poll} while something is being stopped. */
  static void check(int compiled) {
    if (compiled > newestStopped) {
      // No stopped cell owns code of a later one; that keeps its loops fast meanwhile.
      return;
    }
    int owner = Math.max(compiled, current());
    if (STOPPED.contains(owner)) {
      throw new CellStopped();
    }
  }
}
