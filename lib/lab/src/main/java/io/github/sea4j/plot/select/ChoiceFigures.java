package io.github.sea4j.plot.select;

import io.github.sea4j.plot.Figure;
import io.github.sea4j.plot.Panels;
import io.github.sea4j.plot.style.BrokenLine;
import io.github.sea4j.plot.style.Intervals;
import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.Choices;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.table.ChoiceRow;
import io.github.sea4j.table.ResultColumns;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import tech.tablesaw.api.Table;

/**
 * How often each rule is right, against the level of noise: a panel for each family of problems, a
 * curve for each rule, 95 % intervals. Drawn from the tables of the experiment {@code choice-of-k}.
 */
public final class ChoiceFigures {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 400;

  /** What is no rule: a thin grey line to compare with. */
  private static final String TOLD = "k known";

  private ChoiceFigures() {}

  /** Share of instances on which each rule chooses the true number of columns. */
  public static Panels rightSize(Table results) {
    return draw(results, Choices.RIGHT, "Which rule chooses the right k? Bars: 95 % intervals");
  }

  /** Share of instances on which each rule chooses exactly the true columns. */
  public static Panels exactSupport(Table results) {
    return draw(
        results, Choices.EXACT, "Which rule finds exactly the true columns? Bars: 95 % intervals");
  }

  private static Panels draw(Table results, String share, String title) {
    Table all = Choices.of(results);
    List<String> rules = new ArrayList<>(Summaries.inOrder(all.stringColumn(ChoiceRow.RULE)));
    rules.remove(TOLD);
    List<Figure> panels = new ArrayList<>();
    for (String family : Summaries.inOrder(all.stringColumn(ChoiceRow.FAMILY))) {
      panels.add(
          panel(
              all.where(all.stringColumn(ChoiceRow.FAMILY).isEqualTo(family)),
              family,
              share,
              rules));
    }
    return new Panels(title, panels, 2);
  }

  private static Figure panel(Table family, String name, String share, List<String> rules) {
    Figure chart =
        Figure.of(
            WIDTH,
            HEIGHT,
            name,
            name.equals("logistic") ? "level behind the labels (dB)" : "signal-to-noise ratio (dB)",
            share.equals(Choices.RIGHT) ? "share with k = k*" : "share with S = S*");
    Table told = of(family, TOLD);
    if (share.equals(Choices.EXACT) && !told.isEmpty()) {
      BrokenLine line = new BrokenLine();
      line.add(levels(told), told.doubleColumn(share).asDoubleArray());
      line.addTo(chart, TOLD, Style.MEASUREMENT, Style.stroke(1.6f, 5, 3));
    }
    for (int place = 0; place < rules.size(); place++) {
      Table curve = of(family, rules.get(place));
      if (!curve.isEmpty()) {
        curve(chart, curve, share, rules.get(place), place);
      }
    }
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    return chart;
  }

  /** The look follows from the rule's place in the list: the same in all panels. */
  private static void curve(Figure chart, Table curve, String share, String rule, int place) {
    SolverStyle look = SolverStyle.of(rule, place);
    double[] x = levels(curve);
    Intervals.add(
        chart,
        rule,
        look,
        x,
        curve.doubleColumn(share + Choices.LOW).asDoubleArray(),
        curve.doubleColumn(share + Choices.HIGH).asDoubleArray());
    XYSeries series = chart.addSeries(rule, x, curve.doubleColumn(share).asDoubleArray());
    look.dress(series);
  }

  private static Table of(Table family, String rule) {
    return family
        .where(family.stringColumn(ChoiceRow.RULE).isEqualTo(rule))
        .sortOn(ResultColumns.SIGNAL_TO_NOISE);
  }

  private static double[] levels(Table curve) {
    return curve.doubleColumn(ResultColumns.SIGNAL_TO_NOISE).asDoubleArray();
  }
}
