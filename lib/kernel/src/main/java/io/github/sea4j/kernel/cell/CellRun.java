package io.github.sea4j.kernel.cell;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a cell: its code runs on a thread of its own, whose descendants are known, and
 * can be stopped from any other thread.
 */
public final class CellRun implements AutoCloseable {

  private static final AtomicInteger LAST = new AtomicInteger();

  private final int number = LAST.incrementAndGet();
  private final int count;
  private final CellThreads threads = new CellThreads(number);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService executor = Executors.newSingleThreadExecutor(this::start);
  private volatile @Nullable Thread main;
  private volatile @Nullable CompletableFuture<?> pending;
  private volatile boolean stopRequested;
  private volatile @Nullable String leftBehind;

  /**
   * Begins a cell.
   *
   * @param count the number that the notebook shows before it; 0 for the kernel's own start
   */
  public CellRun(int count) {
    this.count = count;
    Owners.begins(number);
  }

  private Thread start(Runnable work) {
    Thread thread = threads.main(work);
    main = thread;
    return thread;
  }

  /** The number that the notebook shows before the cell; 0 for the kernel's own start. */
  public int count() {
    return count;
  }

  /** The number among all cells of this process. */
  public int number() {
    return number;
  }

  /** True on the thread on which the cell itself runs. */
  public boolean isCurrent() {
    return Thread.currentThread() == main;
  }

  /** True if the current thread works for a stopped cell, whose output nobody is to see. */
  public static boolean isCurrentStopped() {
    return Owners.isStopped(Owners.current());
  }

  /** Ends the current thread's work if it is that of a stopped cell. */
  public static void endIfStopped() {
    if (isCurrentStopped()) {
      throw new CellStopped();
    }
  }

  /**
   * Runs a task on the cell's thread and waits for it; at once where the caller is that thread.
   *
   * @throws Throwable what the task throws; {@link CellStopped} if it was left behind
   */
  public <T extends @Nullable Object> T run(Callable<T> task) throws Throwable {
    if (Thread.currentThread() == main) {
      return task.call();
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    pending = result;
    executor.execute(() -> complete(result, task));
    if (leftBehind != null) {
      result.completeExceptionally(new CellStopped());
    }
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T extends @Nullable Object> void complete(
      CompletableFuture<T> result, Callable<T> task) {
    try {
      result.complete(task.call());
    } catch (Throwable thrown) {
      result.completeExceptionally(thrown);
    }
  }

  /**
   * Stops the cell, also one that has ended but left threads running. Returns at once.
   *
   * @param muted called when the cell's output has become that of nobody
   * @return false if that was asked for before
   */
  public synchronized boolean stop(Runnable muted) {
    if (stopRequested) {
      return false;
    }
    stopRequested = true;
    Thread stop = new Thread(new Stop(this, threads, muted), "stop of cell " + number);
    stop.setDaemon(true);
    stop.start();
    return true;
  }

  /** True once {@link #stop} was called. */
  public boolean isStopRequested() {
    return stopRequested;
  }

  /** Where the code is that did not end in time, null if all ended or still may. */
  public @Nullable String leftBehind() {
    return leftBehind;
  }

  /** Ends the wait for a task that does not end; nothing happens where none is waited for. */
  void leaveBehind(Set<Thread> alive) {
    CompletableFuture<?> waiting = pending;
    if (waiting != null && !waiting.isDone()) {
      leftBehind = String.join(", ", CellThreads.places(alive));
      waiting.completeExceptionally(new CellStopped());
    }
  }

  boolean awaitClose(long millis) throws InterruptedException {
    return closed.await(millis, TimeUnit.MILLISECONDS);
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  void addClass(String name) {
    threads.addClass(name);
  }

  /** True if threads that the cell started are alive still. */
  public boolean hasThreads() {
    Set<Thread> alive = threads.alive();
    alive.remove(main);
    return !alive.isEmpty();
  }

  /** The cell has ended, as far as its notebook is concerned; threads it started may go on. */
  @Override
  public void close() {
    executor.shutdown();
    closed.countDown();
  }
}
