package io.github.sea4j.plot;

import java.util.List;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/** Figure 1: two results side by side of one size. */
final class OverviewFigure {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 470;

  private OverviewFigure() {}

  static Panels draw(Table phaseTransition, Table deconvolution) {
    XYChart left = PhaseTransitionFigure.draw(phaseTransition, WIDTH, HEIGHT);
    XYChart right = SparsityFigure.SUPPORT_DISTANCE.draw(deconvolution, WIDTH, HEIGHT);
    return new Panels(
        "Exact recovery of Gaussian problems (left), spike deconvolution (right)",
        List.of(left, right),
        2);
  }
}
