package io.github.sea4j.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExerciseTest {

  private static String verdict(@Nullable Integer answer) {
    return Exercise.verdict("10.1", answer, a -> 100 / a == 25, "Try 4.");
  }

  @Test
  void anAnswerIsMissingRightOrWrong() {
    assertEquals("Exercise 10.1: not yet answered.", verdict(null));
    assertEquals("Exercise 10.1: **right.**", verdict(4));
    assertEquals("Exercise 10.1: **not right yet.** Try 4.", verdict(5));
  }

  @Test
  void whatTheCheckThrowsReachesTheStudent() {
    assertThrows(ArithmeticException.class, () -> verdict(0));
  }

  @Test
  void outsideAKernelNothingIsShown() {
    Exercise.check("10.1", 4, a -> a == 4, "100% of them, with a sign that formats would read");
  }
}
