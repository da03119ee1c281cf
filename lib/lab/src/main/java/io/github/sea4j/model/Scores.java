package io.github.sea4j.model;

import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well a model predicts some rows, each counted by its weight.
 *
 * @param loss of the model
 * @param rows how many
 * @param deviance the sum over rows: squared errors for least squares, minus twice the logarithm of
 *     the probability of the label for logistic, {@code 2 (y log(y/mu) - y + mu)} for Poisson
 * @param explained {@code 1 - deviance / deviance of the best constant}, R² for least squares; NaN
 *     where the rows are all the same
 * @param accuracy share of labels that are the likelier one; NaN unless logistic
 * @param auc the probability that a row of the positive label is given the larger probability than
 *     one of the other, ties counted half (Hanley and McNeil 1982); NaN unless logistic with both
 *     labels
 */
public record Scores(
    LossKind loss, int rows, double deviance, double explained, double accuracy, double auc) {

  /**
   * Scores of predictions.
   *
   * @param y numbers to predict
   * @param eta linear predictors
   * @param weights how often each row counts
   */
  static Scores of(LossKind loss, double[] y, double[] eta, double[] weights) {
    double deviance = 0;
    double constant = 0;
    double right = 0;
    double total = 0;
    double mean = 0;
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < y.length; i++) {
      deviance += weights[i] * loss.deviance(y[i], eta[i]);
      right += weights[i] * ((eta[i] > 0 ? 1 : 0) == y[i] ? 1 : 0);
      total += weights[i];
      mean += weights[i] * y[i];
      least = weights[i] > 0 ? Math.min(least, y[i]) : least;
      largest = weights[i] > 0 ? Math.max(largest, y[i]) : largest;
    }
    mean /= total;
    for (int i = 0; i < y.length; i++) {
      constant += weights[i] * loss.deviance(y[i], link(loss, mean));
    }
    boolean logistic = loss == LossKind.LOGISTIC;
    return new Scores(
        loss,
        y.length,
        deviance,
        // Of rows that are all the same rounding errors alone would be left of the constant's.
        largest > least ? 1 - deviance / constant : Double.NaN,
        logistic ? right / total : Double.NaN,
        logistic ? auc(y, eta, weights) : Double.NaN);
  }

  /** The linear predictor of a mean; large in place of infinite. */
  private static double link(LossKind loss, double mean) {
    double limit = 700;
    return switch (loss) {
      case LEAST_SQUARES -> mean;
      case LOGISTIC -> Math.max(-limit, Math.min(limit, Math.log(mean / (1 - mean))));
      case POISSON -> Math.max(-limit, Math.log(mean));
    };
  }

  /** By ranks, so that ties count half. */
  private static double auc(double[] y, double[] eta, double[] weights) {
    int[] order =
        IntStream.range(0, y.length)
            .boxed()
            .sorted((a, b) -> Double.compare(eta[a], eta[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double below = 0;
    double pairs = 0;
    double positives = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double up = 0;
      double down = 0;
      for (; to < order.length && eta[order[to]] == eta[order[from]]; to++) {
        up += y[order[to]] > 0 ? weights[order[to]] : 0;
        down += y[order[to]] > 0 ? 0 : weights[order[to]];
      }
      pairs += up * (below + down / 2);
      below += down;
      positives += up;
      from = to;
    }
    return positives > 0 && below > 0 ? pairs / (positives * below) : Double.NaN;
  }

  /** Names and values; what the loss has no use for is left out. */
  public Table table() {
    Table table =
        Table.create(
            "score on %d rows".formatted(rows),
            StringColumn.create("score"),
            DoubleColumn.create("value"));
    add(table, "deviance", deviance);
    add(table, loss == LossKind.LEAST_SQUARES ? "R2" : "share of deviance explained", explained);
    add(table, "accuracy", accuracy);
    add(table, "AUC", auc);
    return table;
  }

  private static void add(Table table, String name, double value) {
    if (!Double.isNaN(value)) {
      table.stringColumn(0).append(name);
      table.doubleColumn(1).append(value);
    }
  }

  /** One line for a person. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("%d rows".formatted(rows));
    for (var row : table()) {
      text.append(", ").append("%s %.4g".formatted(row.getString(0), row.getDouble(1)));
    }
    return text.toString();
  }
}
