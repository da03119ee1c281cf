package io.github.sea4j.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A task with its result; an interrupt reaches it whether it runs already or not yet. */
final class Job<T> implements Runnable {

  private final Callable<T> task;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Thread runner;
  private boolean interrupted;
  private @Nullable T result;
  private @Nullable Throwable failure;

  Job(Callable<T> task) {
    this.task = task;
  }

  /** On a thread of the pool, which is left without an interrupt. */
  @Override
  public void run() {
    begin();
    try {
      Workers.alone(
          () -> {
            call();
            return true;
          });
    } finally {
      end();
    }
  }

  /** On the calling thread. */
  void runHere() {
    call();
    ended.countDown();
  }

  private void call() {
    try {
      result = task.call();
    } catch (Exception | Error thrown) {
      failure = thrown;
    }
  }

  private synchronized void begin() {
    runner = Thread.currentThread();
    if (interrupted) {
      runner.interrupt();
    }
  }

  private synchronized void end() {
    runner = null;
    // Of this job; the next one on this thread must not see it.
    boolean cleared = Thread.interrupted();
    interrupted = interrupted || cleared;
    ended.countDown();
  }

  synchronized void interrupt() {
    interrupted = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  void await() throws InterruptedException {
    ended.await();
  }

  boolean hasFailed() {
    return failure != null;
  }

  T result() {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (result == null) {
      throw new IllegalStateException("a task failed or has no result", failure);
    }
    return result;
  }
}
