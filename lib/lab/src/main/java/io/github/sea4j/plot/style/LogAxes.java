package io.github.sea4j.plot.style;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** What a logarithmic axis cannot show: XChart refuses the whole chart for one zero. */
public final class LogAxes {

  private static final String NOTE = " (values \u2264 0 left out: ";

  private LogAxes() {}

  /**
   * Breaks lines where a value is not positive, and says how many in the title of the axis; a bar
   * that reaches zero goes to the edge. Without any positive value the axis becomes linear.
   */
  public static void leaveOutWhatTheyCannotShow(XYChart chart) {
    if (chart.getStyler().isXAxisLogarithmic()) {
      for (XYSeries series : List.copyOf(chart.getSeriesCollection())) {
        int[] kept = positive(series.getXData());
        int lost = series.getXData().length - kept.length;
        if (lost > 0) {
          note(chart, series, lost, true);
          replace(chart, series, pick(series.getXData(), kept), pick(series.getYData(), kept));
        }
      }
    }
    if (chart.getStyler().isYAxisLogarithmic()) {
      double least = least(chart);
      if (Double.isInfinite(least)) {
        chart.getStyler().setYAxisLogarithmic(false);
        return;
      }
      List.copyOf(chart.getSeriesCollection()).forEach(series -> breakLine(chart, series, least));
    }
  }

  private static double least(XYChart chart) {
    return chart.getSeriesCollection().stream()
        .flatMapToDouble(series -> Arrays.stream(series.getYData()))
        .filter(y -> y > 0)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static void breakLine(XYChart chart, XYSeries series, double least) {
    double[] y = series.getYData();
    boolean isBar = !series.isShowInLegend();
    int lost = 0;
    for (int i = 0; i < y.length; i++) {
      if (y[i] <= 0) {
        y[i] = isBar ? least / 2 : Double.NaN;
        lost += isHelper(series.getXData(), i) ? 0 : 1;
      }
    }
    if (lost > 0) {
      note(chart, series, lost, false);
      replace(chart, series, series.getXData(), y);
    }
  }

  /** The point just behind the first that {@link BrokenLine} adds is not the user's. */
  private static boolean isHelper(double[] x, int i) {
    return i == 1 && x.length > 2 && Math.abs(x[1] - x[0]) < Math.abs(x[2] - x[0]) / 500;
  }

  private static void replace(XYChart chart, XYSeries series, double[] x, double[] y) {
    if (Arrays.stream(y).anyMatch(Double::isFinite)) {
      chart.updateXYSeries(series.getName(), x, y, null);
    } else {
      chart.removeSeries(series.getName());
    }
  }

  private static int[] positive(double[] values) {
    return IntStream.range(0, values.length).filter(i -> values[i] > 0).toArray();
  }

  private static double[] pick(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  private static void note(XYChart chart, XYSeries series, int lost, boolean isX) {
    if (!series.isShowInLegend()) {
      return;
    }
    String title = String.valueOf(isX ? chart.getXAxisTitle() : chart.getYAxisTitle());
    int at = title.indexOf(NOTE);
    int before =
        at < 0 ? 0 : Integer.parseInt(title.substring(at + NOTE.length(), title.length() - 1));
    String changed = (at < 0 ? title : title.substring(0, at)) + NOTE + (before + lost) + ")";
    if (isX) {
      chart.setXAxisTitle(changed);
    } else {
      chart.setYAxisTitle(changed);
    }
  }
}
