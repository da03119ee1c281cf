package io.github.sea4j.experiment.trial;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.model.Regression;
import io.github.sea4j.problem.Support;
import io.github.sea4j.run.Protocol;
import io.github.sea4j.run.Trial;
import io.github.sea4j.selection.PathStep;
import io.github.sea4j.selection.Rule;
import io.github.sea4j.selection.Selection;
import io.github.sea4j.selection.SelectionResult;
import io.github.sea4j.selection.SizeRange;
import io.github.sea4j.selection.StabilitySelection;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.table.ChoiceRow;
import io.github.sea4j.table.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Each rule chooses the size on the same path of each instance; stability selection, which has no
 * path, takes the columns that are firm.
 *
 * @param experiment name in results
 * @param families of problems, told apart by their names
 * @param rules by name, some of {@link #allRules}
 * @param solver that finds the columns of each size
 * @param sizes to choose from
 * @param resampled instances of a cell, from the first, on which the rules are asked that search on
 *     parts of the rows again and again
 * @param pairs of halves for stability selection
 */
public record ChoiceOfSize(
    String experiment,
    List<ChoiceFamily> families,
    List<String> rules,
    Solver solver,
    SizeRange sizes,
    int resampled,
    int pairs)
    implements Protocol<ChoiceRow> {

  /** Rule: the columns firm on halves of the rows, at most one of them expected by chance. */
  public static final String STABILITY = "stability selection";

  /** No rule, the true size is told: what the solver finds then bounds all rules. */
  public static final String KNOWN = "k known";

  private static final double BY_CHANCE = 1;

  /** Copies the lists. */
  public ChoiceOfSize {
    families = List.copyOf(families);
    rules = List.copyOf(rules);
  }

  /** The names of all rules there are. */
  public static List<String> allRules() {
    return Stream.concat(
            Arrays.stream(Rule.values()).map(Rule::toString), Stream.of(STABILITY, KNOWN))
        .toList();
  }

  private static boolean needsFolds(String name) {
    return Arrays.stream(Rule.values())
        .anyMatch(rule -> rule.toString().equals(name) && rule.needsFolds());
  }

  @Override
  public Schema<ChoiceRow> schema() {
    return ChoiceRow.SCHEMA;
  }

  /** Each rule in each family. */
  @Override
  public List<String> solvers() {
    return families.stream()
        .flatMap(f -> rules.stream().map(rule -> ChoiceRow.contestant(f.name(), rule)))
        .toList();
  }

  @Override
  public boolean asks(Trial trial, String contestant) {
    return families.stream()
        .filter(family -> family.has(trial.cell()))
        .anyMatch(
            family ->
                rules.stream()
                    .filter(rule -> isAsked(trial, rule))
                    .anyMatch(r -> ChoiceRow.contestant(family.name(), r).equals(contestant)));
  }

  private boolean isAsked(Trial trial, String rule) {
    return trial.number() < resampled || !(needsFolds(rule) || rule.equals(STABILITY));
  }

  @Override
  public List<ChoiceRow> run(Trial trial, List<String> missing) {
    List<ChoiceRow> rows = new ArrayList<>();
    for (ChoiceFamily family : families) {
      List<String> asked =
          rules.stream()
              .filter(rule -> missing.contains(ChoiceRow.contestant(family.name(), rule)))
              .toList();
      if (!asked.isEmpty()) {
        new Ground(trial, family).add(asked, rows);
      }
    }
    return rows;
  }

  /** One instance of one family, and what was found on it. */
  private final class Ground {
    private final Trial trial;
    private final ChoiceFamily family;
    private final Support truth;
    private final Regression question;
    private final Selection selection;

    Ground(Trial trial, ChoiceFamily family) {
      this.trial = trial;
      this.family = family;
      Instance instance = family.instance(trial);
      truth = instance.truth().support();
      question = family.question(instance);
      selection = Selection.of(question).solver(solver).sizes(sizes).seed(trial.seed());
    }

    void add(List<String> asked, List<ChoiceRow> rows) {
      ThreadClock clock = ThreadClock.start();
      List<PathStep> path = List.of();
      @Nullable SelectionResult result = null;
      if (asked.stream().anyMatch(ChoiceOfSize::needsFolds)) {
        result = selection.run();
        path = result.path();
      } else if (asked.stream().anyMatch(name -> !name.equals(STABILITY))) {
        path = selection.path();
      }
      double seconds = clock.seconds();
      for (String name : asked) {
        if (name.equals(STABILITY)) {
          rows.add(stable());
        } else if (name.equals(KNOWN)) {
          rows.add(row(name, path, trial.cell().sparsity(), seconds));
        } else {
          Rule rule = Rule.of(name);
          int k = result == null ? rule.choose(path) : result.k(rule);
          rows.add(row(name, path, k, seconds));
        }
      }
    }

    private ChoiceRow row(String rule, List<PathStep> path, int k, double seconds) {
      return row(rule, k, path.get(k - sizes.from()).fit().support(), seconds);
    }

    private ChoiceRow stable() {
      ThreadClock clock = ThreadClock.start();
      int size =
          StabilitySelection.sizeFor(
              BY_CHANCE, family.noiseless().columns(), StabilitySelection.THRESHOLD);
      StabilitySelection found =
          StabilitySelection.of(
              question, solver, size, pairs, StabilitySelection.THRESHOLD, trial.seed());
      Support firm =
          Support.of(
              IntStream.range(0, found.frequency().length)
                  .filter(j -> found.frequency()[j] >= found.threshold())
                  .toArray());
      return row(STABILITY, firm.size(), firm, clock.seconds());
    }

    private ChoiceRow row(String rule, int k, Support columns, double seconds) {
      int hits = columns.intersect(truth).size();
      return new ChoiceRow(
          experiment,
          trial.cell(),
          trial.number(),
          family.name(),
          solver.name(),
          rule,
          k,
          hits,
          seconds);
    }
  }
}
