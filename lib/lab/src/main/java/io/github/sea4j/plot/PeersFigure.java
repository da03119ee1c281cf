package io.github.sea4j.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import tech.tablesaw.api.Table;

/** Time of a solve by algorithm on a log scale, a marker for each program that has it. */
final class PeersFigure {

  private static final List<String> PROGRAMS = List.of("sea4j", "scikit-learn", "skscope", "abess");

  private PeersFigure() {}

  static CategoryChart draw(Table peers, String problem) {
    Table rows = peers.where(peers.stringColumn("problem").isEqualTo(problem));
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "problem must be one of %s, but is %s"
              .formatted(peers.stringColumn("problem").unique().asList(), problem));
    }
    List<String> algorithms = rows.stringColumn("algorithm").unique().asList();
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(820)
            .height(440)
            .title(problem)
            .xAxisTitle("algorithm")
            .yAxisTitle("median time of a solve (ms)")
            .build();
    for (String program : PROGRAMS) {
      List<@Nullable Double> times = new ArrayList<>();
      for (String algorithm : algorithms) {
        times.add(fastest(rows, algorithm, program));
      }
      CategorySeries series = chart.addSeries(program, algorithms, times);
      SolverStyle look = SolverStyle.of(program.equals("sea4j") ? "SEA" : program);
      series.setMarker(look.marker()).setMarkerColor(look.color());
    }
    style(chart.getStyler());
    return chart;
  }

  /** The fastest variant of a program, or null where it lacks the algorithm. */
  private static @Nullable Double fastest(Table rows, String algorithm, String program) {
    Table found =
        rows.where(
            rows.stringColumn("algorithm")
                .isEqualTo(algorithm)
                .and(rows.stringColumn("program").isEqualTo(program)));
    return found.isEmpty() ? null : found.nCol("milliseconds").min();
  }

  private static void style(CategoryStyler styler) {
    styler.setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    styler.setYAxisLogarithmic(true);
    styler.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
    styler.setMarkerSize(10).setAntiAlias(true).setChartTitleBoxVisible(false);
    styler.setLegendPosition(LegendPosition.OutsideE).setLegendBorderColor(Color.WHITE);
  }
}
