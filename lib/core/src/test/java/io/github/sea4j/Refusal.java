package io.github.sea4j;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** The check that bad input is refused with a message that helps. */
public final class Refusal {

  private Refusal() {}

  /** Asserts an {@link IllegalArgumentException} whose message contains {@code part}. */
  public static void assertRefused(String part, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message != null && message.contains(part), "message: " + message);
  }
}
