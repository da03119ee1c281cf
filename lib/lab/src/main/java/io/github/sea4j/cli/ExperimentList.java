package io.github.sea4j.cli;

import io.github.sea4j.cli.io.TextTable;
import io.github.sea4j.experiment.Preset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code experiment list} prints: each experiment, its parameters and presets. */
final class ExperimentList {

  /** What each parameter means; one meaning in all experiments. */
  static final Map<String, String> MEANINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("budgets", "products with A and A' that a run may make"),
              Map.entry("block", "instances run before a search decides how to go on"),
              Map.entry("boundary", "circular or truncated (zero outside the signal)"),
              Map.entry("constraint", "what solvers are told of the signs: none or non-negative"),
              Map.entry("correlation", "of neighbouring columns, between 0 and 1"),
              Map.entry("families", "of problems: gaussian, correlated, blur, logistic"),
              Map.entry("instances", "instances in each cell, or at most so many"),
              Map.entry("kernel_width", "standard deviation of the Gaussian blur, in samples"),
              Map.entry("label_rows", "number of rows m of a problem with labels"),
              Map.entry("label_size", "number of columns n of a problem with labels"),
              Map.entry("label_snr_db", "levels of what lies behind labels, see LogisticLabels"),
              Map.entry("levels", "kernel widths, or correlations of neighbouring columns"),
              Map.entry("pairs", "complementary pairs of halves of stability selection"),
              Map.entry(
                  "points", "points zeta/rho of the phase diagram, with zeta = m / n, rho = k / m"),
              Map.entry("resampled", "instances for rules that need folds or halves, at most all"),
              Map.entry("rho_step", "step of the grid of rho = k / m"),
              Map.entry("rows", "number of rows m"),
              Map.entry("rules", "that choose k; 'k known' is told it"),
              Map.entry("seed", "what all instances are drawn from, any whole number"),
              Map.entry("size", "number of columns n (deconvolution: m = n)"),
              Map.entry("sizes", "numbers of columns to choose from, as in 0:10"),
              Map.entry("snr_db", "signal-to-noise ratios in dB, inf for no noise"),
              Map.entry("solvers", "as in solve --help, separated by commas"),
              Map.entry("sparsities", "numbers of non-zeros k: 1,2,5 or first:last:step"),
              Map.entry("sparsity", "number of non-zeros k"),
              Map.entry("zetas", "undersampling m / n, one point of the curve for each")));

  /** Two less than a wide terminal, for the indentation. */
  private static final int WIDTH = 98;

  private static final String END = System.lineSeparator();

  private ExperimentList() {}

  static String text() {
    StringBuilder text = new StringBuilder();
    for (RunnableExperiment experiment : RunnableExperiment.all()) {
      boolean longLine = experiment.name().length() + experiment.description().length() > WIDTH;
      text.append(experiment.name()).append(longLine ? ":" + END + "  " : ": ");
      text.append(experiment.description()).append(END);
      text.append(parameters(experiment).indent(2)).append(END);
    }
    TextTable meanings = new TextTable("ll", "parameter", "meaning");
    MEANINGS.forEach(meanings::add);
    return text.append(meanings.within(WIDTH)).toString();
  }

  private static String parameters(RunnableExperiment experiment) {
    if (!experiment.canResume()) {
      TextTable table = new TextTable("ll", "parameter", "default");
      experiment.parameters().forEach(table::add);
      return table.within(WIDTH);
    }
    Map<String, String> paper = experiment.presets().apply(Preset.PAPER).parameters();
    TextTable table = new TextTable("lll", "parameter", "quick", "paper");
    experiment
        .presets()
        .apply(Preset.QUICK)
        .parameters()
        .forEach((name, quick) -> table.add(name, quick, sameOr(quick, paper.get(name))));
    return table.within(WIDTH);
  }

  private static String sameOr(String quick, @Nullable String paper) {
    return paper == null || paper.equals(quick) ? "same" : paper;
  }
}
