package io.github.sea4j.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * The process that started the kernel. When it is gone, also by a kill, nobody can reach the kernel
 * any more, and it ends too, as Python's own kernel does.
 */
final class Parent {

  /** Where Jupyter writes the number of its process. */
  static final String KEY = "JPY_PARENT_PID";

  private Parent() {}

  /**
   * Waits in the background. Without the number, or with that of a process that is not seen from
   * here, as across the border of a container, nothing happens.
   *
   * @param whenGone run once, on another thread
   */
  static void watch(Map<String, String> environment, Runnable whenGone) {
    number(environment.getOrDefault(KEY, ""))
        .flatMap(ProcessHandle::of)
        .ifPresent(parent -> waitFor(parent, whenGone));
  }

  private static void waitFor(ProcessHandle parent, Runnable whenGone) {
    Thread thread =
        new Thread(
            () -> {
              parent.onExit().join();
              whenGone.run();
            },
            "end of the parent process");
    thread.setDaemon(true);
    thread.start();
  }

  private static Optional<Long> number(String text) {
    return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
