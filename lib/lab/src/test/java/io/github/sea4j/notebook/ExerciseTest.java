package io.github.sea4j.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
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
  void anAnswerThatTheCheckCannotUseIsNotRightYet() {
    String verdict = verdict(0);
    assertTrue(verdict.startsWith("Exercise 10.1: **not right yet.** Try 4."), verdict);
    assertTrue(verdict.contains("ArithmeticException"), verdict);
    Predicate<double[]> firstIsOne = x -> x[0] == 1;
    for (double[] answer : List.of(new double[0], new double[] {2}, new double[] {Double.NaN})) {
      String told = Exercise.verdict("1", answer, firstIsOne, "");
      assertTrue(told.contains("not right yet"), told);
    }
    Predicate<Integer> endless = ExerciseTest::endless;
    assertTrue(Exercise.verdict("1", 1, endless, "").contains("not right yet"));
  }

  @SuppressWarnings("InfiniteRecursion") // as a student may write it
  private static boolean endless(int n) {
    return !endless(n + 1);
  }

  /** Right and wrong, and no exception, whatever kind of number it is. */
  @Test
  void aNumberMayBeOfAnyKind() {
    List<Double> asked = new ArrayList<>();
    for (Number answer : List.of(100, 100L, 100.0, 100f, BigInteger.valueOf(100))) {
      Exercise.checkNumber("13.3", answer, n -> asked.add(n), "");
    }
    assertEquals(Collections.nCopies(5, 100.0), asked);
    Exercise.checkNumber("13.3", null, n -> asked.add(n), "");
    assertEquals(5, asked.size());
  }

  @Test
  void outsideAKernelNothingIsShown() {
    Exercise.check("10.1", 4, a -> a == 4, "100% of them, with a sign that formats would read");
  }
}
