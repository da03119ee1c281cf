package io.github.sea4j.selection;

import io.github.sea4j.check.Require;
import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.data.NameList;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.model.ColumnGroup;
import io.github.sea4j.model.Design;
import io.github.sea4j.model.Regression;
import io.github.sea4j.problem.Support;
import io.github.sea4j.random.Seeds;
import io.github.sea4j.solver.Solver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often each column is chosen on halves of the rows, drawn in complementary pairs (Shah and
 * Samworth 2013): a column that most halves choose is firm.
 *
 * @param names of the columns, or groups of them, that may be chosen
 * @param frequency share of the 2 B halves that chose each
 * @param k size of the model on each half
 * @param pairs B
 * @param threshold share from which a column is firm, above 1/2
 * @param chosen mean number of columns that a half chose, at most k
 */
public record StabilitySelection(
    List<String> names, double[] frequency, int k, int pairs, double threshold, double chosen) {

  /** Pairs of halves unless told otherwise, as in the paper. */
  public static final int PAIRS = 50;

  /** From here on a column is firm unless told otherwise. */
  public static final double THRESHOLD = 0.75;

  /** {@link #of(Regression, Solver, int, int, double, long)} with 50 pairs, .75 and seed 1. */
  public static StabilitySelection of(Regression question, String solver, int k) {
    return of(question, Solvers.parse(solver), k, PAIRS, THRESHOLD, 1);
  }

  /**
   * Draws the pairs and solves on each half; on all cores.
   *
   * @param k size of each model, at least 1
   * @param pairs at least 1
   * @param threshold above 1/2, at most 1
   * @throws IllegalArgumentException naming the argument and its bound
   * @throws CancellationException if the thread was interrupted
   */
  public static StabilitySelection of(
      Regression question, Solver solver, int k, int pairs, double threshold, long seed) {
    Design design = question.design();
    int bound = Math.min(design.choices(), design.rows() / 2);
    if (k < 1 || k > bound) {
      throw new IllegalArgumentException(
          "k must be between 1 and min(columns to choose from, half the rows) = %d, but is %d"
              .formatted(bound, k));
    }
    if (pairs < 1 || !(threshold > 0.5 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "pairs must be at least 1 and the threshold above 0.5 and at most 1, but are %d and %s"
              .formatted(pairs, threshold));
    }
    List<Callable<Support>> tasks = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      for (int[] half : halves(design, Seeds.derive(seed, pair))) {
        tasks.add(() -> design.training(half).solve(solver, k).support().minus(design.forced()));
      }
    }
    List<Support> supports = Workers.all(tasks);
    Selection.requireNoInterrupt("stability selection");
    return counted(design, supports, k, pairs, threshold);
  }

  /**
   * The largest size at which at most so many columns are expected to be firm by chance, whatever
   * the data are: {@code floor(sqrt(most n (2 threshold - 1)))}, see {@link #bound}.
   *
   * @param most columns expected by chance, above 0
   * @param columns n
   * @param threshold above 1/2, at most 1
   * @throws IllegalArgumentException naming the argument and its bound
   */
  public static int sizeFor(double most, int columns, double threshold) {
    Require.positive("most", most);
    Require.atLeast("columns", columns, 1);
    if (!(threshold > 0.5 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "threshold must be above 0.5 and at most 1, but is " + threshold);
    }
    return StabilityBound.largestSize(most, columns, threshold);
  }

  private static StabilitySelection counted(
      Design design, List<Support> supports, int k, int pairs, double threshold) {
    List<ColumnGroup> groups = design.groups();
    double[] frequency =
        groups.stream()
            .mapToDouble(
                group -> supports.stream().filter(group::isIn).count() / (double) supports.size())
            .toArray();
    return new StabilitySelection(
        groups.stream().map(ColumnGroup::name).toList(),
        frequency,
        k,
        pairs,
        threshold,
        Arrays.stream(frequency).sum());
  }

  /**
   * Two halves without a row in common, labels shared evenly; one row is over if m is odd. Rows of
   * one subject stay together, in halves as even as that allows.
   */
  static List<int[]> halves(Design design, long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    int[] subjects = design.subjects();
    if (subjects != null) {
      Folds folds = Folds.ofSubjects(subjects, 2, random);
      return List.of(folds.held(0), folds.held(1));
    }
    int[] order = Folds.shuffledByLabel(design, random);
    int half = order.length / 2;
    int[] first = IntStream.range(0, half).map(i -> order[2 * i]).sorted().toArray();
    int[] second = IntStream.range(0, half).map(i -> order[2 * i + 1]).sorted().toArray();
    return List.of(first, second);
  }

  /** The columns at or above the threshold, in the order of the table. */
  public List<String> firm() {
    return IntStream.range(0, frequency.length)
        .filter(j -> frequency[j] >= threshold)
        .mapToObj(names::get)
        .toList();
  }

  /**
   * The expected number of columns that are firm though a half chooses them with less than the
   * average probability q / p, at most; whatever the data are.
   */
  public double bound() {
    return StabilityBound.worstCase(chosen, names.size(), threshold);
  }

  /** The same under the assumption of Theorem 2; empty where that does not reach. */
  public OptionalDouble unimodalBound() {
    return StabilityBound.unimodal(chosen, names.size(), threshold, pairs);
  }

  /** Names and frequencies, the most frequent first. */
  public Table table() {
    int[] order =
        IntStream.range(0, frequency.length)
            .boxed()
            .sorted((a, b) -> Double.compare(frequency[b], frequency[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    return Table.create(
        toString(),
        StringColumn.create("name", Arrays.stream(order).mapToObj(names::get)),
        DoubleColumn.create("frequency", Arrays.stream(order).mapToDouble(j -> frequency[j])));
  }

  /** One sentence for a person. */
  @Override
  public String toString() {
    OptionalDouble unimodal = unimodalBound();
    return "%d columns in at least %.0f %% of %d halves (k = %d): %s; of them expected by chance at most %.2g%s"
        .formatted(
            firm().size(),
            100 * threshold,
            2 * pairs,
            k,
            firm().isEmpty() ? "none" : NameList.of(firm()),
            bound(),
            unimodal.isPresent() ? " (%.2g if unimodal)".formatted(unimodal.getAsDouble()) : "");
  }
}
