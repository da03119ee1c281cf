package io.github.sea4j.plot;

import io.github.sea4j.plot.style.Style;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Charts of one size in rows, under one title; drawn and written like a single chart.
 *
 * @param title above all charts; none where it is empty
 * @param charts from left to right, then down
 * @param columns charts in a row
 */
public record Panels(String title, List<XYChart> charts, int columns) implements IChart {

  private static final int TITLE_HEIGHT = 34;
  private static final Font TITLE_FONT = new Font(Font.SANS_SERIF, Font.BOLD, 13);

  /** Copies the list. */
  public Panels {
    charts = List.copyOf(charts);
    if (charts.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(
          "panels need at least one chart and one column, but have %d and %d"
              .formatted(charts.size(), columns));
    }
  }

  @Override
  public String getTitle() {
    return title;
  }

  @Override
  public int getWidth() {
    return Math.min(columns, charts.size()) * charts.get(0).getWidth();
  }

  @Override
  public int getHeight() {
    return titleHeight() + rows() * charts.get(0).getHeight();
  }

  /** Draws all charts; scales them to the size asked for. */
  @Override
  public void paint(Graphics2D canvas, int width, int height) {
    Graphics2D g = (Graphics2D) canvas.create();
    g.scale((double) width / getWidth(), (double) height / getHeight());
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, getWidth(), getHeight());
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Style.TEXT);
    g.setFont(TITLE_FONT);
    int room = getWidth() - g.getFontMetrics().stringWidth(title);
    g.drawString(title, room / 2, TITLE_HEIGHT - 12);
    for (int i = 0; i < charts.size(); i++) {
      paint(g, i);
    }
    g.dispose();
  }

  private void paint(Graphics2D canvas, int i) {
    XYChart chart = charts.get(i);
    int x = i % columns * chart.getWidth();
    int y = titleHeight() + i / columns * chart.getHeight();
    Graphics2D g = (Graphics2D) canvas.create();
    g.translate(x, y);
    chart.paint(g, chart.getWidth(), chart.getHeight());
    g.dispose();
  }

  private int titleHeight() {
    return title.isEmpty() ? 0 : TITLE_HEIGHT;
  }

  private int rows() {
    return (charts.size() + columns - 1) / columns;
  }
}
