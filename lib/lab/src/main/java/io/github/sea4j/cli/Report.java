package io.github.sea4j.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import java.time.Duration;
import java.util.List;

/**
 * The answers to one problem, for a program or for a person.
 *
 * @param problem what was solved
 * @param answers in the order asked
 */
record Report(SparseProblem problem, List<Answer> answers) {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** How many indices of a support the table shows. */
  private static final int SHOWN = 12;

  private record Document(String version, Shape problem, List<Entry> solutions) {}

  private record Shape(int rows, int columns, int sparsity) {}

  private record Entry(
      String solver,
      String status,
      double residualNorm,
      int[] support,
      double[] coefficients,
      long iterations,
      long distinctSupports,
      double seconds) {

    static Entry of(Answer answer) {
      Solution solution = answer.solution();
      return new Entry(
          answer.solver(),
          solution.status().toString(),
          solution.residualNorm(),
          solution.support().toArray(),
          solution.coefficients(),
          solution.iterations(),
          solution.distinctSupports(),
          inSeconds(solution.time()));
    }
  }

  /** One JSON document on one line; numbers read back as the same doubles. */
  String json() {
    Shape shape = new Shape(problem.rows(), problem.columns(), problem.sparsity());
    return GSON.toJson(
            new Document(Version.current(), shape, answers.stream().map(Entry::of).toList()))
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
    for (Answer answer : answers) {
      Solution solution = answer.solution();
      table.add(
          answer.solver(),
          solution.status().toString() + (solution.rankDeficient() ? ", rank deficient" : ""),
          Texts.compact(solution.residualNorm()),
          Texts.compact(solution.relativeResidual()),
          Long.toString(solution.iterations()),
          Long.toString(solution.distinctSupports()),
          Texts.compact(1e3 * inSeconds(solution.time())) + " ms",
          shortened(solution.support()));
    }
    return table.toString();
  }

  private static String shortened(Support support) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(SHOWN, support.size()); i++) {
      text.append(i == 0 ? "" : " ").append(support.get(i));
    }
    int more = support.size() - SHOWN;
    return more > 0 ? text + " ... and " + more + " more" : text.toString();
  }

  private static double inSeconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
