package io.github.sea4j.model;

import io.github.sea4j.data.DataTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A fitted model: a few named columns with coefficients, in the units of the table.
 *
 * <pre>
 * eta = offset + intercept + sum of coefficient * column
 * prediction = eta (least squares), 1 / (1 + exp(-eta)) (logistic), exp(eta) (Poisson)
 * </pre>
 *
 * <p>Predicts on new tables, scores itself there, and writes itself to a file. Immutable.
 */
public final class Model {

  /** What every summary has to say beside the standard errors. */
  public static final String ABOUT_ERRORS =
      "Standard errors hold for columns chosen beforehand; they ignore that these were searched for"
          + " with the same rows.";

  /**
   * One column of the model.
   *
   * @param name as in the table, or {@code column=word}
   * @param coefficient in the units of the table
   * @param standardError given the chosen columns; NaN where there is none
   * @param mean of the rows that were fitted, in place of missing values
   * @param forced whether it was in the model without being chosen
   */
  public record Term(
      String name, double coefficient, double standardError, double mean, boolean forced) {}

  /**
   * How the model was fitted.
   *
   * @param solver canonical text
   * @param k the size asked for, columns that are forced in not counted
   * @param rows that were fitted
   * @param deviance what was minimised, at the fit
   * @param nullDeviance the same with the intercept and the columns that are forced in alone
   * @param status why the solver stopped
   */
  public record Fitting(
      String solver, int k, int rows, double deviance, double nullDeviance, String status) {}

  private final LossKind loss;
  private final List<String> labels;
  private final LinearPredictor predictor;
  private final Fitting fitting;

  Model(LossKind loss, List<String> labels, LinearPredictor predictor, Fitting fitting) {
    this.loss = loss;
    this.labels = List.copyOf(labels);
    this.predictor = predictor;
    this.fitting = fitting;
  }

  /**
   * Reads a model that {@link #save} wrote.
   *
   * @throws IllegalArgumentException if the file cannot be read or holds no such model
   */
  public static Model read(Path file) {
    return ModelFile.read(file);
  }

  /** {@link #read(Path)} by the name of the file. */
  public static Model read(String file) {
    return read(Path.of(file));
  }

  /**
   * Writes the model as JSON, whole or not at all; numbers read back as the same doubles.
   *
   * @return the file
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public Path save(Path file) {
    return ModelFile.write(this, file);
  }

  /** {@link #save(Path)} by the name of the file. */
  public Path save(String file) {
    return save(Path.of(file));
  }

  /** The model as the text of its file. */
  public String json() {
    return ModelFile.json(this);
  }

  /**
   * What the model expects in each row of a table: a number, the probability of the positive label,
   * or a count. A new array.
   *
   * <p>The table must have every column that the model uses, and none that it was not shown when it
   * was fitted; target, weights and subjects may be there. Missing values are filled by the means
   * of the rows that were fitted if that was chosen then.
   *
   * @throws IllegalArgumentException naming the columns, or the place of a missing value, of a word
   *     that is not known or of a row whose prediction is infinite
   */
  public double[] predict(DataTable table) {
    double[] means = Arrays.stream(predictor.etas(table)).map(loss.glm()::mean).toArray();
    for (int i = 0; i < means.length; i++) {
      if (!Double.isFinite(means[i])) {
        throw table.failure(i, "expected numbers with a finite prediction, but it is " + means[i]);
      }
    }
    return means;
  }

  /** {@link #predict} as a table: prediction, and the likelier label where there are labels. */
  public Table predictions(DataTable table) {
    double[] predicted = predict(table);
    Table answer = Table.create(target(), DoubleColumn.create("prediction", predicted));
    if (!labels.isEmpty()) {
      answer.addColumns(
          StringColumn.create(
              "label", Arrays.stream(predicted).mapToObj(p -> labels.get(p > 0.5 ? 1 : 0))));
    }
    return answer;
  }

  /**
   * How well the model predicts the target of a table.
   *
   * @throws IllegalArgumentException as {@link #predict} does, and if the table has no target, or
   *     weights that are missing or negative
   */
  public Scores score(DataTable table) {
    String target = target();
    String weightsColumn = predictor.weightsColumn();
    table.requireComplete(List.of(target));
    double[] y = labels.isEmpty() ? table.numbers(target) : Target.coded(table, target, labels);
    double[] weights = new double[y.length];
    Arrays.fill(weights, 1);
    return Scores.of(
        loss,
        y,
        predictor.etas(table),
        weightsColumn != null && table.has(weightsColumn)
            ? Design.weights(table, weightsColumn)
            : weights);
  }

  /** The columns with coefficients and standard errors, the intercept first; see the caption. */
  public Table table() {
    Table table =
        Table.create(
            this + ". " + ABOUT_ERRORS,
            StringColumn.create("name"),
            DoubleColumn.create("coefficient"),
            DoubleColumn.create("standard_error"));
    add(table, "(intercept)", intercept(), Double.NaN);
    terms().forEach(term -> add(table, term.name(), term.coefficient(), term.standardError()));
    return table;
  }

  private static void add(Table table, String name, double coefficient, double error) {
    table.stringColumn(0).append(name);
    table.doubleColumn(1).append(coefficient);
    table.doubleColumn(2).append(error);
  }

  /** What was minimised. */
  public LossKind loss() {
    return loss;
  }

  /** The column it explains. */
  public String target() {
    return predictor.target();
  }

  /** The other label, then the one whose probability is predicted; none without labels. */
  public List<String> labels() {
    return labels;
  }

  /** 0 where there is none. */
  public double intercept() {
    return predictor.intercept();
  }

  /** The columns, in the order of the table. */
  public List<Term> terms() {
    return predictor.terms();
  }

  /** Their names. */
  public List<String> columns() {
    return terms().stream().map(Term::name).toList();
  }

  /** Their coefficients, in the same order; a new array. */
  public double[] coefficients() {
    return terms().stream().mapToDouble(Term::coefficient).toArray();
  }

  /** How it was fitted. */
  public Fitting fitting() {
    return fitting;
  }

  LinearPredictor predictor() {
    return predictor;
  }

  /** One line for a person. */
  @Override
  public String toString() {
    double nothing = fitting.nullDeviance();
    return "%s by %s: k = %d of %d columns, %d rows, deviance %.5g%s"
        .formatted(
            labels.isEmpty() ? target() : target() + " = " + labels.get(1),
            fitting.solver(),
            fitting.k(),
            predictor.inputs().stream().mapToInt(input -> input.columns().size()).sum(),
            fitting.rows(),
            fitting.deviance(),
            nothing > 0 ? " of %.5g without them".formatted(nothing) : "");
  }
}
