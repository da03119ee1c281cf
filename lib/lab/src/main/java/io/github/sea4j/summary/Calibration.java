package io.github.sea4j.summary;

import io.github.sea4j.statistics.Interval;
import io.github.sea4j.table.CalibrationRow;
import io.github.sea4j.table.ResultColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What solvers said of columns, and what was so, bin by bin of probability. */
public final class Calibration {

  /** Mean probability said of the columns of a bin. */
  public static final String SAID = "said";

  /** Share of them in the true support. */
  public static final String OBSERVED = "observed";

  /** Fewer columns than this say little: bins that {@link #meanError} leaves out. */
  public static final int ENOUGH = 200;

  private Calibration() {}

  /**
   * Bins over all instances of the table, without empty ones. Intervals of the observed shares are
   * of 95 %, by clusters: the columns of an instance are not independent, nor are its noise levels.
   *
   * @param results a calibration table of at least two instances
   * @return solver, bin, columns, said, observed, low, high
   */
  public static Table of(Table results) {
    Table bins =
        Table.create(
            "calibration",
            StringColumn.create(ResultColumns.SOLVER),
            IntColumn.create(CalibrationRow.BIN),
            IntColumn.create(CalibrationRow.COUNT),
            DoubleColumn.create(SAID),
            DoubleColumn.create(OBSERVED),
            DoubleColumn.create(Summaries.LOW),
            DoubleColumn.create(Summaries.HIGH));
    for (String solver : Summaries.solvers(results)) {
      Table own = Summaries.ofSolver(results, solver);
      for (int bin = 0; bin < CalibrationRow.BINS; bin++) {
        Bin counted = Bin.of(own.where(own.intColumn(CalibrationRow.BIN).isEqualTo(bin)));
        if (counted.columns > 0) {
          counted.append(bins, solver, bin);
        }
      }
    }
    return bins;
  }

  /**
   * Mean of {@code |said - observed|} over the bins with at least {@link #ENOUGH} columns, each bin
   * counted once; NaN without such a bin.
   *
   * @param bins of one solver, as of {@link #of}
   */
  public static double meanError(Table bins) {
    return bins.stream()
        .filter(row -> row.getInt(CalibrationRow.COUNT) >= ENOUGH)
        .mapToDouble(row -> Math.abs(row.getDouble(SAID) - row.getDouble(OBSERVED)))
        .average()
        .orElse(Double.NaN);
  }

  /** Sums over the rows of a bin; hits and sizes of its instances. */
  private static final class Bin {
    private final Map<List<Object>, double[]> instances = new LinkedHashMap<>();
    private int columns;
    private double said;
    private int present;

    static Bin of(Table rows) {
      Bin bin = new Bin();
      for (Row row : rows) {
        int columns = row.getInt(CalibrationRow.COUNT);
        int present = row.getInt(CalibrationRow.PRESENT);
        bin.columns += columns;
        bin.said += row.getDouble(CalibrationRow.SAID);
        bin.present += present;
        List<Object> instance =
            List.of(
                row.getInt(ResultColumns.COLUMNS),
                row.getInt(ResultColumns.SPARSITY),
                row.getInt(ResultColumns.TRIAL));
        double[] sums = bin.instances.computeIfAbsent(instance, unseen -> new double[2]);
        sums[0] += present;
        sums[1] += columns;
      }
      return bin;
    }

    void append(Table bins, String solver, int bin) {
      double observed = (double) present / columns;
      Interval interval = interval(observed);
      Row row = bins.appendRow();
      row.setString(ResultColumns.SOLVER, solver);
      row.setInt(CalibrationRow.BIN, bin);
      row.setInt(CalibrationRow.COUNT, columns);
      row.setDouble(SAID, said / columns);
      row.setDouble(OBSERVED, observed);
      row.setDouble(Summaries.LOW, interval.low());
      row.setDouble(Summaries.HIGH, interval.high());
    }

    /** Where all columns are there, or none, no spread is seen: the bound of an event not seen. */
    private Interval interval(double observed) {
      List<double[]> filled = new ArrayList<>(instances.values());
      filled.removeIf(sums -> sums[1] == 0);
      if (observed == 0 || observed == 1) {
        double unseen = Interval.boundOfUnseen(filled.size());
        return observed == 0 ? new Interval(0, unseen) : new Interval(1 - unseen, 1);
      }
      double[] hits = filled.stream().mapToDouble(sums -> sums[0]).toArray();
      double[] sizes = filled.stream().mapToDouble(sums -> sums[1]).toArray();
      if (filled.size() < 2) {
        return new Interval(Double.NaN, Double.NaN);
      }
      Interval ratio = Interval.ofRatio(hits, sizes);
      return new Interval(Math.max(0, ratio.low()), Math.min(1, ratio.high()));
    }
  }
}
