package io.github.sea4j.plot.style;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.option.ConfiguredSolver;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.solver.Solver;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How a solver looks in every figure: its colour, marker and dash.
 *
 * <p>The look follows from the solver that a row's key names: well-known solvers have a look of
 * their own; a solver around another one (whitened, restarted, within a budget) keeps the colour
 * and marker of the one inside and has another dash; any other variant of a solver has its colour,
 * in a shade, with another marker and dash. Keys that name no solver have a look by their letters.
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
  private static final List<Color> FREE_COLORS =
      List.of(BLUE, ORANGE, GREEN, PURPLE, BLACK, GREY, SKY_BLUE, VERMILLION);

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS);

  /** For variants without a look of their own. */
  private static final float[][] DASHES = {
    {}, {7, 4}, {2, 3}, {12, 4}, {7, 3, 2, 3}, {4, 2}, {9, 2, 2, 2, 2, 2}
  };

  /** By the names of solvers that stand around others. */
  private static final Map<String, float[]> AROUND =
      Map.of(
          "whitened", new float[] {6, 2, 1, 2},
          "restarts", new float[] {3, 2},
          "within", new float[] {1, 3});

  /** By canonical text. */
  private static final Map<String, SolverStyle> KNOWN = known();

  /** The look of the solver with this key; a key that names no solver has a fixed look as well. */
  public static SolverStyle of(String key) {
    return parsed(key).map(SolverStyle::of).orElseGet(() -> byLetters(key));
  }

  /**
   * The look of a curve that need not be a solver's: the solver's where the name is one, else the
   * colour and marker at this place of the list, so that curves of one chart differ.
   *
   * @param place from 0; the list begins again at its end
   */
  public static SolverStyle of(String name, int place) {
    Color color = FREE_COLORS.get(place % FREE_COLORS.size());
    SolverStyle free = of(color, MARKERS.get(place % MARKERS.size()), 1.8f);
    return parsed(name).map(SolverStyle::of).orElse(free);
  }

  /** How a legend names the solver with this key; the key itself where it names none. */
  public static String label(String key) {
    return parsed(key).map(Solver::label).orElse(key);
  }

  /** Gives a series the look of this solver, and its label in the legend. */
  public static void dress(XYSeries series, String key) {
    of(key).dress(series);
    series.setLabel(label(key));
  }

  /** Gives a series this look. */
  public void dress(XYSeries series) {
    series.setLineStyle(line).setLineColor(color);
    series.setMarker(marker).setMarkerColor(color);
  }

  private static Optional<ConfiguredSolver> parsed(String key) {
    try {
      return Optional.of(Solvers.parse(key));
    } catch (IllegalArgumentException noSolver) {
      return Optional.empty();
    }
  }

  private static SolverStyle of(ConfiguredSolver solver) {
    SolverStyle known = KNOWN.get(solver.name());
    if (known != null) {
      return known;
    }
    SolverKind<?> kind = solver.settings().kind();
    Optional<Solver> inside = solver.settings().solver();
    if (kind.needsSolver() && inside.isPresent()) {
      return around(kind, solver.name(), of(inside.get().name()));
    }
    SolverStyle plain = KNOWN.get(kind.name());
    return plain == null
        ? byLetters(solver.name())
        : variant(solver.name(), plain.color, plain.line.getLineWidth());
  }

  /** The dash of the solver around; with options its gaps are wider, by their letters. */
  private static SolverStyle around(SolverKind<?> kind, String name, SolverStyle inside) {
    float[] dash = AROUND.getOrDefault(kind.name(), new float[] {5, 2, 2, 2}).clone();
    boolean plain = !name.contains("=");
    for (int i = 1; i < dash.length && !plain; i += 2) {
      dash[i] += 1 + Math.floorMod(name.hashCode(), 5);
    }
    return of(inside.color, inside.marker, inside.line.getLineWidth(), dash);
  }

  private static SolverStyle byLetters(String name) {
    int color = Math.floorMod(name.hashCode() / 31, COLORS.size());
    return variant(name, COLORS.get(color), 1.8f);
  }

  /** From the letters of the name alone: the same in every figure and on every machine. */
  private static SolverStyle variant(String name, Color color, float width) {
    // The low bits of a hash code depend on the last letters only.
    int mixed = name.hashCode() * 0x9E3779B9;
    int code = (mixed ^ mixed >>> 15) >>> 1;
    Marker marker = MARKERS.get(code % MARKERS.size());
    code /= MARKERS.size();
    float[] dash = DASHES[1 + code % (DASHES.length - 1)];
    code /= DASHES.length - 1;
    return of(shade(color, code % 3), marker, Math.min(width, 1.8f), dash);
  }

  private static Color shade(Color color, int shade) {
    return switch (shade) {
      case 0 -> color;
      case 1 -> mix(color, Color.BLACK);
      default -> mix(color, Color.WHITE);
    };
  }

  private static Color mix(Color color, Color other) {
    return new Color(
        (2 * color.getRed() + other.getRed()) / 3,
        (2 * color.getGreen() + other.getGreen()) / 3,
        (2 * color.getBlue() + other.getBlue()) / 3);
  }

  private static Map<String, SolverStyle> known() {
    Map<String, SolverStyle> styles = new HashMap<>();
    styles.put("sea", of(VERMILLION, SeriesMarkers.CIRCLE, 2.4f));
    styles.put("sea(omp)", of(ORANGE, SeriesMarkers.SQUARE, 1.8f, 7, 4));
    styles.put("sea(els)", of(PURPLE, SeriesMarkers.DIAMOND, 1.8f, 2, 3));
    styles.put("sea(decay=0.003)", of(PURPLE, SeriesMarkers.CIRCLE, 1.8f));
    // OMPR often gives OMP's own answer: its thin dashes lie on a broad line and leave it visible.
    styles.put("omp", of(SKY_BLUE, SeriesMarkers.SQUARE, 3.8f));
    styles.put("ompr", of(GREEN, SeriesMarkers.TRIANGLE_UP, 1.8f, 7, 7));
    styles.put("els", of(BLUE, SeriesMarkers.DIAMOND, 1.8f, 12, 4));
    styles.put("els(sea)", of(TEAL, SeriesMarkers.TRIANGLE_UP, 1.8f, 12, 4));
    styles.put("iht", of(BLACK, SeriesMarkers.CROSS, 1.8f, 7, 3, 2, 3));
    styles.put("htp", of(WINE, SeriesMarkers.TRIANGLE_DOWN, 1.8f, 2, 3));
    styles.put("htp(step=1.8/L)", of(WINE, SeriesMarkers.CROSS, 1.8f, 12, 4));
    styles.put("lasso", of(INDIGO, SeriesMarkers.PLUS, 1.8f));
    styles.put("niht", of(GREY, SeriesMarkers.CROSS, 1.8f, 12, 4));
    styles.put("cosamp", of(BLUE, SeriesMarkers.PLUS, 1.8f, 2, 3));
    styles.put("sp", of(GREEN, SeriesMarkers.CIRCLE, 1.8f, 2, 3));
    styles.put("els(lasso)", of(ORANGE, SeriesMarkers.PLUS, 1.8f, 7, 4));
    styles.put("els(pairs)", of(BLUE, SeriesMarkers.SQUARE, 1.8f, 2, 2));
    SolverStyle whitenedSea = of(TEAL, SeriesMarkers.DIAMOND, 1.8f, 7, 4);
    styles.put("els(whitened(sea))", whitenedSea);
    styles.put("els(whitened(sea(decay=0.003), tau=0))", whitenedSea);
    styles.put("els(whitened(sea(decay=0.003)), pairs)", of(TEAL, SeriesMarkers.SQUARE, 2.4f));
    styles.put("best", of(OLIVE, SeriesMarkers.PLUS, 2.6f, 7, 4));
    styles.put("vamp", of(WINE, SeriesMarkers.SQUARE, 1.8f));
    styles.put("posterior", of(GREEN, SeriesMarkers.DIAMOND, 2.4f));
    styles.put("ols", of(SKY_BLUE, SeriesMarkers.TRIANGLE_DOWN, 1.8f, 12, 4));
    return Map.copyOf(styles);
  }

  private static SolverStyle of(Color color, Marker marker, float width, float... dash) {
    return new SolverStyle(color, marker, Style.stroke(width, dash));
  }
}
