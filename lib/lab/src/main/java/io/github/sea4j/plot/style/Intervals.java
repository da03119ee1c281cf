package io.github.sea4j.plot.style;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Bars with two ends of their own: XChart's error bars are symmetric. A line broken by gaps. */
public final class Intervals {

  private Intervals() {}

  /** Adds the bars of a solver's curve, in its colour; before the curve, which covers them. */
  public static void add(
      XYChart chart, String solver, SolverStyle look, double[] x, double[] low, double[] high) {
    double[] positions = DoubleStream.of(x).flatMap(at -> DoubleStream.of(at, at, at)).toArray();
    double[] ends =
        IntStream.range(0, low.length)
            .boxed()
            .flatMapToDouble(i -> DoubleStream.of(low[i], high[i], Double.NaN))
            .toArray();
    XYSeries bars = chart.addSeries(solver + " interval", positions, ends);
    bars.setMarker(SeriesMarkers.NONE).setLineColor(look.color());
    bars.setLineStyle(Style.stroke(1)).setShowInLegend(false);
  }
}
