package io.github.sea4j.cli.io;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns Ctrl-C, or a request to terminate, into an interrupt of the thread that runs, and holds the
 * process until that thread has put its work away. The process then ends with the code of the
 * signal: 130 for Ctrl-C.
 */
public final class StopSignal {

  /** Longer than workers get to stop. */
  private static final long SECONDS_TO_STOP = 90;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private StopSignal(Thread runner) {
    hook =
        new Thread(
            () -> {
              runner.interrupt();
              await();
            },
            "sea4j-stop");
  }

  /** Does the work so that a signal interrupts this thread, and waits for its end. */
  public static <T> T interrupts(Supplier<T> work) {
    StopSignal signal = new StopSignal(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(signal.hook);
    try {
      return work.get();
    } finally {
      signal.over();
    }
  }

  private void await() {
    try {
      if (!done.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        System.err.println("sea4j: the work did not stop in " + SECONDS_TO_STOP + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work is put away. */
  private void over() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The process is ending: the hook runs, and has just been let go.
    }
  }
}
