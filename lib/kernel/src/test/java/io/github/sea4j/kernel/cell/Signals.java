package io.github.sea4j.kernel.cell;

/** Between a test and the cell that it runs. */
public final class Signals {

  private static volatile boolean begun;
  private static volatile boolean foreign;

  private Signals() {}

  static void reset() {
    begun = false;
    foreign = true;
  }

  /** Called by cells. */
  public static void begun() {
    begun = true;
  }

  /** Called by cells: a loop that answers to nothing but the test. */
  public static void foreign() {
    begun = true;
    while (foreign) {
      Thread.onSpinWait();
    }
  }

  /** Called by cells: what the library does with a wrong argument. */
  public static void requirePositive(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k is " + k + ", but at least 1");
    }
  }

  static void endForeign() {
    foreign = false;
  }

  /** Waits until the cell has begun, or the thread that evaluates it has ended. */
  static void await(Thread evaluating) throws InterruptedException {
    while (!begun && evaluating.isAlive()) {
      Thread.sleep(10);
    }
  }
}
