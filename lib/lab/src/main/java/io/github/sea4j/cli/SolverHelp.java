package io.github.sea4j.cli;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import java.util.ArrayList;
import java.util.List;

/** The solver language as the help shows it, from the one list of solvers. */
final class SolverHelp {

  private SolverHelp() {}

  /** Lines for the end of {@code sea4j solve --help}; percent signs and at signs are literal. */
  static String[] lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Solvers: NAME, or NAME(ITEM, ...) with a warm start, words and options inside.");
    Solvers.kinds().forEach(kind -> describe(kind, lines));
    lines.addAll(
        List.of(
            "",
            "Examples:",
            "  sea4j solve --matrix A.csv --measurements y.csv --sparsity 5",
            "  sea4j solve --matrix A.csv.gz --measurements y.csv --sparsity 20 \\",
            "      --solver sea --solver 'sea(omp)' --solver 'els(add)' --solver 'htp(step=1.8/L)'",
            "  sea4j solve --matrix A.csv --measurements y.csv --sparsity 5 \\",
            "      --solver 'sea(els(sea), iterations=200)' --json --trace trace.csv",
            "",
            "Supports are sorted, columns counted from 0. Exit codes: 0 done, 2 bad input,",
            "1 a fault of this program, 130 interrupted."));
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }

  private static void describe(SolverKind<?> kind, List<String> lines) {
    lines.add("  %-12s %s".formatted(kind.name(), kind.summary()));
    if (kind.takesSolver()) {
      String start =
          kind.standardStart()
              .map(standard -> "warm start, default " + standard.name())
              .orElse("warm start");
      item(lines, "SOLVER", kind.needsSolver() ? "the solver inside" : start);
    }
    kind.options().forEach(option -> describe(option, lines));
  }

  private static void describe(SolverOption<?> option, List<String> lines) {
    option.words().forEach(word -> item(lines, word, option.aboutWord(word)));
    if (option.words().isEmpty()) {
      String standard = option.standardText();
      item(
          lines,
          option.name() + "=",
          option.summary()
              + (standard.isEmpty() ? "" : ", default " + standard)
              + "; "
              + option.expected());
    }
  }

  private static void item(List<String> lines, String name, String about) {
    lines.add("    %-12s %s".formatted(name, about));
  }
}
