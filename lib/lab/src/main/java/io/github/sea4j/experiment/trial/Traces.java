package io.github.sea4j.experiment.trial;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.metric.SupportMetrics;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.TraceRecorder;
import io.github.sea4j.solver.TraceRow;
import io.github.sea4j.table.TraceEntry;
import io.github.sea4j.table.TraceStep;
import io.github.sea4j.table.TraceTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Records solvers on one instance and fills the tables of their traces. */
public final class Traces {

  /** How many wrong indices the exploration table follows, those longest in the support. */
  public static final int WRONG_INDICES = 6;

  private static final int ALL_ITERATIONS = Integer.MAX_VALUE;

  private final Instance instance;
  private final Support truth;
  private final List<TraceStep> steps = new ArrayList<>();
  private final List<TraceEntry> supports = new ArrayList<>();
  private final List<TraceEntry> explored = new ArrayList<>();

  private Traces(Instance instance) {
    this.instance = instance;
    this.truth = instance.truth().support();
  }

  /** The tables of all the solvers' runs, each recorded from start to end. */
  public static TraceTables of(Instance instance, List<Solver> solvers) {
    Traces traces = new Traces(instance);
    solvers.forEach(traces::record);
    return TraceTables.of(
        traces.steps,
        traces.supports,
        traces.explored,
        instance.description(),
        instance.truth().toDense());
  }

  /**
   * Adds the run of a solver, which runs twice: the entries of X_t that matter are those of S* and
   * of all S_t, known after the first run, and the second is the same bit for bit.
   */
  private void record(Solver solver) {
    Map<Integer, Integer> visits = new HashMap<>();
    for (TraceRow row : rows(solver)) {
      Arrays.stream(row.support().toArray()).forEach(j -> visits.merge(j, 1, Integer::sum));
    }
    int[] columns =
        IntStream.concat(
                Arrays.stream(truth.toArray()),
                visits.keySet().stream().mapToInt(j -> j).filter(j -> !truth.contains(j)).sorted())
            .toArray();
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      places.put(columns[i], i);
    }
    int[] followed = followed(columns, visits);
    Support previous = Support.empty();
    for (TraceRow row : rows(solver, columns)) {
      add(solver.name(), row, previous, places);
      follow(solver.name(), row, followed, places);
      previous = row.support();
    }
  }

  private List<TraceRow> rows(Solver solver, int... columns) {
    TraceRecorder recorder = new TraceRecorder(ALL_ITERATIONS, columns);
    solver.solve(instance.problem(), Run.unlimited().observedBy(recorder));
    return recorder.rows();
  }

  /** S*, then the wrong indices that were in the support longest; of equals the lower ones. */
  private int[] followed(int[] columns, Map<Integer, Integer> visits) {
    IntStream wrong =
        Arrays.stream(columns)
            .skip(truth.size())
            .boxed()
            .sorted((i, j) -> visits.getOrDefault(j, 0) - visits.getOrDefault(i, 0))
            .limit(WRONG_INDICES)
            .mapToInt(j -> j);
    return IntStream.concat(Arrays.stream(truth.toArray()), wrong).toArray();
  }

  private void add(String solver, TraceRow row, Support previous, Map<Integer, Integer> places) {
    Support support = row.support();
    double norm = instance.problem().measurementNorm();
    Magnitudes missed = Magnitudes.of(row, truth.minus(support), places);
    Magnitudes wrong = Magnitudes.of(row, support.minus(truth), places);
    int iteration = (int) row.iteration();
    steps.add(
        new TraceStep(
            solver,
            iteration,
            row.residualNorm() / norm,
            row.bestResidualNorm() / norm,
            SupportMetrics.supportDistance(truth, support),
            row.distinctSupports(),
            iteration == 0 ? 0 : support.minus(previous).size(),
            missed.largest(),
            missed.mean(),
            wrong.smallest(),
            wrong.mean(),
            Magnitudes.of(row, support, places).smallest()));
    for (int j : support.toArray()) {
      supports.add(new TraceEntry(solver, iteration, j, Double.NaN));
    }
  }

  /** Adds the chosen entries of X_t, none where the solver keeps no X_t. */
  private void follow(String solver, TraceRow row, int[] indices, Map<Integer, Integer> places) {
    for (int j : indices) {
      double value = row.exploration()[places.getOrDefault(j, 0)];
      if (!Double.isNaN(value)) {
        explored.add(new TraceEntry(solver, (int) row.iteration(), j, value));
      }
    }
  }

  /** |X_t| on some indices; NaN without any, or without X_t. */
  private record Magnitudes(double smallest, double largest, double mean) {
    static Magnitudes of(TraceRow row, Support where, Map<Integer, Integer> places) {
      double smallest = where.size() == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
      double largest = where.size() == 0 ? Double.NaN : 0;
      double sum = 0;
      for (int j : where.toArray()) {
        double magnitude = Math.abs(row.exploration()[places.getOrDefault(j, 0)]);
        smallest = Math.min(smallest, magnitude);
        largest = Math.max(largest, magnitude);
        sum += magnitude;
      }
      return new Magnitudes(smallest, largest, sum / where.size());
    }
  }
}
