package io.github.sea4j.model;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.data.NameList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column to explain, as numbers.
 *
 * @param y one for each row: 0 and 1 for labels
 * @param labels the label of 0, then the one of 1; none unless the loss is logistic
 */
record Target(double[] y, List<String> labels) {

  /** Squares of larger numbers are infinite. */
  private static final double LARGEST = 1e150;

  /** Squares of smaller differences are too near to zero to be told apart. */
  private static final double SMALLEST = 1e-140;

  static Target of(DataTable table, String name, LossKind loss, @Nullable String positive) {
    table.requireComplete(List.of(name));
    if (loss == LossKind.LOGISTIC) {
      List<String> labels = labels(table, name, positive);
      return new Target(coded(table, name, labels), labels);
    }
    if (table.isText(name)) {
      throw table.failure(
          name,
          0,
          "expected a number to explain, but found '%s'; labels need the loss logistic"
              .formatted(table.texts(name)[0]));
    }
    double[] y = table.numbers(name);
    for (int i = 0; i < y.length; i++) {
      if (loss == LossKind.POISSON && !(y[i] >= 0)) {
        throw table.failure(name, i, "expected a count, at least 0, but found " + y[i]);
      }
    }
    for (int i = 0; i < y.length; i++) {
      if (Math.abs(y[i]) > LARGEST) {
        throw table.failure(name, i, "expected a number up to 1e150, but found " + y[i]);
      }
    }
    if (Arrays.stream(y).allMatch(value -> value == y[0])) {
      throw table.failure(
          name, 0, "expected numbers that differ, but all rows have %s".formatted(y[0]));
    }
    double farthest = Arrays.stream(y).map(value -> Math.abs(value - y[0])).max().orElse(0);
    if (loss == LossKind.LEAST_SQUARES && farthest < SMALLEST) {
      throw table.failure(
          name,
          0,
          "expected numbers that differ by %s or more, but the largest difference is %s"
              .formatted(SMALLEST, farthest));
    }
    return new Target(y, List.of());
  }

  /** Both labels, the positive one last: the later in order, unless another is asked for. */
  private static List<String> labels(DataTable table, String name, @Nullable String positive) {
    List<String> labels =
        table.isText(name)
            ? table.levels(name).stream().filter(List.of(table.texts(name))::contains).toList()
            : Arrays.stream(table.texts(name))
                .distinct()
                .sorted(Comparator.comparingDouble(Double::parseDouble))
                .toList();
    if (labels.size() != 2) {
      throw table.failure(
          name,
          0,
          "expected two different labels, but found %d: %s"
              .formatted(labels.size(), NameList.of(labels, 5)));
    }
    if (positive == null || positive.equals(labels.get(1))) {
      return labels;
    }
    if (!positive.equals(labels.get(0))) {
      throw new IllegalArgumentException(
          "positive must be a label of '%s', %s or %s, but is '%s'"
              .formatted(name, labels.get(0), labels.get(1), positive));
    }
    return List.of(labels.get(1), labels.get(0));
  }

  /** Zeros and ones; a label that is neither is refused with its place. */
  static double[] coded(DataTable table, String name, List<String> labels) {
    String[] texts = table.texts(name);
    double[] y = new double[texts.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = labels.indexOf(texts[i]);
      if (y[i] < 0) {
        throw table.failure(
            name,
            i,
            "expected %s or %s, but found '%s'".formatted(labels.get(0), labels.get(1), texts[i]));
      }
    }
    return y;
  }
}
