package io.github.sea4j.plot;

import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import tech.tablesaw.api.Table;

/** Time of a solve by algorithm on a log scale, a marker for each program that has it. */
final class PeersFigure {

  /** The programs, each in the look of a solver whose colour differs from those of the others. */
  private static final Map<String, String> LOOKS = new LinkedHashMap<>();

  private static final Map<String, String> FAMILIES =
      Map.of(
          "gaussian", "Gaussian matrix",
          "deconvolution", "Spike deconvolution",
          "toeplitz", "Correlated columns");

  private static final Pattern PROBLEM =
      Pattern.compile("(?<family>[a-z]+)-(?<size>\\d+(-\\d+)?)-(?<k>\\d+)(-(?<noise>\\d+)dB)?");

  static {
    LOOKS.put("sea4j", "SEA");
    LOOKS.put("scikit-learn", "OMP");
    LOOKS.put("skscope", "HTP");
    LOOKS.put("abess", "ELS");
  }

  private PeersFigure() {}

  static CategoryChart draw(Table peers, String problem) {
    Table rows = peers.where(peers.stringColumn("problem").isEqualTo(problem));
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "problem must be one of %s, but is %s"
              .formatted(peers.stringColumn("problem").unique().asList(), problem));
    }
    List<String> algorithms = rows.stringColumn("algorithm").asList().stream().distinct().toList();
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(820)
            .height(440)
            .title(inWords(problem))
            .xAxisTitle("algorithm")
            .yAxisTitle("median time of a solve (ms, wall clock)")
            .build();
    for (String program : LOOKS.keySet()) {
      List<@Nullable Double> times = new ArrayList<>();
      for (String algorithm : algorithms) {
        times.add(fastest(rows, algorithm, program));
      }
      CategorySeries series = chart.addSeries(program, algorithms, times);
      SolverStyle look = SolverStyle.of(LOOKS.getOrDefault(program, program));
      series.setMarker(look.marker()).setMarkerColor(look.color());
    }
    style(chart.getStyler());
    return chart;
  }

  /** {@code gaussian-200-500-40-20dB} is "Gaussian matrix, 200 x 500, k = 40, noise of 20 dB". */
  static String inWords(String problem) {
    Matcher parts = PROBLEM.matcher(problem);
    if (!parts.matches()) {
      return problem;
    }
    String family = FAMILIES.getOrDefault(parts.group("family"), parts.group("family"));
    String size = parts.group("size");
    String noise = parts.group("noise");
    return "%s, %s, k = %s, %s"
        .formatted(
            family,
            size.contains("-") ? size.replace("-", " \u00D7 ") : "n = " + size,
            parts.group("k"),
            noise == null ? "no noise" : "noise of %s dB".formatted(noise));
  }

  /** The fastest variant of a program, or null where it lacks the algorithm. */
  private static @Nullable Double fastest(Table rows, String algorithm, String program) {
    Table found =
        rows.where(
            rows.stringColumn("algorithm")
                .isEqualTo(algorithm)
                .and(rows.stringColumn("program").isEqualTo(program)));
    return found.isEmpty() ? null : found.nCol("milliseconds").min();
  }

  private static void style(CategoryStyler styler) {
    Style.dress(styler);
    styler.setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    styler.setOverlapped(true).setYAxisLogarithmic(true);
    styler.setXAxisLabelRotation(35).setXAxisTickMarkSpacingHint(10).setMarkerSize(10);
  }
}
