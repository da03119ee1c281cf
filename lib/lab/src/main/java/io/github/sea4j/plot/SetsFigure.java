package io.github.sea4j.plot;

import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.table.TraceTables;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Figure 5: the main sets of indices in one iteration. Two overlapping ellipses, S* and S_t, with
 * the indices themselves written where they belong, in the rectangle of all indices; below, the
 * same indices at their places from 0 to n - 1. XChart has no such chart, so this one is painted.
 */
public final class SetsFigure implements IChart {

  private static final int WIDTH = 820;
  private static final int HEIGHT = 520;
  private static final Rectangle2D ALL = new Rectangle2D.Double(30, 50, 760, 340);
  private static final Ellipse2D TRUE_SET = new Ellipse2D.Double(60, 85, 430, 270);
  private static final Ellipse2D CURRENT_SET = new Ellipse2D.Double(330, 85, 430, 270);
  private static final double STRIP = 440;
  private static final int MOST_INDICES = 15;
  private static final Color TEXT = Style.TEXT;
  private static final Color FOUND = Style.RIGHT;
  private static final Color MISSED = Style.TRUTH;
  private static final Color WRONG = Style.WRONG;

  private final String title;
  private final int columns;
  private final Set<Integer> found;
  private final Set<Integer> missed;
  private final Set<Integer> wrong;

  private SetsFigure(String title, int columns, Set<Integer> truth, Set<Integer> current) {
    this.title = title;
    this.columns = columns;
    this.found = new TreeSet<>(truth);
    found.retainAll(current);
    this.missed = new TreeSet<>(truth);
    missed.removeAll(current);
    this.wrong = new TreeSet<>(current);
    wrong.removeAll(truth);
  }

  static SetsFigure of(TraceTables traces, String solver, int iteration) {
    return new SetsFigure(
        TraceFigure.title(
            "%s, iteration t = %d, ".formatted(SolverStyle.label(solver), iteration), traces),
        traces.truth().rowCount(),
        setOf(traces.trueSupport()),
        setOf(traces.support(solver, iteration)));
  }

  private static Set<Integer> setOf(int[] indices) {
    Set<Integer> set = new TreeSet<>();
    Arrays.stream(indices).forEach(set::add);
    return set;
  }

  @Override
  public String getTitle() {
    return title;
  }

  @Override
  public int getWidth() {
    return WIDTH;
  }

  @Override
  public int getHeight() {
    return HEIGHT;
  }

  /** Draws the sets; scales them to the size asked for. */
  @Override
  public void paint(Graphics2D canvas, int width, int height) {
    Graphics2D g = (Graphics2D) canvas.create();
    g.scale((double) width / WIDTH, (double) height / HEIGHT);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    write(g, title, WIDTH / 2.0, 30, Font.BOLD, 14, TEXT);
    paintSets(g);
    paintStrip(g);
    g.dispose();
  }

  private void paintSets(Graphics2D g) {
    outline(g, ALL, new Color(0xFAFAFA), Style.MEASUREMENT, 1, false);
    outline(g, TRUE_SET, new Color(0x40, 0x40, 0x40, 28), MISSED, 1.8f, false);
    outline(g, CURRENT_SET, new Color(0xE6, 0x9F, 0x00, 40), WRONG, 1.8f, true);
    write(g, "S*: the true support", 130, 80, Font.BOLD, 13, MISSED);
    write(g, "S_t: the support now", 690, 80, Font.BOLD, 13, TEXT);
    region(g, "S* \\ S_t, missed", missed, 195, MISSED);
    region(g, "S* \u2229 S_t, found", found, 410, FOUND);
    region(g, "S_t \\ S*, wrong", wrong, 625, new Color(0x8A5F00));
    int rest = columns - found.size() - missed.size() - wrong.size();
    write(g, "neither: " + rest + " of " + columns + " indices", 410, 380, Font.PLAIN, 12, TEXT);
  }

  private static void outline(
      Graphics2D g, Shape shape, Color fill, Color line, float width, boolean dashed) {
    g.setColor(fill);
    g.fill(shape);
    g.setColor(line);
    g.setStroke(dashed ? Style.stroke(width, 8, 4) : Style.stroke(width));
    g.draw(shape);
  }

  /** Heading, number of indices, and the indices three a line. */
  private static void region(
      Graphics2D g, String heading, Set<Integer> indices, double centre, Color color) {
    write(g, heading, centre, 168, Font.BOLD, 12, color);
    write(g, Integer.toString(indices.size()), centre, 192, Font.BOLD, 18, color);
    List<Integer> shown = indices.stream().limit(MOST_INDICES).toList();
    double y = 216;
    for (int i = 0; i < shown.size(); i += 3) {
      String line =
          String.join(
              "  ",
              shown.subList(i, Math.min(i + 3, shown.size())).stream()
                  .map(String::valueOf)
                  .toList());
      write(g, line, centre, y, Font.PLAIN, 12, color);
      y += 18;
    }
    if (indices.size() > shown.size()) {
      String more = "and " + (indices.size() - shown.size()) + " more";
      write(g, more, centre, y, Font.ITALIC, 12, color);
    }
  }

  /** A tick for each index: up for S*, down for S_t, so that an index of both goes through. */
  private void paintStrip(Graphics2D g) {
    g.setColor(Style.MEASUREMENT);
    g.setStroke(Style.stroke(1));
    g.draw(new Line2D.Double(place(0), STRIP, place(columns - 1), STRIP));
    ticks(g, missed, MISSED, -22, 0);
    ticks(g, found, FOUND, -22, 22);
    ticks(g, wrong, WRONG, 0, 22);
    write(g, "0", place(0), STRIP + 40, Font.PLAIN, 12, TEXT);
    String last = Integer.toString(columns - 1);
    write(g, last, place(columns - 1), STRIP + 40, Font.PLAIN, 12, TEXT);
    String reading = "index of the column; up: in S*, down: in S_t, through: in both";
    write(g, reading, WIDTH / 2.0, STRIP + 60, Font.PLAIN, 12, TEXT);
  }

  private void ticks(Graphics2D g, Set<Integer> indices, Color color, int from, int to) {
    g.setColor(color);
    g.setStroke(Style.stroke(1.4f));
    for (int j : indices) {
      g.draw(new Line2D.Double(place(j), STRIP + from, place(j), STRIP + to));
    }
  }

  private double place(int index) {
    return ALL.getMinX() + ALL.getWidth() * (index + 0.5) / columns;
  }

  private static void write(
      Graphics2D g, String text, double centre, double y, int style, int size, Color color) {
    g.setFont(new Font(Font.SANS_SERIF, style, size));
    g.setColor(color);
    float left = (float) (centre - g.getFontMetrics().stringWidth(text) / 2.0);
    g.drawString(text, left, (float) y);
  }
}
