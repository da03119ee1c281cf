package io.github.sea4j.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Means of cells say what the rows say that they were made of. */
class CellMeansTest {

  private static final List<String> SOLVERS = List.of("sea", "omp", "lasso");
  private static final double SIX_DIGITS = 5e-6;

  private final Table rows = ResultTable.of(rows());
  private final Table means = CellMeans.of(rows);

  /** 12 instances a cell, seed 1; "sea" misses nothing at k = 4. */
  private static List<ResultRow> rows() {
    Random random = new Random(1);
    List<ResultRow> rows = new ArrayList<>();
    for (double noise : new double[] {10, Double.POSITIVE_INFINITY}) {
      for (int k : new int[] {4, 8}) {
        for (int trial = 0; trial < 12; trial++) {
          for (String solver : SOLVERS) {
            double distance =
                solver.equals("sea") && k == 4 ? 0 : random.nextInt(k + 1) / (double) k;
            rows.add(
                new ResultRow(
                    "noise",
                    new Cell(50, 100, k, noise),
                    trial,
                    solver,
                    random.nextBoolean() ? "iteration limit" : "converged",
                    distance,
                    distance == 0,
                    trial == 3 ? Double.NaN : random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble(),
                    0.1 + random.nextDouble(),
                    random.nextInt(1000),
                    random.nextInt(1000),
                    1));
          }
        }
      }
    }
    return rows;
  }

  private static Table at(Table table, int k) {
    return table.where(table.intColumn("k").isEqualTo(k));
  }

  private static void assertSame(Table ofRows, Table ofMeans) {
    assertEquals(ofRows.columnNames(), ofMeans.columnNames());
    assertEquals(ofRows.rowCount(), ofMeans.rowCount());
    for (int i = 0; i < ofRows.rowCount(); i++) {
      Row expected = ofRows.row(i);
      Row found = ofMeans.row(i);
      assertEquals(expected.getString("solver"), found.getString("solver"));
      assertEquals(expected.getDouble("snr_db"), found.getDouble("snr_db"));
      assertEquals(expected.getInt("instances"), found.getInt("instances"));
      for (String column : List.of("mean", "standard_error", "low", "high")) {
        double value = expected.getDouble(column);
        double width = expected.getDouble("high") - expected.getDouble("low");
        double scale = Math.max(Math.abs(expected.getDouble("mean")), width);
        assertEquals(value, found.getDouble(column), SIX_DIGITS * scale, column);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "support_distance",
        "exact_recovery",
        "mean_shift",
        "wasserstein_1",
        "relative_residual",
        "iterations",
        "distinct_supports"
      })
  void meansAndIntervalsAreThoseOfTheRows(String column) {
    for (int k : new int[] {4, 8}) {
      assertSame(
          Summaries.by(at(rows, k), column, "solver", "snr_db"),
          Summaries.by(at(means, k), column, "solver", "snr_db"));
      assertEquals(
          Readings.means(at(rows, k), column, "snr_db", 10).print(),
          Readings.means(at(means, k), column, "snr_db", 10).print());
    }
  }

  @Test
  void differencesAreThoseOfTheRows() {
    for (String reference : SOLVERS) {
      assertSame(
          Summaries.by(
              Paired.against(at(rows, 8), "support_distance", reference),
              Paired.DIFFERENCE,
              "solver",
              "snr_db"),
          Summaries.by(
              Paired.against(at(means, 8), "support_distance", reference),
              Paired.DIFFERENCE,
              "solver",
              "snr_db"));
    }
  }

  @Test
  void capsAndRatiosAreMeasuresOfTheirOwn() {
    Table noisy = at(rows, 8).where(at(rows, 8).doubleColumn("snr_db").isEqualTo(10));
    Table lasso = Summaries.ofSolver(noisy, "lasso");
    Table limits = Summaries.by(at(means, 8), CellMeans.AT_LIMIT, "solver", "snr_db");
    assertEquals(
        lasso.stringColumn("status").isEqualTo("iteration limit").size() / 12.0,
        Summaries.ofSolver(limits, "lasso").doubleColumn("mean").get(0),
        SIX_DIGITS);
    Table ratios = Summaries.by(at(means, 8), CellMeans.RESIDUAL_RATIO, "solver", "snr_db");
    double mean =
        lasso
            .doubleColumn("relative_residual")
            .divide(lasso.doubleColumn("truth_relative_residual"))
            .mean();
    Table found = Summaries.ofSolver(ratios, "lasso");
    assertEquals(mean, found.doubleColumn("mean").get(0), SIX_DIGITS * mean);
    assertEquals(0, found.intColumn("instances").get(1), "no ratio without noise");
  }

  @Test
  void budgetsAreSplitFromBothSidesOfADifference() {
    Table held = rows.copy();
    held.replaceColumn(
        held.stringColumn("solver")
            .map(name -> "within(%s, products=%d)".formatted(name, name.equals("sea") ? 10 : 30))
            .setName("solver"));
    Table kept = CellMeans.of(held);
    int differences = kept.stringColumn(CellMeans.MEASURE).isEqualTo(Paired.DIFFERENCE).size();
    assertEquals(2 * 4, differences, "omp and lasso, which have one budget, in four cells");
    Table split = Budgets.split(kept);
    Table at30 = at(split, 8).where(at(split, 8).intColumn(Budgets.PRODUCTS).isEqualTo(30));
    assertSame(
        Summaries.by(
            Paired.against(
                at(rows, 8).where(at(rows, 8).stringColumn("solver").isNotEqualTo("sea")),
                "support_distance",
                "omp"),
            Paired.DIFFERENCE,
            "solver",
            "snr_db"),
        Summaries.by(
            Paired.against(at30, "support_distance", "omp"),
            Paired.DIFFERENCE,
            "solver",
            "snr_db"));
    assertSame(
        Summaries.by(at(rows, 8), "support_distance", "solver", "snr_db"),
        Summaries.by(at(split, 8), "support_distance", "solver", "snr_db"));
    assertRefused("to sea, but", () -> Paired.against(split, "support_distance", "sea"));
  }

  @Test
  void aFileHoldsTheSame(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(CellMeans.FILE);
    means.write().csv(file.toFile());
    Table read = CellMeans.read(file);
    assertEquals(means.write().toString("csv"), read.write().toString("csv"));
    assertEquals(means.types(), read.types());
  }

  @Test
  void whatMeansCannotAnswerIsRefused() {
    assertRefused("for each solver", () -> Summaries.by(means, "support_distance", "solver"));
    assertRefused("must be of seconds", () -> Summaries.by(means, "seconds", "solver", "k"));
    assertRefused("not of iterations", () -> Paired.against(means, "iterations", "sea"));
    assertRefused("to els, but", () -> Paired.against(means, "support_distance", "els"));
    assertRefused("Paired.against", () -> Summaries.by(at(means, 8), "difference", "solver"));
    assertRefused("that compare solvers", () -> CellMeans.of(means));
    assertRefused("that compare solvers", () -> CellMeans.of(rows.emptyCopy()));
    Table others = rows.copy();
    others.stringColumn(ResultColumns.EXPERIMENT).set(0, "gaussian");
    assertRefused("of one experiment, but are of 2", () -> CellMeans.of(others));
  }

  private static void assertRefused(String part, Runnable asked) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, asked::run).getMessage());
    assertTrue(message.contains(part), message);
  }
}
