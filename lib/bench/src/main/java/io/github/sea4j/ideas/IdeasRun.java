package io.github.sea4j.ideas;

import io.github.sea4j.bench.ProblemText;
import io.github.sea4j.ideas.PairedTest.Outcome;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.metric.SupportMetrics;
import io.github.sea4j.problem.Instance;
import io.github.sea4j.problem.UnitNormProblem;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the paired tests of one idea and writes its table to standard output, progress to standard
 * error.
 *
 * <pre>
 * IdeasRun list               the names of all ideas
 * IdeasRun NAME FIRST LAST    the table of one, on the instances of seeds FIRST to LAST
 * </pre>
 *
 * <p>A row is a duel on one problem, or on all sparsities of a family together ({@code all} in
 * place of k). Everything but the times is the same at each run.
 */
public final class IdeasRun {

  private final Idea idea;
  private final long first;
  private final long last;
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  private IdeasRun(Idea idea, long first, long last) {
    this.idea = idea;
    this.first = first;
    this.last = last;
  }

  /** Runs; bad arguments end it with an error that names them. */
  public static void main(String[] arguments) {
    if (Arrays.equals(arguments, new String[] {"list"})) {
      Ideas.all().forEach(idea -> System.out.println(idea.name()));
      return;
    }
    if (arguments.length != 3) {
      throw new IllegalArgumentException(
          "expected list, or a name, a first and a last seed, but got "
              + Arrays.toString(arguments));
    }
    long first = Long.parseLong(arguments[1]);
    long last = Long.parseLong(arguments[2]);
    if (last < first) {
      throw new IllegalArgumentException(
          "the last seed must be at least the first, %d, but is %d".formatted(first, last));
    }
    new IdeasRun(named(arguments[0]), first, last).run();
  }

  private static Idea named(String name) {
    return Ideas.all().stream()
        .filter(idea -> idea.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no idea named " + name));
  }

  private void run() {
    print(
        Stream.concat(
            Stream.of("idea", "challenger", "against", "problem"), PairedTest.COLUMNS.stream()));
    Map<String, Map<Idea.Duel, List<PairedTest>>> families = new LinkedHashMap<>();
    for (String problem : idea.problems()) {
      System.err.printf("  %s: %s%n", idea.name(), problem);
      Map<Contender, List<Outcome>> outcomes = outcomes(ProblemText.parse(problem));
      Map<Idea.Duel, List<PairedTest>> family =
          families.computeIfAbsent(family(problem), key -> new LinkedHashMap<>());
      for (Idea.Duel duel : idea.duels()) {
        PairedTest test =
            new PairedTest(
                outcomes.getOrDefault(duel.challenger(), List.of()),
                outcomes.getOrDefault(duel.against(), List.of()));
        print(problem, duel, test);
        family.computeIfAbsent(duel, key -> new ArrayList<>()).add(test);
      }
    }
    families.forEach(
        (family, tests) ->
            tests.forEach((duel, parts) -> print(family, duel, PairedTest.together(parts))));
  }

  private Map<Contender, List<Outcome>> outcomes(ProblemText problem) {
    Map<Contender, List<Outcome>> outcomes = new LinkedHashMap<>();
    for (long seed = first; seed <= last; seed++) {
      Instance instance = problem.instance(seed);
      for (Contender contender : idea.contenders()) {
        outcomes
            .computeIfAbsent(contender, key -> new ArrayList<>())
            .add(outcome(contender, instance));
      }
    }
    return outcomes;
  }

  /** The clock runs around the search alone. */
  private Outcome outcome(Contender contender, Instance instance) {
    long started = clock.getCurrentThreadCpuTime();
    Answer answer = contender.solve(instance);
    long nanos = clock.getCurrentThreadCpuTime() - started;
    UnitNormProblem unit = instance.problem().unitNorm();
    return new Outcome(
        SupportMetrics.supportDistance(instance.truth().support(), answer.support()),
        Competition.residual(unit, answer.support()) / Vectors.norm(unit.measurements()),
        answer.products(),
        nanos);
  }

  /** The problem's word with {@code all} in place of its sparsity, the last plain number. */
  private static String family(String problem) {
    return problem.replaceFirst("-\\d+(?=(-\\d+dB)?$)", "-all");
  }

  private void print(String problem, Idea.Duel duel, PairedTest test) {
    print(
        Stream.concat(
            Stream.of(idea.name(), duel.challenger().name(), duel.against().name(), problem),
            test.row().stream()));
  }

  private static void print(Stream<String> cells) {
    System.out.println(
        cells
            .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
            .collect(Collectors.joining(",")));
  }
}
