package io.github.sea4j.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Many lines as one series with one entry in the legend, broken by gaps. */
final class BrokenLine {

  private final List<Double> x = new ArrayList<>();
  private final List<Double> y = new ArrayList<>();

  /** Adds a line that is not joined to the one before. */
  void add(double[] xs, double[] ys) {
    if (!x.isEmpty()) {
      x.add(xs[0]);
      y.add(Double.NaN);
    }
    for (int i = 0; i < xs.length; i++) {
      x.add(xs[i]);
      y.add(ys[i]);
    }
  }

  void addTo(XYChart chart, String name, Color color, float width) {
    if (x.isEmpty()) {
      return;
    }
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE).setLineColor(color).setLineStyle(Style.stroke(width));
  }
}
