package io.github.sea4j.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.sea4j.bayes.Posterior;
import io.github.sea4j.cli.io.OptionText;
import io.github.sea4j.cli.io.TextTable;
import io.github.sea4j.exact.OptimalityProof;
import io.github.sea4j.metric.Recovery;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.store.LibraryBuild;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one problem, for a program or for a person.
 *
 * @param loaded what was solved
 * @param answers in the order asked
 */
record Report(ProblemFiles.Loaded loaded, List<Solution> answers) {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** How many indices of a support the table shows. */
  private static final int SHOWN = 12;

  private record Document(String version, Shape problem, List<Entry> solutions) {}

  private record Shape(int rows, int columns, int sparsity) {}

  /** What a solver does not say is left out. */
  private record Entry(
      String solver,
      String status,
      double residualNorm,
      boolean rankDeficient,
      int[] support,
      @Nullable List<String> names,
      double[] coefficients,
      long iterations,
      long distinctSupports,
      @Nullable String proved,
      @Nullable Double gap,
      @Nullable Double assumedMagnitude,
      double @Nullable [] inclusion,
      @Nullable Double chainDistance,
      @Nullable Recovery recovery,
      double seconds) {

    static Entry of(Solution solution, ProblemFiles.Loaded loaded) {
      OptimalityProof proof = solution.detail(OptimalityProof.class).orElse(null);
      Posterior posterior = solution.detail(Posterior.class).orElse(null);
      boolean named = !loaded.names().isEmpty();
      return new Entry(
          solution.solver(),
          solution.status().toString(),
          solution.residualNorm(),
          solution.rankDeficient(),
          solution.support().toArray(),
          named ? namesOf(solution.support(), loaded) : null,
          solution.coefficients(),
          solution.iterations(),
          solution.distinctSupports(),
          proof == null ? null : proof.proof().name().toLowerCase(Locale.ROOT),
          proof == null ? null : proof.gap(),
          proof == null || proof.isRigorous() ? null : proof.magnitude(),
          posterior == null ? null : posterior.inclusion(),
          posterior == null ? null : posterior.chainDistance(),
          loaded.truth() == null ? null : Recovery.of(loaded.truth(), solution.x()),
          inSeconds(solution.time()));
    }
  }

  /** One JSON document on one line; numbers read back as the same doubles. */
  String json() {
    SparseProblem problem = loaded.problem();
    Shape shape = new Shape(problem.rows(), problem.columns(), problem.sparsity());
    List<Entry> entries = answers.stream().map(answer -> Entry.of(answer, loaded)).toList();
    return GSON.toJson(new Document(LibraryBuild.version(), shape, entries))
        + System.lineSeparator();
  }

  /** One line a solver. */
  String table() {
    TextTable table =
        new TextTable(
            "llrrrrrl",
            "solver",
            "status",
            "residual",
            "relative",
            "iterations",
            "supports",
            "time",
            "support");
    for (Solution solution : answers) {
      table.add(
          solution.solver(),
          status(solution),
          OptionText.compact(solution.residualNorm()),
          OptionText.compact(solution.relativeResidual()),
          Long.toString(solution.iterations()),
          Long.toString(solution.distinctSupports()),
          OptionText.compact(1e3 * inSeconds(solution.time())) + " ms",
          shortened(namesOf(solution.support(), loaded)));
    }
    return loaded.truth() == null
        ? table.toString()
        : table + System.lineSeparator() + recovered(loaded.truth());
  }

  /** How much of the truth each solver found. */
  private TextTable recovered(SparseVector truth) {
    TextTable table =
        new TextTable(
            "lrrrrr", "against the truth", "distance", "precision", "recall", "F1", "error of x");
    for (Solution solution : answers) {
      Recovery recovery = Recovery.of(truth, solution.x());
      table.add(
          solution.solver(),
          OptionText.compact(recovery.supportDistance()),
          OptionText.compact(recovery.precision()),
          OptionText.compact(recovery.recall()),
          OptionText.compact(recovery.f1()),
          OptionText.compact(recovery.coefficientError()));
    }
    return table;
  }

  private static String status(Solution solution) {
    return solution.status()
        + solution.detail(OptimalityProof.class).map(proof -> ", " + proof).orElse("")
        + (solution.rankDeficient() ? ", rank deficient" : "");
  }

  private static List<String> namesOf(Support support, ProblemFiles.Loaded loaded) {
    return Arrays.stream(support.toArray()).mapToObj(loaded::name).toList();
  }

  private static String shortened(List<String> support) {
    String text = String.join(" ", support.subList(0, Math.min(SHOWN, support.size())));
    int more = support.size() - SHOWN;
    return more > 0 ? text + " ... and " + more + " more" : text;
  }

  private static double inSeconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
