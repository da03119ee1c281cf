package io.github.sea4j.linalg;

import pl.edu.icm.jlargearrays.ConcurrencyUtils;

/**
 * Runs transforms of JTransforms on one thread.
 *
 * <p>JTransforms splits long transforms over as many threads as a setting of the whole process
 * says, and the bits depend on it. Here each call runs with one thread, so that the bits are the
 * same everywhere; the setting of the program around is put back afterwards, once the last call
 * under way has ended.
 */
final class OneThread {

  /** From this length on JTransforms may use threads. */
  private static final int THREADED = 2048;

  private static final Object LOCK = new Object();

  /** Calls under way, and what the setting was before the first of them. */
  private static int underWay;

  private static int before;

  private OneThread() {}

  /** Runs transforms of this length. */
  static void run(int length, Runnable transform) {
    if (length < THREADED) {
      transform.run();
      return;
    }
    enter();
    try {
      transform.run();
    } finally {
      leave();
    }
  }

  private static void enter() {
    synchronized (LOCK) {
      if (underWay == 0) {
        before = ConcurrencyUtils.getNumberOfThreads();
        ConcurrencyUtils.setNumberOfThreads(1);
      }
      underWay++;
    }
  }

  private static void leave() {
    synchronized (LOCK) {
      underWay--;
      if (underWay == 0) {
        ConcurrencyUtils.setNumberOfThreads(before);
      }
    }
  }
}
