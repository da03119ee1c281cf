package io.github.sea4j.plot.style;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The non-zeros of a signal as stems with heads. XChart has no stems on numeric axes: they are a
 * line broken by gaps, and a scatter for the heads.
 *
 * @param positions of the non-zeros
 * @param values there
 */
public record Stems(List<Integer> positions, List<Double> values) {

  /** All of a signal. */
  public static Stems of(double[] signal) {
    return of(signal, 0, signal.length - 1);
  }

  /** A signal from one position to another, both included. */
  public static Stems of(double[] signal, int first, int last) {
    List<Integer> positions = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int j = first; j <= last; j++) {
      if (signal[j] != 0) {
        positions.add(j);
        values.add(signal[j]);
      }
    }
    return new Stems(positions, values);
  }

  /** The same with its heads moved to {@code -bound} or {@code bound} where they are beyond. */
  public Stems within(double bound) {
    return new Stems(
        positions, values.stream().map(v -> Math.max(-bound, Math.min(bound, v))).toList());
  }

  /** How many heads are beyond {@code -bound} and {@code bound}. */
  public long beyond(double bound) {
    return values.stream().filter(value -> Math.abs(value) > bound).count();
  }

  /** Adds stems and heads to a chart; nothing where there is no non-zero. */
  public void addTo(XYChart chart, String name, Color color, Marker marker, float width) {
    if (positions.isEmpty()) {
      return;
    }
    XYSeries lines = chart.addSeries(name + " stems", stemPositions(), stemValues());
    lines.setMarker(SeriesMarkers.NONE).setLineColor(color).setLineStyle(Style.stroke(width));
    lines.setShowInLegend(false);
    XYSeries heads = chart.addSeries(name, positions, values);
    heads.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    heads.setMarker(marker).setMarkerColor(color);
  }

  private double[] stemPositions() {
    return positions.stream().flatMapToDouble(p -> DoubleStream.of(p, p, p)).toArray();
  }

  private double[] stemValues() {
    return values.stream().flatMapToDouble(v -> DoubleStream.of(0, v, Double.NaN)).toArray();
  }
}
