package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Asserts what a message says. */
public final class Says {

  private Says() {}

  /** Asserts that the message has this part. */
  public static void assertSays(Throwable thrown, String part) {
    assertTrue(
        String.valueOf(thrown.getMessage()).contains(part),
        () -> "expected '" + part + "' in: " + thrown.getMessage());
  }
}
