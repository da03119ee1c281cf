package io.github.sea4j.summary;

import io.github.sea4j.statistics.LogisticCurve;
import io.github.sea4j.table.PhaseColumns;
import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.Schema;
import io.github.sea4j.table.Tally;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * The 95 % thresholds of a phase transition, from its results table.
 *
 * <p>{@code rho95} is the largest tested rho with at least 95 % success there and at every smaller
 * tested rho; 0 if there is none. The steps of rho make it a staircase, so {@code rho95_crossing}
 * says where on the line between this cell and the next the success rate is 95 %; at rho = 0 it is
 * 1. It lies in the same interval. The interval goes from the largest tested rho, not above rho95,
 * that clearly succeeds to the smallest one above rho95 that clearly does not. Clearly means that
 * the 95 % Wilson interval of the success rate lies on one side of 95 %; also, where that would
 * take more runs than any cell was given, that no run failed. An end that was not found is 0, or
 * the largest tested rho. The logistic threshold is {@code (ln 19 - a) / b}, see {@link
 * LogisticCurve}, over all tested cells of the solver.
 */
public final class Thresholds {

  private static final List<Schema.Field<Thresholds>> COLUMNS =
      List.of(
          Schema.text(ResultColumns.SOLVER, t -> t.cells.stringColumn(ResultColumns.SOLVER).get(0)),
          Schema.decimal(PhaseColumns.ZETA, t -> t.cells.doubleColumn(PhaseColumns.ZETA).get(0)),
          Schema.integer(ResultColumns.ROWS, t -> t.integer(ResultColumns.ROWS, 0)),
          Schema.integer(ResultColumns.COLUMNS, t -> t.integer(ResultColumns.COLUMNS, 0)),
          Schema.integer(
              PhaseColumns.SPARSITY_95,
              t -> t.passed == 0 ? 0 : t.integer(ResultColumns.SPARSITY, t.passed - 1)),
          Schema.decimal(PhaseColumns.RHO_95, t -> t.passed == 0 ? 0 : t.rho[t.passed - 1]),
          Schema.decimal(PhaseColumns.RHO_CROSSING, Thresholds::crossing),
          Schema.decimal(PhaseColumns.RHO_LOW, Thresholds::low),
          Schema.decimal(PhaseColumns.RHO_HIGH, Thresholds::high),
          Schema.decimal(PhaseColumns.RHO_LOGISTIC, Thresholds::logistic),
          Schema.integer(PhaseColumns.RUNS, t -> (int) t.cells.intColumn(PhaseColumns.RUNS).max()));

  /** Of one solver at one zeta, k ascending. */
  private final Table cells;

  private final double[] rho;
  private final double mostRuns;

  /** How many of the cells reach the target before the first that does not. */
  private final int passed;

  private Thresholds(Table cells, double mostRuns) {
    this.cells = cells;
    this.rho = cells.doubleColumn(PhaseColumns.RHO).asDoubleArray();
    this.mostRuns = mostRuns;
    int count = 0;
    while (count < rho.length && Tally.reachesTarget(successes(count), runs(count))) {
      count++;
    }
    this.passed = count;
  }

  /**
   * One row for each solver and zeta.
   *
   * @param results a table of {@link io.github.sea4j.table.PhaseTable}
   * @return columns solver, zeta, m, n, k95, rho95, rho95_crossing, rho_low, rho_high,
   *     rho95_logistic and runs, the most runs in one cell; solvers in the order of the results,
   *     then zeta ascending
   */
  public static Table of(Table results) {
    if (results.isEmpty()) {
      throw new IllegalArgumentException("results must have at least one row, but has none");
    }
    double mostRuns = results.intColumn(PhaseColumns.RUNS).max();
    List<Thresholds> thresholds = new ArrayList<>();
    for (String name : Summaries.solvers(results)) {
      Table mine = Summaries.ofSolver(results, name);
      mine.intColumn(ResultColumns.ROWS).unique().asList().stream()
          .sorted()
          .map(rows -> mine.where(mine.intColumn(ResultColumns.ROWS).isEqualTo(rows)))
          .map(cells -> new Thresholds(cells.sortAscendingOn(ResultColumns.SPARSITY), mostRuns))
          .forEach(thresholds::add);
    }
    return Schema.table("95 % thresholds", COLUMNS, thresholds);
  }

  private int integer(String column, int row) {
    return cells.intColumn(column).get(row);
  }

  private int runs(int row) {
    return integer(PhaseColumns.RUNS, row);
  }

  private int successes(int row) {
    return integer(PhaseColumns.SUCCESSES, row);
  }

  private double crossing() {
    if (passed == rho.length) {
      return rho[passed - 1];
    }
    double from = passed == 0 ? 0 : rho[passed - 1];
    double above = passed == 0 ? 1 : rate(passed - 1);
    return from + (rho[passed] - from) * (above - Tally.TARGET) / (above - rate(passed));
  }

  private double rate(int row) {
    return (double) successes(row) / runs(row);
  }

  private double low() {
    int sure = passed - 1;
    while (sure >= 0 && !clearlyAbove(sure)) {
      sure--;
    }
    return sure < 0 ? 0 : rho[sure];
  }

  private boolean clearlyAbove(int row) {
    boolean perfect = successes(row) == runs(row) && runs(row) == mostRuns;
    return perfect || cells.doubleColumn(PhaseColumns.RATE_LOW).get(row) >= Tally.TARGET;
  }

  private double high() {
    int lost = passed;
    while (lost < rho.length - 1
        && cells.doubleColumn(PhaseColumns.RATE_HIGH).get(lost) >= Tally.TARGET) {
      lost++;
    }
    return rho[Math.min(lost, rho.length - 1)];
  }

  /** NaN, a missing value, where there is no curve. */
  private double logistic() {
    double found =
        LogisticCurve.fit(
                rho,
                cells.intColumn(PhaseColumns.RUNS).asDoubleArray(),
                cells.intColumn(PhaseColumns.SUCCESSES).asDoubleArray())
            .map(curve -> curve.rhoAt(Tally.TARGET))
            .orElse(Double.NaN);
    return Double.isFinite(found) ? found : Double.NaN;
  }
}
