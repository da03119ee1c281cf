package io.github.sea4j.ideas;

import io.github.sea4j.bench.ProblemText;
import io.github.sea4j.ideas.PairedTest.Outcome;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.metric.SupportMetrics;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.UnitNormProblem;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the paired tests of ideas and writes their table to standard output, progress to standard
 * error.
 *
 * <pre>
 * IdeasRun list                    the names of all ideas
 * IdeasRun FIRST LAST NAME ...     the table of these, on the instances of seeds FIRST to LAST
 * </pre>
 *
 * <p>A row is a duel on one problem, or on all sparsities of a family together ({@code all} in
 * place of k). Contenders that several ideas share solve an instance once. Everything but the times
 * is the same at each run.
 */
public final class IdeasRun {

  private final long first;
  private final long last;
  private final Map<Match, List<Outcome>> played = new HashMap<>();
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  private IdeasRun(long first, long last) {
    this.first = first;
    this.last = last;
  }

  /** A contender on the instances of a problem. */
  private record Match(String problem, Contender contender) {}

  /** Runs; bad arguments end it with an error that names them. */
  public static void main(String[] arguments) {
    if (Arrays.equals(arguments, new String[] {"list"})) {
      Ideas.all().forEach(idea -> System.out.println(idea.name()));
      return;
    }
    if (arguments.length < 3) {
      throw new IllegalArgumentException(
          "expected list, or a first and a last seed and names, but got "
              + Arrays.toString(arguments));
    }
    long first = Long.parseLong(arguments[0]);
    long last = Long.parseLong(arguments[1]);
    if (last < first) {
      throw new IllegalArgumentException(
          "the last seed must be at least the first, %d, but is %d".formatted(first, last));
    }
    List<Idea> ideas = Stream.of(arguments).skip(2).map(IdeasRun::named).toList();
    print(
        Stream.concat(
            Stream.of("idea", "challenger", "against", "problem"), PairedTest.COLUMNS.stream()));
    IdeasRun run = new IdeasRun(first, last);
    ideas.forEach(run::test);
  }

  private static Idea named(String name) {
    return Ideas.all().stream()
        .filter(idea -> idea.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no idea named " + name));
  }

  private void test(Idea idea) {
    for (Idea.Trial trial : idea.trials()) {
      Map<String, Map<Idea.Duel, List<PairedTest>>> families = new LinkedHashMap<>();
      for (String problem : trial.problems()) {
        System.err.printf("  %s: %s%n", idea.name(), problem);
        play(problem, trial.contenders());
        for (Idea.Duel duel : trial.duels()) {
          PairedTest test =
              new PairedTest(
                  outcomes(problem, duel.challenger()), outcomes(problem, duel.against()));
          print(idea, problem, duel, test);
          families
              .computeIfAbsent(family(problem), key -> new LinkedHashMap<>())
              .computeIfAbsent(duel, key -> new ArrayList<>())
              .add(test);
        }
      }
      families.forEach(
          (family, tests) ->
              tests.forEach(
                  (duel, parts) -> print(idea, family, duel, PairedTest.together(parts))));
    }
  }

  private List<Outcome> outcomes(String problem, Contender contender) {
    return played.computeIfAbsent(new Match(problem, contender), key -> new ArrayList<>());
  }

  /** Has those solve the instances who have not yet. */
  private void play(String problem, List<Contender> contenders) {
    ProblemText text = ProblemText.parse(problem);
    List<Contender> missing =
        contenders.stream().filter(one -> outcomes(problem, one).isEmpty()).toList();
    for (long seed = first; seed <= last; seed++) {
      Instance instance = text.instance(seed);
      for (Contender contender : missing) {
        outcomes(problem, contender).add(outcome(contender, instance));
      }
    }
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

  private static void print(Idea idea, String problem, Idea.Duel duel, PairedTest test) {
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
