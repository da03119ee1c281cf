package io.github.sea4j.model;

import io.github.sea4j.data.DataFormat.Missing;
import io.github.sea4j.data.DataTable;
import io.github.sea4j.data.Indicators;
import io.github.sea4j.data.NameList;
import io.github.sea4j.problem.Support;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question about a table as numbers: the terms that a model can have, one column each, and the
 * target. Immutable; arrays are shared with the rooms that read them and must not be changed.
 *
 * @param question what was asked
 * @param inputs the columns of the table that may be used, with what they become
 * @param terms names of the columns of numbers
 * @param columns one array for each term; NaN where a value is missing
 * @param target numbers to explain, with the labels behind them
 * @param weights of the rows; null for equal ones
 * @param offset of the rows; null for none
 * @param subjects whose each row is, numbers from 0 on; null where each row is its own
 * @param forced terms that are in every model
 * @param groups what may be chosen: groups of terms, single terms unless told otherwise
 * @param notes what was done with the table
 */
public record Design(
    Regression question,
    List<Indicators> inputs,
    List<String> terms,
    double[][] columns,
    Target target,
    double @Nullable [] weights,
    double @Nullable [] offset,
    int @Nullable [] subjects,
    Support forced,
    List<ColumnGroup> groups,
    List<String> notes) {

  static Design of(Regression asked) {
    DataTable all = asked.table();
    List<String> others = others(asked, all);
    DataTable table = counted(asked, all);
    List<String> notes = new ArrayList<>(all.notes());
    if (table.rows() < all.rows()) {
      notes.add("%d rows have the weight 0 and are left out".formatted(all.rows() - table.rows()));
    }
    if (table.format().missing() != Missing.MEANS) {
      table.requireComplete(others);
    }
    List<Indicators> inputs = Indicators.of(table, others, asked.grouping().together());
    List<String> terms = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (Indicators input : inputs) {
      input.note().ifPresent(notes::add);
      for (int place = 0; place < input.columns().size(); place++) {
        terms.add(input.columns().get(place));
        columns.add(input.values(table, place));
      }
    }
    noteMissing(table, others, notes);
    noteConstants(terms, columns, notes);
    Support forced = forced(asked, inputs, terms);
    return new Design(
        asked.on(table),
        inputs,
        List.copyOf(terms),
        columns.toArray(double[][]::new),
        Target.of(table, asked.target(), asked.loss(), asked.positive()),
        extra(table, asked.weightsColumn()),
        extra(table, asked.offsetColumn()),
        subjects(table, asked.subjectsColumn()),
        forced,
        asked.grouping().groups(inputs, forced, table.source()),
        List.copyOf(notes));
  }

  private static List<String> others(Regression asked, DataTable table) {
    List<String> others = new ArrayList<>(table.names());
    for (String name : asked.forced()) {
      if (name.equals(asked.target())) {
        throw new IllegalArgumentException(
            "forced columns must not have the target among them, but have '%s'".formatted(name));
      }
    }
    table.missing(asked.target()); // refuses a column that is not there
    others.remove(asked.target());
    for (String name : asked.otherColumns()) {
      if (name.equals(asked.target())) {
        throw new IllegalArgumentException(
            "weights, offset and subjects must not be the target, but one of them is '%s'"
                .formatted(name));
      }
      table.missing(name);
      others.remove(name);
    }
    if (others.isEmpty()) {
      throw table.failure(
          "no column beside the target '%s' to explain it by".formatted(asked.target()));
    }
    return others;
  }

  /** The rows whose weight is not 0. */
  private static DataTable counted(Regression asked, DataTable table) {
    String name = asked.weightsColumn();
    if (name == null) {
      return table;
    }
    double[] weights = weights(table, name);
    int[] rows = IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
    if (rows.length == 0) {
      throw table.failure(name, 0, "expected weights above 0, but all are 0");
    }
    return table.rows(rows);
  }

  /** How often each row counts; refuses what is missing or negative. */
  static double[] weights(DataTable table, String name) {
    table.requireComplete(List.of(name));
    double[] weights = table.numbers(name);
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0)) {
        throw table.failure(name, i, "expected a weight, at least 0, but found " + weights[i]);
      }
    }
    return weights;
  }

  private static double @Nullable [] extra(DataTable table, @Nullable String name) {
    if (name == null) {
      return null;
    }
    table.requireComplete(List.of(name));
    return table.numbers(name);
  }

  private static int @Nullable [] subjects(DataTable table, @Nullable String name) {
    if (name == null) {
      return null;
    }
    table.requireComplete(List.of(name));
    String[] texts = table.texts(name);
    List<String> different = Arrays.stream(texts).distinct().toList();
    Map<String, Integer> numbers = new HashMap<>();
    different.forEach(text -> numbers.put(text, numbers.size()));
    return Arrays.stream(texts).mapToInt(numbers::get).toArray();
  }

  private static void noteMissing(DataTable table, List<String> names, List<String> notes) {
    for (String name : names) {
      int missing = table.missing(name);
      if (missing > 0) {
        notes.add(
            "%d missing %s of '%s' %s filled by the mean of the rows that are fitted"
                .formatted(
                    missing, missing == 1 ? "value" : "values", name, missing == 1 ? "is" : "are"));
      }
    }
  }

  private static void noteConstants(
      List<String> terms, List<double[]> columns, List<String> notes) {
    for (int j = 0; j < terms.size(); j++) {
      if (Arrays.stream(columns.get(j)).filter(v -> !Double.isNaN(v)).distinct().count() < 2) {
        notes.add(
            "column '%s' has one value in all rows and explains nothing".formatted(terms.get(j)));
      }
    }
  }

  /** A name stands for a term, or for all terms of a column of words. */
  private static Support forced(Regression asked, List<Indicators> inputs, List<String> terms) {
    List<Integer> places = new ArrayList<>();
    for (String name : asked.forced()) {
      List<String> meant =
          inputs.stream()
              .filter(input -> input.name().equals(name))
              .findFirst()
              .map(Indicators::columns)
              .orElse(List.of(name));
      for (String term : meant) {
        if (!terms.contains(term)) {
          throw new IllegalArgumentException(
              "forced columns must be columns of %s, but '%s' is none; there are %s"
                  .formatted(asked.table().source(), name, NameList.of(terms)));
        }
        if (!places.contains(terms.indexOf(term))) {
          places.add(terms.indexOf(term));
        }
      }
    }
    return Support.of(places.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Number of rows that count. */
  public int rows() {
    return target.y().length;
  }

  /** How many terms, or groups of them, may be chosen, those that are forced in not counted. */
  public int choices() {
    return groups.size();
  }

  /** How many choices some terms are: the groups that they are of. */
  public int count(Support some) {
    return (int) groups.stream().filter(group -> group.isIn(some)).count();
  }

  /** Whether a choice can bring more than one term. */
  public boolean isGrouped() {
    return groups.size() < terms.size() - forced.size();
  }

  /** The number of each term's group; forced terms have numbers of their own. */
  int[] groupOf() {
    int[] groupOf = IntStream.range(0, terms.size()).map(j -> groups.size() + j).toArray();
    for (int g = 0; g < groups.size(); g++) {
      for (int term : groups.get(g).terms().toArray()) {
        groupOf[term] = g;
      }
    }
    return groupOf;
  }

  /** The number to explain in a row. */
  public double y(int row) {
    return target.y()[row];
  }

  /** How often a row counts. */
  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  /** The known part of the linear predictor in a row. */
  public double offset(int row) {
    return offset == null ? 0 : offset[row];
  }

  /** Some of the rows as a problem for solvers. */
  public Training training(int... rows) {
    return Training.of(this, rows);
  }

  /** All of them. */
  public Training training() {
    return training(IntStream.range(0, rows()).toArray());
  }
}
