package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Asserts what a message says. */
final class Says {

  private Says() {}

  static void assertSays(Throwable thrown, String part) {
    assertTrue(
        String.valueOf(thrown.getMessage()).contains(part),
        () -> "expected '" + part + "' in: " + thrown.getMessage());
  }
}
