package io.github.sea4j.data;

import java.util.Arrays;
import java.util.List;

/**
 * One column of a table: numbers, or words. Immutable.
 *
 * @param name its own in the table
 * @param numbers NaN where a value is missing; for words their place among the levels
 * @param levels the words that occur, in order; none for numbers
 */
record TableColumn(String name, double[] numbers, List<String> levels) {

  /** Numbers, NaN for missing ones. */
  static TableColumn ofNumbers(String name, double[] numbers) {
    return new TableColumn(name, numbers, List.of());
  }

  /** Words, "" for missing ones. */
  static TableColumn ofWords(String name, String[] words) {
    List<String> levels =
        Arrays.stream(words).filter(word -> !word.isEmpty()).distinct().sorted().toList();
    double[] places = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      places[i] = words[i].isEmpty() ? Double.NaN : levels.indexOf(words[i]);
    }
    return new TableColumn(name, places, levels);
  }

  boolean isText() {
    return !levels.isEmpty();
  }

  /** What stands in a row; "" where it is missing. */
  String text(int row) {
    double value = numbers[row];
    if (Double.isNaN(value)) {
      return "";
    }
    return isText() ? levels.get((int) value) : number(value);
  }

  /** Whole numbers as people write them. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The same with some of its rows, in the order given; keeps its levels. */
  TableColumn rows(int[] some) {
    double[] left = Arrays.stream(some).mapToDouble(i -> numbers[i]).toArray();
    return new TableColumn(name, left, levels);
  }

  int missing() {
    return (int) Arrays.stream(numbers).filter(Double::isNaN).count();
  }

  /** The first row without a value, -1 if there is none. */
  int firstMissing() {
    for (int i = 0; i < numbers.length; i++) {
      if (Double.isNaN(numbers[i])) {
        return i;
      }
    }
    return -1;
  }
}
