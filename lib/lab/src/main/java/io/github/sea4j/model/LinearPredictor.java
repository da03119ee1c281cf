package io.github.sea4j.model;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.data.Indicators;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The linear predictor of a model on a table, {@code eta = offset + intercept + sum of coefficient
 * * column}, and what the table must have for it.
 *
 * @param target name of the column that is explained, which may be there
 * @param inputs columns of the table that was fitted, with those that words became
 */
record LinearPredictor(
    String target,
    double intercept,
    List<Model.Term> terms,
    List<Indicators> inputs,
    @Nullable String offsetColumn,
    @Nullable String weightsColumn,
    @Nullable String subjectsColumn,
    boolean fillsMissing) {

  LinearPredictor {
    terms = List.copyOf(terms);
    inputs = List.copyOf(inputs);
  }

  /** eta of each row; a new array. */
  double[] etas(DataTable table) {
    requireColumns(table);
    double[] eta = new double[table.rows()];
    if (offsetColumn != null) {
      table.requireComplete(List.of(offsetColumn));
      eta = table.numbers(offsetColumn);
    }
    for (int i = 0; i < eta.length; i++) {
      eta[i] += intercept;
    }
    for (Model.Term term : terms) {
      double[] column = column(table, term);
      for (int i = 0; i < eta.length; i++) {
        eta[i] += term.coefficient() * column[i];
      }
    }
    return eta;
  }

  private double[] column(DataTable table, Model.Term term) {
    Indicators input = input(term.name());
    double[] column = input.values(table, input.columns().indexOf(term.name()));
    if (!fillsMissing) {
      table.requireComplete(List.of(input.name()));
    }
    return Arrays.stream(column).map(v -> Double.isNaN(v) ? term.mean() : v).toArray();
  }

  private Indicators input(String term) {
    return inputs.stream()
        .filter(input -> input.columns().contains(term))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("model has no column behind " + term));
  }

  private void requireColumns(DataTable table) {
    List<String> used = usedColumns();
    List<String> lacking = used.stream().filter(name -> !table.has(name)).toList();
    if (!lacking.isEmpty()) {
      throw new IllegalArgumentException(
          "%s lacks %s that the model uses: %s"
              .formatted(table.source(), columns(lacking), quoted(lacking)));
    }
    List<String> unknown =
        table.names().stream()
            .filter(name -> !name.equals(target) && !name.equals(weightsColumn))
            .filter(name -> !name.equals(offsetColumn) && !name.equals(subjectsColumn))
            .filter(name -> inputs.stream().noneMatch(input -> input.name().equals(name)))
            .toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has %s that the model does not know: %s"
              .formatted(table.source(), columns(unknown), quoted(unknown)));
    }
  }

  private static String columns(List<String> names) {
    return names.size() == 1 ? "a column" : "columns";
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }

  /** The columns of a table that the model needs, in the order of the table that was fitted. */
  private List<String> usedColumns() {
    List<String> used =
        inputs.stream()
            .filter(input -> terms.stream().anyMatch(t -> input.columns().contains(t.name())))
            .map(Indicators::name)
            .collect(Collectors.toList());
    if (offsetColumn != null) {
      used.add(offsetColumn);
    }
    return used;
  }
}
