package io.github.sea4j.store;

import static io.github.sea4j.experiment.Says.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private static Parameters of(String value) {
    return Parameters.of("p", value);
  }

  @Test
  void rangesAndListsOfNumbers() {
    assertEquals(List.of(1, 2, 5, 10, 15), of("1, 2, 5:15:5").integers("p"));
    assertEquals(List.of(3, 4), of("3:4").integers("p"));
    assertEquals(List.of(2147483640, 2147483645), of("2147483640:2147483647:5").integers("p"));
    assertEquals(List.of(10.5, Double.POSITIVE_INFINITY), of("10.5, inf").decimals("p"));
  }

  /** The number behind the last one is beyond the range of an int. */
  @Test
  void rangesEndAtTheLargestNumber() {
    int most = Integer.MAX_VALUE;
    assertEquals(List.of(most - 7, most - 2), of("2147483640:2147483647:5").integers("p"));
    assertEquals(List.of(-most, 0, most), of("-2147483647:2147483647:2147483647").integers("p"));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> of("1:2147483647").integers("p"));
    assertSays(refusal, "at most 1000000 numbers, but '1:2147483647' has 2147483647");
  }

  @Test
  void levelsWithoutFiniteNoiseAreRefused() {
    assertEquals(List.of(-3000.0, Double.POSITIVE_INFINITY), of("-3000, inf").decibels("p"));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> of("20, -1e5").decibels("p"));
    assertSays(refusal, "p must be at least -3000, but one is -100000.0");
  }

  @Test
  void commasInsideParenthesesBelongToTheText() {
    assertEquals(
        List.of("sea(els(add), eta=0.5)", "omp"), of("sea(els(add), eta=0.5), omp").list("p"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1,,2", "x", "5:1", "1:9:0", "1:2:3:4", "1.5", "99999999999", "3,3", "1:4,2"})
  void badListsAreRefused(String value) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> of(value).integers("p"));
    assertSays(refusal, "p");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "NaN", "0", "-1", "inf", "one"})
  void badPositiveNumbersAreRefused(String value) {
    assertThrows(IllegalArgumentException.class, () -> of(value).positive("p"));
  }

  @Test
  void unknownNamesAreRefused() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> of("1").with("q", "2"));
    assertSays(refusal, "known are [p]");
  }
}
