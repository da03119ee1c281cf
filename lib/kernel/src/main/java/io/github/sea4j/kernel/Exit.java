package io.github.sea4j.kernel;

/** Ends the process even if code of a cell does not end. */
final class Exit {

  private static final long MILLIS = 1_500;

  private Exit() {}

  /** In a moment, in which the answer to the request is sent. */
  static void soon() {
    Thread thread = new Thread(Exit::later, "exit");
    thread.setDaemon(true);
    thread.start();
  }

  private static void later() {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(0);
  }
}
