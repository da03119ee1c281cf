package io.github.sea4j.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How a solver looks in every figure: its colour, marker and dash.
 *
 * <p>The colours are those of Okabe and Ito (2008), which readers with any common colour blindness
 * can tell apart, and Tol's wine, indigo, olive and teal; warm ones for SEA and what it starts
 * from. Marker and dash differ as well, so that a print in grey can be read. A solver inside {@code
 * whitened(..)}, {@code restarts(..)} or {@code within(..)} keeps its colour and marker, and the
 * line tells what is around it.
 *
 * @param color of line, marker and error bars
 * @param marker at the data points
 * @param line width and dash
 */
public record SolverStyle(Color color, Marker marker, BasicStroke line) {

  private static final Color BLACK = new Color(0x000000);
  private static final Color ORANGE = new Color(0xE69F00);
  private static final Color SKY_BLUE = new Color(0x56B4E9);
  private static final Color GREEN = new Color(0x009E73);
  private static final Color BLUE = new Color(0x0072B2);
  private static final Color VERMILLION = new Color(0xD55E00);
  private static final Color PURPLE = new Color(0xCC79A7);
  private static final Color WINE = new Color(0x882255);
  private static final Color INDIGO = new Color(0x332288);
  private static final Color OLIVE = new Color(0x999933);
  private static final Color TEAL = new Color(0x44AA99);
  private static final Color GREY = new Color(0x7F7F7F);

  private static final List<Color> COLORS =
      List.of(VERMILLION, BLUE, GREEN, ORANGE, SKY_BLUE, PURPLE, BLACK, GREY);
  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS);

  /** What is around another solver, and that solver, without the options of the former. */
  private static final Pattern AROUND =
      Pattern.compile("(whitened|restarts|within)\\((.*?)(?:, *[a-z]+=[^(),]*)*\\)");

  private static final Map<String, SolverStyle> KNOWN = known();

  /** The look of the solver of this name; names not listed here have a fixed look as well. */
  public static SolverStyle of(String solver) {
    SolverStyle style = KNOWN.get(solver);
    return style == null ? composed(solver) : style;
  }

  /** The solver inside lends its colour and marker, what is around it the dash. */
  private static SolverStyle composed(String solver) {
    Matcher around = AROUND.matcher(solver);
    if (!around.matches()) {
      return derived(solver);
    }
    SolverStyle inside = of(around.group(2).trim());
    return around.group(1).equals("whitened")
        ? of(inside.color, inside.marker, 2.4f, 16, 3, 2, 3)
        : of(inside.color, inside.marker, 1.4f, 1, 3);
  }

  private static Map<String, SolverStyle> known() {
    Map<String, SolverStyle> styles = new LinkedHashMap<>();
    styles.put("SEA", of(VERMILLION, SeriesMarkers.CIRCLE, 2.4f));
    styles.put("SEA(OMP)", of(ORANGE, SeriesMarkers.SQUARE, 1.8f, 7, 4));
    styles.put("SEA(ELS)", of(PURPLE, SeriesMarkers.DIAMOND, 1.8f, 2, 3));
    styles.put("OMP", of(SKY_BLUE, SeriesMarkers.SQUARE, 1.8f));
    styles.put("OMPR", of(GREEN, SeriesMarkers.TRIANGLE_UP, 1.8f, 7, 4));
    styles.put("ELS", of(BLUE, SeriesMarkers.DIAMOND, 1.8f, 12, 4));
    styles.put("IHT", of(BLACK, SeriesMarkers.CROSS, 1.8f, 7, 3, 2, 3));
    styles.put("HTP", of(WINE, SeriesMarkers.TRIANGLE_DOWN, 1.8f, 2, 3));
    styles.put("HTP(step=1.8/L)", of(WINE, SeriesMarkers.CROSS, 1.8f, 12, 4));
    styles.put("LASSO", of(INDIGO, SeriesMarkers.PLUS, 1.8f));
    styles.put("ELS(pairs)", of(BLUE, SeriesMarkers.SQUARE, 1.8f, 2, 2));
    styles.put("ELS(whitened(SEA))", of(TEAL, SeriesMarkers.DIAMOND, 1.8f, 7, 4));
    styles.put("ELS(whitened(SEA), pairs)", of(TEAL, SeriesMarkers.SQUARE, 1.8f));
    styles.put("best", of(OLIVE, SeriesMarkers.PLUS, 2.6f, 7, 4));
    styles.put("NIHT", of(GREY, SeriesMarkers.CROSS, 1.8f, 12, 4));
    styles.put("CoSaMP", of(BLUE, SeriesMarkers.PLUS, 1.8f, 2, 3));
    styles.put("SP", of(GREEN, SeriesMarkers.CIRCLE, 1.8f, 2, 3));
    styles.put("OLS", of(SKY_BLUE, SeriesMarkers.TRIANGLE_DOWN, 1.8f, 12, 4));
    return styles;
  }

  /** From the letters of the name alone: the same in every figure and on every machine. */
  private static SolverStyle derived(String solver) {
    int code = Math.floorMod(solver.hashCode(), COLORS.size() * MARKERS.size());
    Color color = COLORS.get(code % COLORS.size());
    Marker marker = MARKERS.get(code / COLORS.size());
    return of(color, marker, 1.8f, 4 + code % 5, 3);
  }

  private static SolverStyle of(Color color, Marker marker, float width, float... dash) {
    BasicStroke line =
        new BasicStroke(
            width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10,
            dash.length == 0 ? null : dash,
            0);
    return new SolverStyle(color, marker, line);
  }
}
