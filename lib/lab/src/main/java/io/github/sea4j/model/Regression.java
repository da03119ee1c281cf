package io.github.sea4j.model;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.solver.Solver;
import java.util.List;
import java.util.function.Consumer;
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
    return changed(draft -> draft.loss = kind);
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
    return changed(draft -> draft.positive = label);
  }

  /** The same where rows count as often as a column says. */
  public Regression weights(String column) {
    return changed(draft -> draft.weightsColumn = column);
  }

  /** The same with a column that is a known part of the linear predictor. */
  public Regression offset(String column) {
    return changed(draft -> draft.offsetColumn = column);
  }

  /**
   * The same with a column of words or numbers that says whose each row is: rows of one subject
   * depend on each other, so folds and halves keep them together. The column explains nothing.
   */
  public Regression subjects(String column) {
    return changed(draft -> draft.subjectsColumn = column);
  }

  /** The same with columns that are in every model, beside the k that are chosen. */
  public Regression force(String... columns) {
    return changed(draft -> draft.forced = List.of(columns));
  }

  /** The same with columns that enter together, each group counted once in k. */
  public Regression groups(Grouping other) {
    return changed(draft -> draft.grouping = other);
  }

  /** The same with coefficients that are at least 0. */
  public Regression withNonNegative() {
    return changed(draft -> draft.nonNegative = true);
  }

  /** The same without an intercept. */
  public Regression withoutIntercept() {
    return changed(draft -> draft.intercept = false);
  }

  /** The same question about other rows. */
  public Regression on(DataTable rows) {
    return changed(draft -> draft.table = rows);
  }

  private Regression changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.asked();
  }

  /** A copy in the making: each change names the one part that it is about. */
  private static final class Draft {
    private DataTable table;
    private final String target;
    private LossKind loss;
    private @Nullable String positive;
    private @Nullable String weightsColumn;
    private @Nullable String offsetColumn;
    private @Nullable String subjectsColumn;
    private List<String> forced;
    private boolean nonNegative;
    private boolean intercept;
    private Grouping grouping;

    Draft(Regression asked) {
      table = asked.table;
      target = asked.target;
      loss = asked.loss;
      positive = asked.positive;
      weightsColumn = asked.weightsColumn;
      offsetColumn = asked.offsetColumn;
      subjectsColumn = asked.subjectsColumn;
      forced = asked.forced;
      nonNegative = asked.nonNegative;
      intercept = asked.intercept;
      grouping = asked.grouping;
    }

    Regression asked() {
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
          grouping);
    }
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
