package io.github.sea4j.plot;

import io.github.sea4j.plot.style.MeanCurve;
import io.github.sea4j.plot.style.Scale;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.Readings;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.table.ResultColumns;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** A mean or median over instances against k: a curve for each solver, with bars. */
enum SparsityFigure {
  SUPPORT_DISTANCE(
      "How much of the support each solver misses",
      ResultColumns.SUPPORT_DISTANCE,
      "mean support distance, share of S* missed",
      Scale.SHARE),
  EXACT_RECOVERY(
      "How often each solver finds the whole support",
      ResultColumns.EXACT_RECOVERY,
      "share of instances with S = S*",
      Scale.SHARE),
  MEAN_SHIFT(
      "How far estimated spikes are from true ones",
      ResultColumns.MEAN_SHIFT,
      "mean distance to the nearest true spike (positions)",
      Scale.ZERO),
  WASSERSTEIN(
      "How far the estimated support is from the true one",
      ResultColumns.WASSERSTEIN,
      "mean Wasserstein-1 distance (positions)",
      Scale.ZERO),
  EXPLORED_SUPPORTS(
      "How many supports each solver visits",
      ResultColumns.DISTINCT_SUPPORTS,
      "mean number of different supports visited",
      Scale.LOG),
  RUN_TIME(
      "How long each solver takes", ResultColumns.SECONDS, "median run time (seconds)", Scale.LOG) {
    @Override
    Table summary(Table results) {
      return Summaries.quartiles(
          results, ResultColumns.SECONDS, ResultColumns.SOLVER, ResultColumns.SPARSITY);
    }

    @Override
    void add(XYChart chart, String solver, Table curve) {
      double[] k = curve.intColumn(ResultColumns.SPARSITY).asDoubleArray();
      MeanCurve.add(
          chart,
          solver,
          k,
          curve.doubleColumn(Summaries.LOWER_QUARTILE).asDoubleArray(),
          curve.doubleColumn(Summaries.MEDIAN).asDoubleArray(),
          curve.doubleColumn(Summaries.UPPER_QUARTILE).asDoubleArray());
    }

    @Override
    String bars() {
      return "quartiles";
    }
  };

  private final String sentence;
  private final String column;
  private final String label;
  private final Scale scale;

  SparsityFigure(String sentence, String column, String label, Scale scale) {
    this.sentence = sentence;
    this.column = column;
    this.label = label;
    this.scale = scale;
  }

  Figure draw(Table results) {
    return draw(results, Style.widthFor(760, results), 460);
  }

  Figure draw(Table results, int width, int height) {
    requireOneFamily(results);
    Table summary = summary(results);
    String title = title(results, summary);
    Figure chart = Figure.of(width, height, title, xAxis(results), label);
    for (String solver : Summaries.solvers(summary)) {
      add(chart, solver, Summaries.ofSolver(summary, solver));
    }
    scale(chart, summary);
    return chart.byEnds();
  }

  /** What is drawn, for each solver and k. */
  Table summary(Table results) {
    return Summaries.bySparsity(results, column);
  }

  /** Adds a solver's curve with its bars. */
  void add(XYChart chart, String solver, Table curve) {
    double[] k = curve.intColumn(ResultColumns.SPARSITY).asDoubleArray();
    if (scale == Scale.LOG) {
      MeanCurve.addOnLogScale(chart, solver, k, curve);
    } else {
      MeanCurve.add(chart, solver, k, curve);
    }
  }

  /** What the bars show. */
  String bars() {
    return MeanCurve.BARS;
  }

  private void scale(Figure chart, Table summary) {
    double least = summary.intColumn(ResultColumns.SPARSITY).min();
    double most = summary.intColumn(ResultColumns.SPARSITY).max();
    // From 0 where k begins at 1: XChart then ticks round numbers.
    chart.getStyler().setXAxisMin(least <= 1 ? 0 : least).setXAxisMax(most);
    if (least == most) {
      chart.getStyler().setXAxisMin(least - 1).setXAxisMax(most + 1);
    }
    if (scale == Scale.SHARE) {
      chart.ofShares();
    } else {
      scale.applyTo(chart.getStyler());
    }
  }

  private String title(Table results, Table summary) {
    int[] counts =
        summary.intColumn(Summaries.COUNT).unique().asList().stream().mapToInt(i -> i).toArray();
    int least = Arrays.stream(counts).min().orElse(0);
    int most = Arrays.stream(counts).max().orElse(0);
    return "%s: %s%s, %s instances a point, bars %s"
        .formatted(
            sentence,
            shape(results),
            noise(results),
            least == most ? Integer.toString(most) : least + " to " + most,
            bars());
  }

  /** The noise level, where all results have the same one. */
  private static String noise(Table results) {
    DoubleColumn levels = results.doubleColumn(ResultColumns.SIGNAL_TO_NOISE).unique();
    double level = levels.getDouble(0);
    return levels.size() > 1 || Double.isInfinite(level) ? "" : ", " + Readings.noiseLevel(level);
  }

  static String shape(Table results) {
    int m = results.intColumn(ResultColumns.ROWS).get(0);
    int n = results.intColumn(ResultColumns.COLUMNS).get(0);
    return m == n ? "n = " + n : "m = %d, n = %d".formatted(m, n);
  }

  /** Only deconvolution, where m = n, has spikes. */
  private static String xAxis(Table results) {
    int m = results.intColumn(ResultColumns.ROWS).get(0);
    int n = results.intColumn(ResultColumns.COLUMNS).get(0);
    return m == n ? "sparsity k (spikes)" : "sparsity k";
  }

  private static void requireOneFamily(Table results) {
    requireOne(results, ResultColumns.COLUMNS);
    requireOne(results, ResultColumns.SIGNAL_TO_NOISE);
  }

  static void requireOne(Table results, String column) {
    int values = results.isEmpty() ? 0 : results.column(column).unique().size();
    if (values != 1) {
      throw new IllegalArgumentException(
          "results must have one value of %s, but have %d: choose one with where()"
              .formatted(column, values));
    }
  }
}
