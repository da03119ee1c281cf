package io.github.sea4j.plot.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Many lines as one series with one entry in the legend, broken by gaps. */
public final class BrokenLine {

  private final List<Double> x = new ArrayList<>();
  private final List<Double> y = new ArrayList<>();

  /** Adds a line that is not joined to the one before. */
  public void add(double[] xs, double[] ys) {
    if (!x.isEmpty()) {
      point(xs[0], Double.NaN);
    }
    for (int i = 0; i < xs.length; i++) {
      point(xs[i], ys[i]);
      if (i == 0 && xs.length > 1) {
        // XChart sets its ticks on points that are equally spaced, instead of on round numbers; a
        // point just behind the first changes the spacing and not the line.
        point(xs[0] + (xs[1] - xs[0]) / 1000, ys[0] + (ys[1] - ys[0]) / 1000);
      }
    }
  }

  /** Adds a line without the points in the middle of its level stretches: dashes then show. */
  public void addStairs(double[] xs, double[] ys) {
    int[] kept =
        IntStream.range(0, xs.length)
            .filter(i -> i == 0 || i == xs.length - 1 || ys[i] != ys[i - 1] || ys[i] != ys[i + 1])
            .toArray();
    add(
        Arrays.stream(kept).mapToDouble(i -> xs[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> ys[i]).toArray());
  }

  private void point(double xValue, double yValue) {
    x.add(xValue);
    y.add(yValue);
  }

  /** Adds the line to a chart, in this width. */
  public void addTo(XYChart chart, String name, Color color, float width) {
    addTo(chart, name, color, Style.stroke(width));
  }

  /** Adds the line to a chart; nothing where it has no point. */
  public void addTo(XYChart chart, String name, Color color, BasicStroke stroke) {
    if (!x.isEmpty()) {
      XYSeries series = chart.addSeries(name, x, y);
      series.setMarker(SeriesMarkers.NONE).setLineColor(color).setLineStyle(stroke);
    }
  }
}
