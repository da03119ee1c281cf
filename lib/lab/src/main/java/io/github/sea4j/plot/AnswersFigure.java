package io.github.sea4j.plot;

import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Stems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;

/** What solvers chose in one problem: their coefficients against the column, panel by panel. */
final class AnswersFigure {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 190;

  /** A single answer has the page to itself. */
  private static final int ALONE = 340;

  private AnswersFigure() {}

  static IChart draw(Map<String, double[]> answers) {
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("answers must have at least one solver, but are empty");
    }
    double largest =
        answers.values().stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    double bound = largest == 0 ? 1 : 1.12 * largest;
    int height = answers.size() == 1 ? ALONE : HEIGHT;
    List<XYChart> charts = new ArrayList<>();
    answers.forEach((solver, x) -> charts.add(panel(solver, x, height, bound)));
    return charts.size() == 1
        ? charts.get(0)
        : new Panels("The columns that each solver chose", charts, 1);
  }

  private static Figure panel(String solver, double[] x, int height, double bound) {
    long chosen = Arrays.stream(x).filter(value -> value != 0).count();
    String title = "%s: %d of %d columns".formatted(SolverStyle.label(solver), chosen, x.length);
    Figure chart = Figure.of(WIDTH, height, title, "column", "coefficient");
    SolverStyle look = SolverStyle.of(solver);
    Stems.of(x).addTo(chart, solver, look.color(), look.marker(), 1.6f);
    chart.getStyler().setXAxisMin(-1.0).setXAxisMax((double) x.length);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setYAxisMin(-bound).setYAxisMax(bound);
    return chart;
  }
}
