package io.github.sea4j.plot;

import io.github.sea4j.plot.style.AxisText;
import io.github.sea4j.plot.style.Style;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/**
 * A matrix as a picture.
 *
 * @param chart XChart's own, for what else it offers
 */
record HeatMap(HeatMapChart chart) implements Drawing {

  /** Light to dark, which a print in grey shows as well. */
  private static final Color[] COLORS = {
    new Color(0xF7FBFF), new Color(0x9ECAE1), new Color(0x2171B5), new Color(0x08306B)
  };

  static HeatMap of(String title, String xAxis, String yAxis, double[][] values) {
    if (values.length == 0 || values[0].length == 0) {
      throw new IllegalArgumentException("values must have at least one row and one column");
    }
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(760)
            .height(420)
            .title(title)
            .xAxisTitle(xAxis)
            .yAxisTitle(yAxis)
            .build();
    Style.dress(chart.getStyler());
    chart.getStyler().setRangeColors(COLORS).setShowValue(false);
    chart.getStyler().setPlotContentSize(1);
    int step = (values[0].length + 9) / 10;
    chart.getStyler().setXAxisMaxLabelCount((values[0].length + step - 1) / step);
    List<Integer> columns = IntStream.range(0, values[0].length).boxed().toList();
    List<Integer> rows = IntStream.range(0, values.length).boxed().toList();
    chart.addSeries("values", columns, rows, cells(values));
    return new HeatMap(chart);
  }

  /** Three digits: more cannot be seen, and the legend would print them. */
  private static List<Number[]> cells(double[][] values) {
    List<Number[]> cells = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i].length != values[0].length) {
        throw new IllegalArgumentException(
            "values must have rows of one length, but row 0 has %d and row %d has %d"
                .formatted(values[0].length, i, values[i].length));
      }
      for (int j = 0; j < values[i].length; j++) {
        if (!Double.isFinite(values[i][j])) {
          throw new IllegalArgumentException(
              "values: entry (%d, %d) must be finite, but is %s".formatted(i, j, values[i][j]));
        }
        cells.add(new Number[] {j, i, AxisText.rounded(values[i][j])});
      }
    }
    return cells;
  }

  @Override
  public String getTitle() {
    return chart.getTitle();
  }

  @Override
  public int getWidth() {
    return chart.getWidth();
  }

  @Override
  public int getHeight() {
    return chart.getHeight();
  }

  @Override
  public void paint(Graphics2D canvas, int width, int height) {
    chart.paint(canvas, width, height);
  }
}
