package io.github.sea4j.model;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.solver.Solver;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a table: explain one column, the target, by a few of the others.
 *
 * <pre>{@code
 * DataTable table = DataTable.read("houses.csv").oneHot();
 * Model model = Regression.of(table, "price").force("size").fit("els(sea)", 5);
 * }</pre>
 *
 * <p>There is an intercept unless it is taken away; it is not counted in k, nor are columns that
 * are forced in. Columns are standardised inside; coefficients come back in the table's units.
 * Loss, weights, offset, forced columns and signs belong to the question, not to the solver.
 * Immutable; methods return a changed copy, and {@link #design} checks it all.
 *
 * @param table the rows to learn from
 * @param target the column to explain
 * @param loss what is minimised
 * @param positive the label whose probability is predicted; null for the later in order
 * @param weightsColumn rows count as often as it says; null for equal rows
 * @param offsetColumn a known part of the linear predictor; null for none
 * @param subjectsColumn rows of one subject stay together where rows are split; null for rows that
 *     are subjects of their own
 * @param forced columns that are in every model
 * @param nonNegative whether coefficients are at least 0
 * @param intercept whether there is one
 * @param grouping which columns enter together
 */
public record Regression(
    DataTable table,
    String target,
    LossKind loss,
    @Nullable String positive,
    @Nullable String weightsColumn,
    @Nullable String offsetColumn,
    @Nullable String subjectsColumn,
    List<String> forced,
    boolean nonNegative,
    boolean intercept,
    Grouping grouping) {

  /** Copies the list. */
  public Regression {
    forced = List.copyOf(forced);
  }

  /** Least squares with an intercept; all columns but the target may be chosen. */
  public static Regression of(DataTable table, String target) {
    return new Regression(
        table,
        target,
        LossKind.LEAST_SQUARES,
        null,
        null,
        null,
        null,
        List.of(),
        false,
        true,
        Grouping.SINGLE);
  }

  /** The same with another loss. */
  public Regression with(LossKind kind) {
    return new Regression(
        table,
        target,
        kind,
        positive,
        weightsColumn,
        offsetColumn,
        subjectsColumn,
        forced,
        nonNegative,
        intercept,
        grouping);
  }

  /** The same for a target of two labels. */
  public Regression logistic() {
    return with(LossKind.LOGISTIC);
  }

  /** The same for a target of counts. */
  public Regression poisson() {
    return with(LossKind.POISSON);
  }

  /** The same where the probability of this label is predicted. */
  public Regression positive(String label) {
    return new Regression(
        table,
        target,
        loss,
        label,
        weightsColumn,
        offsetColumn,
        subjectsColumn,
        forced,
        nonNegative,
        intercept,
        grouping);
  }

  /** The same where rows count as often as a column says. */
  public Regression weights(String column) {
    return new Regression(
        table,
        target,
        loss,
        positive,
        column,
        offsetColumn,
        subjectsColumn,
        forced,
        nonNegative,
        intercept,
        grouping);
  }

  /** The same with a column that is a known part of the linear predictor. */
  public Regression offset(String column) {
    return new Regression(
        table,
        target,
        loss,
        positive,
        weightsColumn,
        column,
        subjectsColumn,
        forced,
        nonNegative,
        intercept,
        grouping);
  }

  /**
   * The same with a column of words or numbers that says whose each row is: rows of one subject
   * depend on each other, so folds and halves keep them together. The column explains nothing.
   */
  public Regression subjects(String column) {
    return new Regression(
        table,
        target,
        loss,
        positive,
        weightsColumn,
        offsetColumn,
        column,
        forced,
        nonNegative,
        intercept,
        grouping);
  }

  /** The same with columns that are in every model, beside the k that are chosen. */
  public Regression force(String... columns) {
    return new Regression(
        table,
        target,
        loss,
        positive,
        weightsColumn,
        offsetColumn,
        subjectsColumn,
        List.of(columns),
        nonNegative,
        intercept,
        grouping);
  }

  /** The same with columns that enter together, each group counted once in k. */
  public Regression groups(Grouping other) {
    return new Regression(
        table,
        target,
        loss,
        positive,
        weightsColumn,
        offsetColumn,
        subjectsColumn,
        forced,
        nonNegative,
        intercept,
        other);
  }

  /** The same with coefficients that are at least 0. */
  public Regression withNonNegative() {
    return new Regression(
        table,
        target,
        loss,
        positive,
        weightsColumn,
        offsetColumn,
        subjectsColumn,
        forced,
        true,
        intercept,
        grouping);
  }

  /** The same without an intercept. */
  public Regression withoutIntercept() {
    return new Regression(
        table,
        target,
        loss,
        positive,
        weightsColumn,
        offsetColumn,
        subjectsColumn,
        forced,
        nonNegative,
        false,
        grouping);
  }

  /** The same question about other rows. */
  public Regression on(DataTable rows) {
    return new Regression(
        rows,
        target,
        loss,
        positive,
        weightsColumn,
        offsetColumn,
        subjectsColumn,
        forced,
        nonNegative,
        intercept,
        grouping);
  }

  /** Columns that explain nothing but say something of the rows. */
  List<String> otherColumns() {
    return Stream.of(weightsColumn, offsetColumn, subjectsColumn)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /**
   * The question as numbers.
   *
   * @throws IllegalArgumentException naming column and place: a column that is not there, missing
   *     values or words where the table refuses them, labels that are not two, a target that is the
   *     same in all rows, negative weights
   */
  public Design design() {
    return Design.of(this);
  }

  /**
   * The model of at most k columns, or groups of them, that a solver finds on all rows.
   *
   * @param solver in the solver language
   * @param k at least 0 and at most the columns that may be chosen
   */
  public Model fit(String solver, int k) {
    return fit(Solvers.parse(solver), k);
  }

  /** {@link #fit(String, int)} by a solver object. */
  public Model fit(Solver solver, int k) {
    Design design = design();
    Training training = design.training();
    return training.model(training.solve(solver, k), k, solver.name());
  }
}
