package io.github.sea4j.data;

import java.util.List;
import java.util.function.Supplier;

/** Numbers in a file that no double is small enough for, and that are read as 0. */
final class SmallValues {

  private long count;
  private String first = "";

  /**
   * Looks at a number.
   *
   * @param value what was read
   * @param place where, asked for the first one
   */
  void see(String text, double value, Supplier<String> place) {
    if (value == 0 && !isZero(text)) {
      first = count == 0 ? place.get() + ": '" + NumberText.quote(text) + "'" : first;
      count++;
    }
  }

  /** Digits other than 0 before the exponent make a number that is not 0. */
  private static boolean isZero(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }

  /** One sentence if there were any. */
  List<String> notes() {
    return count == 0
        ? List.of()
        : List.of(
            "%d %s too small for a double, below 4.9e-324, and read as 0, the first in %s"
                .formatted(count, count == 1 ? "value is" : "values are", first));
  }
}
