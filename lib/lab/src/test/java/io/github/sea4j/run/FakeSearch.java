package io.github.sea4j.run;

import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Searches on solvers whose success rate at each sparsity is known. */
final class FakeSearch {

  static final int ROWS = 100;

  /** Success falls from 1 to 0 around this sparsity: 95 % at 30 for A, at 12 for B. */
  private static final Map<String, Double> HALF = Map.of("A", 35.0, "B", 17.0);

  private static final double SLOPE = Math.log(19) / 5;

  private FakeSearch() {}

  static double rate(String solver, int sparsity) {
    double half = HALF.getOrDefault(solver, 0.0);
    return 1 / (1 + Math.exp(SLOPE * (sparsity - half)));
  }

  static ThresholdSweep of(SearchRule rule, ThresholdSweep.RecoveryTest test) {
    Map<Integer, List<Integer>> grids = new LinkedHashMap<>();
    grids.put(ROWS, IntStream.rangeClosed(1, ROWS).boxed().toList());
    return new ThresholdSweep(
        "fake-search",
        Parameters.of("instances", Integer.toString(rule.runs()), "seed", "1"),
        2 * ROWS,
        grids,
        List.of("A", "B"),
        rule,
        1,
        test,
        Growth.NONE);
  }

  static ThresholdSweep.Answer draw(Trial trial, String solver) {
    // Paired: both solvers see the same number, as they see the same instance.
    double luck = new Random(trial.seed()).nextDouble();
    return new ThresholdSweep.Answer(
        luck < rate(solver, trial.cell().sparsity()), System.nanoTime() * 1e-18);
  }

  static ThresholdSweep.Answer slowly(Trial trial, String solver) {
    try {
      Thread.sleep(0, 300_000 + (int) (System.nanoTime() % 500_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return draw(trial, solver);
  }

  /** Runs the search in a folder until it is done or killed: a process of its own for tests. */
  public static void main(String[] arguments) {
    of(new SearchRule(200, 20), FakeSearch::slowly)
        .run(Execution.standard().withThreads(2).withFolder(Path.of(arguments[0])));
  }
}
