package io.github.sea4j.plot.style;

import io.github.sea4j.summary.Summaries;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import tech.tablesaw.api.Table;

/** The one look of all figures: white ground, light grid, dark grey text. */
public final class Style {

  /** The true signal. */
  public static final Color TRUTH = new Color(0x404040);

  /** Measurements, and lines to compare with. */
  public static final Color MEASUREMENT = new Color(0x8C8C8C);

  /** Indices of S_t that are in S*. */
  public static final Color RIGHT = new Color(0x0072B2);

  /** Indices of S_t that are not; apart from the others in grey too. */
  public static final Color WRONG = new Color(0xE69F00);

  /** Dark grey. */
  public static final Color TEXT = new Color(0x262626);

  private static final Color GRID = new Color(0xE6E6E6);
  private static final Color FRAME = new Color(0xB3B3B3);
  private static final String FAMILY = Font.SANS_SERIF;

  /** A wider figure is squeezed on the page of a notebook, and its text with it. */
  private static final int PAGE_WIDTH = 960;

  /** Characters of a name for which the figures are wide enough anyway, and points for one more. */
  private static final int ORDINARY_NAME = 16;

  private static final int CHARACTER = 7;

  private Style() {}

  /**
   * A width that leaves room for the names in the legend, up to what a page has.
   *
   * @param least width for short names
   * @param results with a row or more for each solver of the legend
   */
  public static int widthFor(int least, Table results) {
    int longest =
        Summaries.solvers(results).stream()
            .mapToInt(key -> SolverStyle.label(key).length())
            .max()
            .orElse(0);
    int more = CHARACTER * Math.max(0, longest - ORDINARY_NAME);
    return Math.min(least + more, PAGE_WIDTH);
  }

  /** The house style for a chart of any kind that has axes. */
  public static void dress(AxesChartStyler styler) {
    ground(styler);
    text(styler, 12);
    legend(styler);
  }

  /** Smaller text, no legend: for one of several charts side by side. */
  public static void panel(XYChart chart) {
    text(chart.getStyler(), 10);
    chart.getStyler().setLegendVisible(false).setChartPadding(4).setMarkerSize(6);
    chart.getStyler().setAxisTitlePadding(4).setXAxisTickMarkSpacingHint(40);
  }

  /** A line of this width; lengths of dashes and gaps in turn, none for a line without gaps. */
  public static BasicStroke stroke(float width, float... dash) {
    float[] dashes = dash.length == 0 ? null : dash;
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
  }

  private static void ground(AxesChartStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderColor(FRAME).setPlotBorderVisible(true);
    styler.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(stroke(1));
    styler.setAxisTickMarksColor(FRAME).setAxisTicksLineVisible(false);
    styler.setPlotMargin(0).setPlotContentSize(0.96).setChartPadding(10);
    styler.setMarkerSize(8).setAntiAlias(true).setLocale(Locale.ROOT);
    styler.setErrorBarsColorSeriesColor(true);
    styler.setChartTitleBoxVisible(false);
  }

  private static void text(AxesChartStyler styler, int points) {
    Font plain = new Font(FAMILY, Font.PLAIN, points);
    styler.setAxisTitleFont(plain).setAxisTickLabelsFont(plain);
    styler.setLegendFont(plain).setChartTitleFont(new Font(FAMILY, Font.BOLD, points + 1));
    styler.setAnnotationTextFont(plain).setAnnotationTextFontColor(TEXT);
    styler.setAxisTickLabelsColor(TEXT).setChartFontColor(TEXT);
  }

  private static void legend(AxesChartStyler styler) {
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE).setLegendBackgroundColor(Color.WHITE);
    styler.setLegendPadding(6).setLegendSeriesLineLength(36);
  }
}
