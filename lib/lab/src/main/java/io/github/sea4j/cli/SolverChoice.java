package io.github.sea4j.cli;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.OptionText;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.option.ConfiguredSolver;
import io.github.sea4j.option.Settings;
import io.github.sea4j.solver.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which solvers run, and with what. */
final class SolverChoice {

  /** Three years: longer than anyone waits, short enough for a count of nanoseconds. */
  private static final double LONGEST_SECONDS = 1e8;

  @Option(
      names = "--solver",
      paramLabel = "S",
      description = "May be given several times; see Solvers below. Default: sea.")
  private List<String> texts = new ArrayList<>();

  @Option(
      names = "--iterations",
      paramLabel = "T",
      description = "For solvers that take iterations=T and do not say it in parentheses.")
  private @Nullable String iterations;

  @Option(
      names = "--eta",
      paramLabel = "E",
      description = "For solvers that take eta=E and do not say it in parentheses.")
  private @Nullable String eta;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Stop each solver after this time with the best answer so far.")
  private @Nullable String timeLimit;

  /**
   * The solvers in the order asked.
   *
   * @throws BadInput naming option, value and what was expected
   */
  List<ConfiguredSolver> solvers() {
    run();
    Map<String, String> defaults = defaults();
    return asked().stream().map(solver -> complete(solver, defaults)).toList();
  }

  /**
   * The limits of each solver.
   *
   * @throws BadInput if the time limit is none
   */
  Run run() {
    if (timeLimit == null) {
      return Run.unlimited();
    }
    double seconds = OptionText.numberAbove(0, "--time-limit", timeLimit);
    long nanos = (long) (Math.min(seconds, LONGEST_SECONDS) * 1e9);
    return Run.unlimited().withTimeLimit(Duration.ofNanos(Math.max(1, nanos)));
  }

  /** One line for each solver that has no use for an option that was given. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (String option : defaults().keySet()) {
      asked().stream()
          .filter(solver -> !solver.settings().takes(option))
          .forEach(solver -> notes.add("--" + option + " has no effect on " + solver));
    }
    return notes;
  }

  private List<ConfiguredSolver> asked() {
    List<ConfiguredSolver> solvers = new ArrayList<>();
    for (String text : texts.isEmpty() ? List.of("sea") : texts) {
      try {
        solvers.add(Solvers.parse(text));
      } catch (IllegalArgumentException e) {
        throw new BadInput("--solver: " + e.getMessage(), e);
      }
    }
    return solvers;
  }

  private Map<String, String> defaults() {
    Map<String, String> defaults = new TreeMap<>();
    if (iterations != null) {
      defaults.put("iterations", checkedIterations(iterations));
    }
    if (eta != null) {
      OptionText.numberAbove(0, "--eta", eta);
      defaults.put("eta", eta.strip());
    }
    return defaults;
  }

  private static String checkedIterations(String text) {
    String digits = text.strip();
    double value = digits.matches("[+-]?\\d+") ? Double.parseDouble(digits) : Double.NaN;
    if (!(value >= 1 && value <= Integer.MAX_VALUE)) {
      throw new BadInput(
          "--iterations must be a whole number between 1 and %d, but is '%s'"
              .formatted(Integer.MAX_VALUE, text));
    }
    return Integer.toString((int) value);
  }

  private static ConfiguredSolver complete(ConfiguredSolver solver, Map<String, String> defaults) {
    Settings complete = solver.settings();
    for (Map.Entry<String, String> option : defaults.entrySet()) {
      complete = complete.withDefault(option.getKey(), option.getValue());
    }
    return complete.kind().make(complete);
  }
}
