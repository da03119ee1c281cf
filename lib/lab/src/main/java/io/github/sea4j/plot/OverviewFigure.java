package io.github.sea4j.plot;

import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import tech.tablesaw.api.Table;

/** Figure 1: two results side by side, each with its legend below. */
final class OverviewFigure {

  private static final int WIDTH = 620;
  private static final int HEIGHT = 560;

  private OverviewFigure() {}

  static Panels draw(Table phaseTransition, Table deconvolution) {
    XYChart left = PhaseTransitionFigure.draw(phaseTransition, WIDTH, HEIGHT);
    XYChart right = SparsityFigure.SUPPORT_DISTANCE.draw(deconvolution, WIDTH, HEIGHT);
    for (XYChart chart : List.of(left, right)) {
      chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
      chart.getStyler().setLegendLayout(LegendLayout.Horizontal);
    }
    return new Panels(
        "Exact recovery of Gaussian problems (left), spike deconvolution (right)",
        List.of(left, right),
        2);
  }
}
