package io.github.sea4j.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How a solver looks in every figure: its colour, marker and dash.
 *
 * <p>The colours are those of Okabe and Ito (2008), which readers with any common colour blindness
 * can tell apart, and Tol's wine and indigo; warm ones for SEA and what it starts from. Marker and
 * dash differ as well, so that a print in grey can be read.
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
  private static final Color TEAL = new Color(0x44AA99);
  private static final Color OLIVE = new Color(0x999933);
  private static final Color GREY = new Color(0x7F7F7F);

  private static final List<Color> COLORS =
      List.of(VERMILLION, BLUE, GREEN, ORANGE, SKY_BLUE, PURPLE, BLACK, GREY);

  /** For curves without a solver, those that stand apart best first. */
  private static final List<Color> FREE_COLORS = List.of(BLUE, ORANGE, GREEN, PURPLE, BLACK, GREY);

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS);

  private static final Map<String, SolverStyle> KNOWN = known();

  /** A solver inside another one that changes the problem or the budget, not the solver. */
  private static final Pattern AROUND =
      Pattern.compile("(whitened|restarts|within)\\((.*?)(?:, \\w+=[^(),]+)*\\)");

  private static final Map<String, float[]> DASHES =
      Map.of(
          "whitened",
          new float[] {6, 2, 1, 2},
          "restarts",
          new float[] {3, 2},
          "within",
          new float[] {1, 3});

  /**
   * The look of the solver of this name; names not listed here have a fixed look as well. A
   * whitened or restarted solver has the colour and marker of the solver itself, with another dash.
   */
  public static SolverStyle of(String solver) {
    SolverStyle style = KNOWN.get(solver);
    if (style != null) {
      return style;
    }
    Matcher around = AROUND.matcher(solver);
    return around.matches() ? around(around.group(1), of(around.group(2))) : derived(solver);
  }

  private static SolverStyle around(String outer, SolverStyle inner) {
    float[] dash = Objects.requireNonNull(DASHES.get(outer), outer);
    return of(inner.color, inner.marker, inner.line.getLineWidth(), dash);
  }

  /**
   * The look of a curve that need not be a solver's: the solver's where the name is one, else the
   * colour and marker at this place of the list, so that curves of one chart differ.
   *
   * @param place from 0; the list begins again at its end
   */
  static SolverStyle of(String name, int place) {
    SolverStyle style = KNOWN.get(name);
    if (style != null) {
      return style;
    }
    Color color = FREE_COLORS.get(place % FREE_COLORS.size());
    return of(color, MARKERS.get(place % MARKERS.size()), 1.8f);
  }

  private static Map<String, SolverStyle> known() {
    Map<String, SolverStyle> styles = new LinkedHashMap<>();
    styles.put("SEA", of(VERMILLION, SeriesMarkers.CIRCLE, 2.4f));
    styles.put("SEA(OMP)", of(ORANGE, SeriesMarkers.SQUARE, 1.8f, 7, 4));
    styles.put("SEA(ELS)", of(PURPLE, SeriesMarkers.DIAMOND, 1.8f, 2, 3));
    styles.put("SEA(decay=0.003)", of(PURPLE, SeriesMarkers.CIRCLE, 1.8f));
    // OMPR often gives OMP's own answer: its thin dashes lie on a broad line and leave it visible.
    styles.put("OMP", of(SKY_BLUE, SeriesMarkers.SQUARE, 3.8f));
    styles.put("OMPR", of(GREEN, SeriesMarkers.TRIANGLE_UP, 1.8f, 7, 7));
    styles.put("ELS", of(BLUE, SeriesMarkers.DIAMOND, 1.8f, 12, 4));
    styles.put("IHT", of(BLACK, SeriesMarkers.CROSS, 1.8f, 7, 3, 2, 3));
    styles.put("HTP", of(WINE, SeriesMarkers.TRIANGLE_DOWN, 1.8f, 2, 3));
    styles.put("HTP(step=1.8/L)", of(WINE, SeriesMarkers.CROSS, 1.8f, 12, 4));
    styles.put("LASSO", of(INDIGO, SeriesMarkers.PLUS, 1.8f));
    styles.put("NIHT", of(GREY, SeriesMarkers.CROSS, 1.8f, 12, 4));
    styles.put("CoSaMP", of(BLUE, SeriesMarkers.PLUS, 1.8f, 2, 3));
    styles.put("SP", of(GREEN, SeriesMarkers.CIRCLE, 1.8f, 2, 3));
    styles.put("ELS(LASSO)", of(ORANGE, SeriesMarkers.PLUS, 1.8f, 7, 4));
    styles.put("ELS(pairs)", of(BLUE, SeriesMarkers.SQUARE, 1.8f, 2, 2));
    SolverStyle whitenedSea = of(TEAL, SeriesMarkers.DIAMOND, 1.8f, 7, 4);
    styles.put("ELS(whitened(SEA))", whitenedSea);
    styles.put("ELS(whitened(SEA(decay=0.003), tau=0))", whitenedSea);
    styles.put("ELS(whitened(SEA(decay=0.003)), pairs)", of(TEAL, SeriesMarkers.SQUARE, 2.4f));
    styles.put("best", of(OLIVE, SeriesMarkers.PLUS, 2.6f, 7, 4));
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
