package io.github.sea4j.plot;

import io.github.sea4j.plot.style.AxisText;
import io.github.sea4j.plot.style.LogAxes;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.plot.style.Typography;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/**
 * An XChart in the house style, which puts itself in order before it is drawn: values that a
 * logarithmic axis cannot show are left out with a note, tick labels have proper minus signs and
 * powers of ten, and {@code zeta} or {@code ||x||} in its texts become the signs.
 */
public final class Figure extends XYChart implements Drawing {

  /** Ends of curves closer than this share of their range are drawn in the order given. */
  private static final double TOGETHER = 0.02;

  private static final int TITLE_ROOM = 20;
  private static final float TITLE_STEP = 0.25f;
  private static final float LEAST_TITLE = 6;

  private boolean byEnds;

  private Figure(XYChartBuilder builder) {
    super(builder);
  }

  /** An empty one. */
  public static Figure of(int width, int height, String title, String xAxis, String yAxis) {
    Figure figure =
        new Figure(
            new XYChartBuilder()
                .width(width)
                .height(height)
                .title(Typography.sentence(title))
                .xAxisTitle(Typography.of(xAxis))
                .yAxisTitle(Typography.of(yAxis)));
    Style.dress(figure.getStyler());
    return figure;
  }

  /** The legend lists the curves as their right ends stand, the topmost first. */
  public Figure byEnds() {
    byEnds = true;
    return this;
  }

  /** The same chart with another title. */
  Figure titled(String title) {
    setTitle(Typography.sentence(title));
    return this;
  }

  /** Without its title, which stands above several. */
  void untitled() {
    setTitle("");
    getStyler().setChartTitleVisible(false);
  }

  /** Gives charts that are to be compared the same axes, as far as they have no fixed ones. */
  static void alike(List<Figure> figures) {
    double[] x =
        range(figures, XYSeries::getXData, figures.get(0).getStyler().isXAxisLogarithmic());
    double[] y =
        range(figures, XYSeries::getYData, figures.get(0).getStyler().isYAxisLogarithmic());
    for (Figure figure : List.copyOf(figures)) {
      XYStyler styler = figure.getStyler();
      styler.setXAxisMin(widest(figures, XYStyler::getXAxisMin, -1, x[0]));
      styler.setXAxisMax(widest(figures, XYStyler::getXAxisMax, 1, x[1]));
      styler.setYAxisMin(widest(figures, XYStyler::getYAxisMin, -1, y[0]));
      styler.setYAxisMax(widest(figures, XYStyler::getYAxisMax, 1, y[1]));
    }
  }

  /** The end of an axis that is fixed in some of the figures, the outermost; else the other. */
  private static double widest(
      List<Figure> figures, Function<XYStyler, @Nullable Double> end, int sign, double other) {
    return figures.stream()
            .map(figure -> end.apply(figure.getStyler()))
            .filter(Objects::nonNull)
            .mapToDouble(value -> sign * value)
            .max()
            .orElse(sign * other)
        * sign;
  }

  /** A vertical axis of shares, from 0 to a round number just above the curves, at most 1. */
  Figure ofShares() {
    double most = range(List.of(this), XYSeries::getYData, false)[1];
    double step = most > 0 ? Math.pow(10, Math.floor(Math.log10(most))) : 1;
    getStyler().setYAxisMin(0.0).setYAxisMax(Math.min(1, step * Math.ceil(most / step)));
    return this;
  }

  /** For one of two charts side by side: another title, the legend below. */
  void narrow(String title) {
    setTitle(title);
    getStyler().setLegendPosition(LegendPosition.OutsideS);
    getStyler().setLegendLayout(LegendLayout.Vertical);
  }

  private static double[] range(
      List<Figure> figures, Function<XYSeries, double[]> axis, boolean logarithmic) {
    DoubleSummaryStatistics shown =
        figures.stream()
            .flatMap(figure -> figure.getSeriesCollection().stream())
            .flatMapToDouble(series -> Arrays.stream(axis.apply(series)))
            .filter(value -> Double.isFinite(value) && (!logarithmic || value > 0))
            .summaryStatistics();
    return new double[] {shown.getMin(), shown.getMax()};
  }

  @Override
  public void paint(Graphics2D canvas, int width, int height) {
    LogAxes.leaveOutWhatTheyCannotShow(this);
    if (byEnds) {
      sortByEnds();
    }
    AxisText.applyTo(this);
    fitTitle(width, height);
    super.paint(canvas, width, height);
  }

  /** XChart centres the title above the plot; one that would reach an edge is made smaller. */
  private void fitTitle(int width, int height) {
    Font font = getStyler().getChartTitleFont();
    if (titleWidth(font) < width / 3.0) {
      return;
    }
    // Where the plot stands is known once it has been drawn.
    Graphics2D trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    super.paint(trial, width, height);
    trial.dispose();
    double centre = plot.getBounds().getCenterX();
    double room = 2 * Math.min(centre, width - centre) - TITLE_ROOM;
    // Step by step: letters do not shrink in proportion.
    while (titleWidth(font) > room && font.getSize2D() > LEAST_TITLE) {
      font = font.deriveFont(font.getSize2D() - TITLE_STEP);
    }
    getStyler().setChartTitleFont(font);
  }

  private double titleWidth(Font font) {
    String title = String.valueOf(getTitle());
    return font.getStringBounds(title, new FontRenderContext(null, true, false)).getWidth();
  }

  /** Bars and other series without a name come first: curves cover them. */
  private void sortByEnds() {
    List<XYSeries> unnamed = new ArrayList<>();
    List<XYSeries> named = new ArrayList<>();
    getSeriesCollection().forEach(s -> (s.isShowInLegend() ? named : unnamed).add(s));
    double[] ends = named.stream().mapToDouble(this::end).filter(Double::isFinite).toArray();
    double low = Arrays.stream(ends).min().orElse(0);
    double range = Arrays.stream(ends).max().orElse(0) - low;
    if (range > 0) {
      named.sort(Comparator.comparingLong(s -> -Math.round((end(s) - low) / (TOGETHER * range))));
    }
    seriesMap.clear();
    unnamed.forEach(series -> seriesMap.put(series.getName(), series));
    named.forEach(series -> seriesMap.put(series.getName(), series));
  }

  /** Where the curve stands at its largest x, as the axis shows it; NaN for an empty one. */
  private double end(XYSeries series) {
    double[] x = series.getXData();
    double[] y = series.getYData();
    int last = -1;
    for (int i = 0; i < y.length; i++) {
      last = Double.isFinite(y[i]) && (last < 0 || x[i] >= x[last]) ? i : last;
    }
    double end = last < 0 ? Double.NaN : y[last];
    return getStyler().isYAxisLogarithmic() ? Math.log(end) : end;
  }
}
