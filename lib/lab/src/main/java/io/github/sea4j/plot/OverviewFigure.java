package io.github.sea4j.plot;

import java.util.List;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/**
 * Figure 1: two results of one size, one below the other, for a page is not wide enough for both.
 */
final class OverviewFigure {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 470;

  private OverviewFigure() {}

  static Panels draw(Table phaseTransition, Table deconvolution) {
    XYChart above = PhaseTransitionFigure.draw(phaseTransition, WIDTH, HEIGHT);
    XYChart below = SparsityFigure.SUPPORT_DISTANCE.draw(deconvolution, WIDTH, HEIGHT);
    return new Panels(
        "Exact recovery of Gaussian problems (above), spike deconvolution (below)",
        List.of(above, below),
        1);
  }
}
