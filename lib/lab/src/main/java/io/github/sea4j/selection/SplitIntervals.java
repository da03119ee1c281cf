package io.github.sea4j.selection;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.model.Design;
import io.github.sea4j.model.LossKind;
import io.github.sea4j.model.Model;
import io.github.sea4j.model.Regression;
import io.github.sea4j.model.SizeFit;
import io.github.sea4j.model.Training;
import io.github.sea4j.random.Seeds;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.distribution.NormalDistribution;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Intervals that the search does not spoil: the columns are chosen on one half of the rows, and
 * fitted on the other, which has not been looked at (Cox 1975; Rinaldo et al., Ann. Statist. 47,
 * 2019). The price is power: each half has half of the rows.
 *
 * @param model columns of the first half, coefficients and errors of the second
 * @param searched rows that chose the columns
 * @param free rows of the second half, each as often as it counts, beyond the coefficients
 */
public record SplitIntervals(Model model, int searched, int free) {

  /** {@link #of(Regression, Solver, int, long)} with seed 1. */
  public static SplitIntervals of(Regression question, String solver, int k) {
    return of(question, Solvers.parse(solver), k, 1);
  }

  /**
   * Splits, searches, fits.
   *
   * @param k size of the model
   * @param seed of the split, which shares labels evenly
   * @throws CancellationException if the thread was interrupted
   */
  public static SplitIntervals of(Regression question, Solver solver, int k, long seed) {
    Design design = question.design();
    List<int[]> halves = StabilitySelection.halves(design, Seeds.derive(seed));
    SizeFit found = design.training(halves.get(0)).solve(solver, k);
    Selection.requireNoInterrupt("the search on the first half");
    Training fresh = design.training(halves.get(1));
    SizeFit fit = fresh.fit(found.support());
    long moving = Arrays.stream(fit.coefficients()).filter(c -> c != 0).count();
    int free = (int) (fresh.weight() - moving - (question.intercept() ? 1 : 0));
    return new SplitIntervals(fresh.model(fit, k, solver.name()), halves.get(0).length, free);
  }

  /**
   * The interval of one coefficient at 95 %: Student's t for least squares, normal otherwise; empty
   * ends (NaN) where there is no standard error.
   */
  public Interval interval(Model.Term term) {
    if (Double.isNaN(term.standardError())) {
      return new Interval(Double.NaN, Double.NaN);
    }
    if (model.loss() == LossKind.LEAST_SQUARES && free >= 1) {
      return Interval.ofMean(term.coefficient(), term.standardError(), free + 1);
    }
    double half =
        new NormalDistribution(null, 0, 1)
                .inverseCumulativeProbability((1 + Interval.CONFIDENCE) / 2)
            * term.standardError();
    return new Interval(term.coefficient() - half, term.coefficient() + half);
  }

  /** Names, coefficients and the ends of their intervals. */
  public Table table() {
    Table table =
        Table.create(
            toString(),
            StringColumn.create("name"),
            DoubleColumn.create("coefficient"),
            DoubleColumn.create("low"),
            DoubleColumn.create("high"));
    for (Model.Term term : model.terms()) {
      Interval interval = interval(term);
      table.stringColumn(0).append(term.name());
      table.doubleColumn(1).append(term.coefficient());
      table.doubleColumn(2).append(interval.low());
      table.doubleColumn(3).append(interval.high());
    }
    return table;
  }

  @Override
  public String toString() {
    return "columns chosen on %d rows, 95 %% intervals from %d others"
        .formatted(searched, model.fitting().rows());
  }
}
