package io.github.sea4j.plot;

import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.table.ResultColumns;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Charts of one size in rows, under one title; drawn and written like a single chart.
 *
 * @param title above all charts; none where it is empty
 * @param charts from left to right, then down
 * @param columns charts in a row
 */
public record Panels(String title, List<? extends IChart> charts, int columns) implements Drawing {

  /** More in one panel cannot be told apart. */
  static final int MOST_CURVES = 7;

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

  /** Charts of your own side by side, as many in a row as said, without a common title. */
  public static Panels of(int columns, IChart... charts) {
    return new Panels("", List.of(charts), columns);
  }

  /** The same with the same axes in all of them, as far as they have no fixed ones. */
  public static Panels alike(int columns, Figure... charts) {
    Figure.alike(List.of(charts));
    return of(columns, charts);
  }

  /**
   * Curves of solvers in one figure, or in several, one below the other, where there are too many
   * to be told apart. The first solver is in all of them, to compare with; their axes are alike.
   *
   * @param results with a row or more for each solver
   * @param figure draws those of some solvers
   */
  static Drawing uncrowded(Table results, Function<Table, Figure> figure) {
    StringColumn names = results.stringColumn(ResultColumns.SOLVER);
    List<String> solvers = Summaries.inOrder(names);
    if (solvers.size() <= MOST_CURVES) {
      return figure.apply(results);
    }
    int parts = (solvers.size() - 1 + MOST_CURVES - 2) / (MOST_CURVES - 1);
    int others = (solvers.size() - 1 + parts - 1) / parts;
    List<Figure> figures = new ArrayList<>();
    for (int from = 1; from < solvers.size(); from += others) {
      List<String> shown = new ArrayList<>(List.of(solvers.get(0)));
      shown.addAll(solvers.subList(from, Math.min(from + others, solvers.size())));
      figures.add(figure.apply(results.where(names.isIn(shown))));
    }
    String common = figures.get(0).getTitle();
    figures.forEach(Figure::untitled);
    Figure.alike(figures);
    return new Panels(common, figures, 1);
  }

  @Override
  public String getTitle() {
    return title;
  }

  @Override
  public int getWidth() {
    return Math.min(columns, charts.size()) * chartWidth();
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
    IChart chart = charts.get(i);
    int x = i % columns * chartWidth();
    int y = titleHeight() + i / columns * chart.getHeight();
    Graphics2D g = (Graphics2D) canvas.create();
    g.translate(x, y);
    chart.paint(g, chartWidth(), chart.getHeight());
    g.dispose();
  }

  /** That of the widest: long names in one legend must not be cut. */
  private int chartWidth() {
    return charts.stream().mapToInt(IChart::getWidth).max().orElseThrow();
  }

  private int titleHeight() {
    return title.isEmpty() ? 0 : TITLE_HEIGHT;
  }

  private int rows() {
    return (charts.size() + columns - 1) / columns;
  }
}
