package io.github.sea4j.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an option takes, at the bounds of its type, and how it is written. */
class OptionTypeTest {

  private static <T> void assertReads(OptionType<T> type, String text, T expected) {
    SolverOption<T> option = SolverOption.of("option", type, null, "");
    assertEquals(expected, option.read(text), text);
    assertEquals(expected, option.read(type.write().apply(expected)), "written and read again");
  }

  private static void assertRefuses(OptionType<?> type, String... texts) {
    SolverOption<?> option = SolverOption.of("option", type, null, "");
    for (String text : texts) {
      assertEquals(null, option.read(text), text);
    }
  }

  @Test
  void wholeNumbersEndWhereTheirTypeDoes() {
    assertReads(OptionType.COUNT, "1", 1);
    assertReads(OptionType.COUNT, "+2147483647", Integer.MAX_VALUE);
    assertRefuses(OptionType.COUNT, "0", "-1", "2147483648", "1.0", "1e3", "");
    assertReads(OptionType.COUNT_OR_NONE, "0", 0);
    assertRefuses(OptionType.COUNT_OR_NONE, "-1", "-2147483648", "-2147483649");
    assertReads(OptionType.LONG_COUNT, "1", 1L);
    assertReads(OptionType.LONG_COUNT, "2147483648", 2147483648L);
    assertRefuses(OptionType.LONG_COUNT, "0", "1234567890123456789");
  }

  @Test
  void numbersEndWhereTheirBoundSays() {
    assertReads(OptionType.NUMBER, "-1e300", -1e300);
    assertRefuses(OptionType.NUMBER, "1e309", "NaN", "Infinity", "0x1", "1f", "", ".");
    assertReads(OptionType.POSITIVE, "4.9e-324", Double.MIN_VALUE);
    assertRefuses(OptionType.POSITIVE, "0", "-1");
    assertReads(OptionType.NON_NEGATIVE, "0", 0.0);
    assertRefuses(OptionType.NON_NEGATIVE, "-4.9e-324");
    assertReads(OptionType.SHARE, "0", 0.0);
    assertReads(OptionType.SHARE, "0.9999999999999999", Math.nextDown(1.0));
    assertRefuses(OptionType.SHARE, "1", "-0.1");
    assertReads(OptionType.NON_NEGATIVE_LIST, " 0  0.5 ", List.of(0.0, 0.5));
    assertRefuses(OptionType.NON_NEGATIVE_LIST, "0.5 -1", "0.5 x", "");
  }

  @Test
  void numbersAreWrittenShort() {
    assertEquals("0.5", OptionType.text(0.5));
    assertEquals("999999999", OptionType.text(999_999_999));
    assertEquals("1e9", OptionType.text(1e9));
    assertEquals("-1e9", OptionType.text(-1e9));
    assertEquals("1.5e-7", OptionType.text(1.5e-7));
  }

  @Test
  void constantsAreReadByTheirNames() {
    OptionType<DayOfWeek> day = OptionType.oneOf(DayOfWeek.class);
    assertReads(day, "friday", DayOfWeek.FRIDAY);
    assertRefuses(day, "FRIDAY", "someday", "");
    OptionType<Set<DayOfWeek>> days = OptionType.someOf(DayOfWeek.class);
    assertReads(days, " sunday monday", EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
    assertEquals("monday sunday", days.write().apply(Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)));
    assertRefuses(days, "monday someday", "");
    assertThrows(
        IllegalArgumentException.class,
        () -> SolverOption.of("days", days, null, "").check(EnumSet.noneOf(DayOfWeek.class)));
  }

  /** What the help prints of an option, and what it says of a word that there is not. */
  @Test
  void anOptionTellsItsHelp() {
    SolverOption<Integer> count = SolverOption.count("rounds", 10, "at most");
    assertEquals("at most", count.summary());
    assertEquals("10", count.standardText());
    assertEquals("", SolverOption.of("tau", OptionType.POSITIVE, null, "").standardText());
    SolverOption<Boolean> words = SolverOption.words("start", false).word("first", true, "from it");
    assertEquals("", words.standardText());
    assertEquals("from it", words.aboutWord("first"));
    assertEquals(true, words.ofWord("first"));
    assertThrows(IllegalArgumentException.class, () -> words.aboutWord("last"));
  }
}
