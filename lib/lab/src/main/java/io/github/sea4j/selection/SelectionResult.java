package io.github.sea4j.selection;

import io.github.sea4j.data.NameList;
import io.github.sea4j.model.Model;
import io.github.sea4j.model.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A chosen size, the model of that size, and what the other rules say.
 *
 * @param training all rows
 * @param solver canonical text
 * @param rule that chose
 * @param path one step for each size
 * @param crossValidation deviance of rows held out, for the same sizes
 * @param nullDeviance without any chosen column
 * @param notes what was done with the table and, at its default, with the number of folds: one
 *     sentence each
 */
public record SelectionResult(
    Training training,
    String solver,
    Rule rule,
    List<PathStep> path,
    CrossValidation crossValidation,
    double nullDeviance,
    List<String> notes) {

  /** Copies the lists. */
  public SelectionResult {
    path = List.copyOf(path);
    notes = List.copyOf(notes);
  }

  /** The size that the rule takes. */
  public int k() {
    return k(rule);
  }

  /** The size that another rule would take. */
  public int k(Rule other) {
    return other.choose(this);
  }

  /** The step of a size. */
  public PathStep step(int k) {
    int from = path.get(0).k();
    if (k < from || k >= from + path.size()) {
      throw new IllegalArgumentException(
          "size must be between %d and %d, but is %d".formatted(from, from + path.size() - 1, k));
    }
    return path.get(k - from);
  }

  /** The model of the chosen size, on all rows. */
  public Model model() {
    return model(k());
  }

  /** The model of another size. */
  public Model model(int k) {
    return training.model(step(k).fit(), k, solver);
  }

  /** One row for each size: deviance, criteria, cross-validation, names. */
  public Table table() {
    Table table =
        Table.create(
            toString(),
            IntColumn.create("k", path.stream().mapToInt(PathStep::k).toArray()),
            column("deviance", path.stream().mapToDouble(step -> step.fit().deviance()).toArray()),
            column("AIC", path.stream().mapToDouble(step -> step.criteria().aic()).toArray()),
            column("BIC", path.stream().mapToDouble(step -> step.criteria().bic()).toArray()),
            column("EBIC", path.stream().mapToDouble(step -> step.criteria().ebic()).toArray()),
            column("GIC", path.stream().mapToDouble(step -> step.criteria().gic()).toArray()),
            column("held_out", crossValidation.mean()),
            column("standard_error", crossValidation.standardError()));
    table.addColumns(
        StringColumn.create("columns", path.stream().map(step -> NameList.of(step.columns()))));
    return table;
  }

  private static DoubleColumn column(String name, double[] values) {
    return DoubleColumn.create(name, values);
  }

  /** The sentence that a person can use: the choice, by which rule, and what the others say. */
  @Override
  public String toString() {
    List<String> others = new ArrayList<>();
    Arrays.stream(Rule.values())
        .filter(other -> other != rule)
        .forEach(other -> others.add("%s %d".formatted(other, k(other))));
    return "%s of %s: k = %d by %s (%s); others: %s"
        .formatted(
            solver,
            training.design().question().target(),
            k(),
            rule,
            crossValidation,
            String.join(", ", others));
  }
}
