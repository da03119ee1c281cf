package io.github.sea4j.summary;

import io.github.sea4j.statistics.LogisticCurve;
import io.github.sea4j.table.PhaseColumns;
import io.github.sea4j.table.PhaseTable;
import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.Tally;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The 95 % thresholds of a phase transition, from its results table.
 *
 * <p>{@code rho95} is the largest tested rho with at least 95 % success there and at every smaller
 * tested rho; 0 if there is none. Its interval goes from the largest tested rho, not above rho95,
 * that clearly succeeds to the smallest one above rho95 that clearly does not. Clearly means that
 * the 95 % Wilson interval of the success rate lies on one side of 95 %; also, where that would
 * take more runs than any cell was given, that no run failed. An end that was not found is 0, or
 * the largest tested rho. The logistic threshold is {@code (ln 19 - a) / b}, see {@link
 * LogisticCurve}, over all tested cells of the solver.
 */
public final class Thresholds {

  private final Table answer;
  private final StringColumn solver = StringColumn.create(ResultColumns.SOLVER);
  private final DoubleColumn zeta = DoubleColumn.create(PhaseColumns.ZETA);
  private final IntColumn m = IntColumn.create(ResultColumns.ROWS);
  private final IntColumn n = IntColumn.create(ResultColumns.COLUMNS);
  private final IntColumn k95 = IntColumn.create(PhaseColumns.SPARSITY_95);
  private final DoubleColumn rho95 = DoubleColumn.create(PhaseColumns.RHO_95);
  private final DoubleColumn low = DoubleColumn.create(PhaseColumns.RHO_LOW);
  private final DoubleColumn high = DoubleColumn.create(PhaseColumns.RHO_HIGH);
  private final DoubleColumn logistic = DoubleColumn.create(PhaseColumns.RHO_LOGISTIC);
  private final IntColumn runs = IntColumn.create(PhaseColumns.RUNS);

  private Thresholds() {
    answer =
        Table.create("95 % thresholds")
            .addColumns(solver, zeta, m, n, k95, rho95, low, high, logistic, runs);
  }

  /**
   * One row for each solver and zeta.
   *
   * @param results a table of {@link PhaseTable}
   * @return columns solver, zeta, m, n, k95, rho95, rho_low, rho_high, rho95_logistic and runs, the
   *     most runs in one cell; solvers in the order of the results, then zeta ascending
   */
  public static Table of(Table results) {
    if (results.isEmpty()) {
      throw new IllegalArgumentException("results must have at least one row, but has none");
    }
    double mostRuns = results.intColumn(PhaseColumns.RUNS).max();
    Thresholds thresholds = new Thresholds();
    for (String name : Summaries.inOrder(results.stringColumn(ResultColumns.SOLVER))) {
      Table mine = results.where(results.stringColumn(ResultColumns.SOLVER).isEqualTo(name));
      mine.intColumn(ResultColumns.ROWS).unique().asList().stream()
          .sorted()
          .map(rows -> mine.where(mine.intColumn(ResultColumns.ROWS).isEqualTo(rows)))
          .forEach(cells -> thresholds.add(cells, mostRuns));
    }
    return thresholds.answer;
  }

  private void add(Table cells, double mostRuns) {
    Table ascending = cells.sortAscendingOn(ResultColumns.SPARSITY);
    int passed = passed(ascending);
    double[] rho = ascending.doubleColumn(PhaseColumns.RHO).asDoubleArray();
    solver.append(ascending.stringColumn(ResultColumns.SOLVER).get(0));
    zeta.append(ascending.doubleColumn(PhaseColumns.ZETA).get(0));
    m.append(ascending.intColumn(ResultColumns.ROWS).get(0));
    n.append(ascending.intColumn(ResultColumns.COLUMNS).get(0));
    k95.append(passed == 0 ? 0 : ascending.intColumn(ResultColumns.SPARSITY).get(passed - 1));
    rho95.append(passed == 0 ? 0 : rho[passed - 1]);
    int sure = passed - 1;
    while (sure >= 0 && !clearlyAbove(ascending, sure, mostRuns)) {
      sure--;
    }
    low.append(sure < 0 ? 0 : rho[sure]);
    int lost = passed;
    while (lost < rho.length - 1 && !clearlyBelow(ascending, lost)) {
      lost++;
    }
    high.append(rho[Math.min(lost, rho.length - 1)]);
    appendLogistic(ascending, rho);
    runs.append((int) ascending.intColumn(PhaseColumns.RUNS).max());
  }

  /** How many of the cells, in ascending order, reach the target before the first that does not. */
  private static int passed(Table ascending) {
    int count = 0;
    while (count < ascending.rowCount()
        && Tally.reachesTarget(
            ascending.intColumn(PhaseColumns.SUCCESSES).get(count),
            ascending.intColumn(PhaseColumns.RUNS).get(count))) {
      count++;
    }
    return count;
  }

  private static boolean clearlyAbove(Table cells, int row, double mostRuns) {
    int runs = cells.intColumn(PhaseColumns.RUNS).get(row);
    boolean perfect = cells.intColumn(PhaseColumns.SUCCESSES).get(row) == runs && runs == mostRuns;
    return perfect || cells.doubleColumn(PhaseColumns.RATE_LOW).get(row) >= Tally.TARGET;
  }

  private static boolean clearlyBelow(Table cells, int row) {
    return cells.doubleColumn(PhaseColumns.RATE_HIGH).get(row) < Tally.TARGET;
  }

  private void appendLogistic(Table cells, double[] rho) {
    Optional<LogisticCurve> curve =
        LogisticCurve.fit(
            rho,
            cells.intColumn(PhaseColumns.RUNS).asDoubleArray(),
            cells.intColumn(PhaseColumns.SUCCESSES).asDoubleArray());
    double rhoAtTarget = curve.map(found -> found.rhoAt(Tally.TARGET)).orElse(Double.NaN);
    if (Double.isFinite(rhoAtTarget)) {
      logistic.append(rhoAtTarget);
    } else {
      logistic.appendMissing();
    }
  }
}
