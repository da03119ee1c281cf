package io.github.sea4j.experiment;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.metric.SupportMetrics;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Iterate;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.table.TraceColumns;
import io.github.sea4j.table.TraceTables;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Watches solvers on one instance and fills the tables of their traces. */
final class TraceRecorder {

  private final Instance instance;
  private final Support truth;

  private final StringColumn solvers = StringColumn.create(TraceColumns.SOLVER);
  private final IntColumn numbers = IntColumn.create(TraceColumns.ITERATION);
  private final DoubleColumn residuals = DoubleColumn.create(TraceColumns.RELATIVE_RESIDUAL);
  private final DoubleColumn best = DoubleColumn.create(TraceColumns.BEST_RELATIVE_RESIDUAL);
  private final DoubleColumn distances = DoubleColumn.create(TraceColumns.SUPPORT_DISTANCE);
  private final LongColumn distinct = LongColumn.create(TraceColumns.DISTINCT_SUPPORTS);
  private final IntColumn entered = IntColumn.create(TraceColumns.ENTERED);
  private final DoubleColumn largestMissed = DoubleColumn.create(TraceColumns.LARGEST_MISSED);
  private final DoubleColumn meanMissed = DoubleColumn.create(TraceColumns.MEAN_MISSED);
  private final DoubleColumn smallestWrong = DoubleColumn.create(TraceColumns.SMALLEST_WRONG);
  private final DoubleColumn meanWrong = DoubleColumn.create(TraceColumns.MEAN_WRONG);
  private final DoubleColumn threshold = DoubleColumn.create(TraceColumns.THRESHOLD);

  private final IndexRows supports = new IndexRows();
  private final IndexRows explored = new IndexRows();
  private final DoubleColumn exploration = DoubleColumn.create(TraceColumns.VALUE);

  TraceRecorder(Instance instance) {
    this.instance = instance;
    this.truth = instance.truth().support();
  }

  /**
   * Adds the run of a solver. One with an exploration vector runs twice: which indices are worth
   * following is known after the first run, and the second is the same bit for bit.
   */
  void record(Solver solver) {
    Watch watch = new Watch(solver.name());
    solver.solve(instance.problem(), Run.unlimited().observedBy(watch));
    if (watch.hasExploration) {
      int[] followed = watch.followed();
      solver.solve(
          instance.problem(),
          Run.unlimited().observedBy(iterate -> follow(solver.name(), iterate, followed)));
    }
  }

  private RunObserver.Signal follow(String solver, Iterate iterate, int[] indices) {
    for (int j : indices) {
      explored.add(solver, iterate, j);
      exploration.append(iterate.exploration(j));
    }
    return RunObserver.Signal.CONTINUE;
  }

  TraceTables tables() {
    Table iterations =
        Table.create("iterations")
            .addColumns(solvers, numbers, residuals, best, distances, distinct, entered)
            .addColumns(largestMissed, meanMissed, smallestWrong, meanWrong, threshold);
    int n = instance.problem().columns();
    Table signal =
        Table.create(instance.description())
            .addColumns(
                IntColumn.create(TraceColumns.INDEX, IntStream.range(0, n).toArray()),
                DoubleColumn.create(TraceColumns.TRUTH, instance.truth().toDense()));
    Table values = explored.table("exploration").addColumns(exploration);
    return new TraceTables(iterations, supports.table("supports"), values, signal);
  }

  /** One run of one solver. */
  private final class Watch implements RunObserver {
    private final String solver;
    private final int[] visits = new int[instance.problem().columns()];
    private Support previous = Support.empty();
    private boolean hasExploration;

    Watch(String solver) {
      this.solver = solver;
    }

    @Override
    public Signal onIteration(Iterate iterate) {
      Support support = iterate.support();
      double norm = instance.problem().measurementNorm();
      hasExploration = iterate.hasExploration();
      solvers.append(solver);
      numbers.append((int) iterate.iteration());
      residuals.append(iterate.residualNorm() / norm);
      best.append(iterate.bestResidualNorm() / norm);
      distances.append(SupportMetrics.supportDistance(truth, support));
      distinct.append(iterate.distinctSupports());
      entered.append(iterate.iteration() == 0 ? 0 : support.minus(previous).size());
      exploration(iterate, support);
      for (int j : support.toArray()) {
        visits[j]++;
        supports.add(solver, iterate, j);
      }
      previous = support;
      return Signal.CONTINUE;
    }

    private void exploration(Iterate iterate, Support support) {
      Magnitudes missed = Magnitudes.of(iterate, truth.minus(support));
      Magnitudes wrong = Magnitudes.of(iterate, support.minus(truth));
      add(largestMissed, missed.largest());
      add(meanMissed, missed.mean());
      add(smallestWrong, wrong.smallest());
      add(meanWrong, wrong.mean());
      add(threshold, Magnitudes.of(iterate, support).smallest());
    }

    /** S*, then the wrong indices that were in the support longest; of equals the lower ones. */
    int[] followed() {
      IntStream wrong =
          IntStream.range(0, visits.length)
              .filter(j -> visits[j] > 0 && !truth.contains(j))
              .boxed()
              .sorted((i, j) -> visits[j] - visits[i])
              .limit(TraceExperiment.WRONG_INDICES)
              .mapToInt(j -> j);
      return IntStream.concat(Arrays.stream(truth.toArray()), wrong).toArray();
    }
  }

  private static void add(DoubleColumn column, double value) {
    if (Double.isNaN(value)) {
      column.appendMissing();
    } else {
      column.append(value);
    }
  }

  /** |X_t| on some indices; NaN without any, or without X_t. */
  private record Magnitudes(double smallest, double largest, double mean) {
    static Magnitudes of(Iterate iterate, Support where) {
      if (where.size() == 0 || !iterate.hasExploration()) {
        return new Magnitudes(Double.NaN, Double.NaN, Double.NaN);
      }
      double smallest = Double.POSITIVE_INFINITY;
      double largest = 0;
      double sum = 0;
      for (int j : where.toArray()) {
        double magnitude = Math.abs(iterate.exploration(j));
        smallest = Math.min(smallest, magnitude);
        largest = Math.max(largest, magnitude);
        sum += magnitude;
      }
      return new Magnitudes(smallest, largest, sum / where.size());
    }
  }

  /** The columns solver, iteration and index. */
  private static final class IndexRows {
    private final StringColumn solvers = StringColumn.create(TraceColumns.SOLVER);
    private final IntColumn numbers = IntColumn.create(TraceColumns.ITERATION);
    private final IntColumn indices = IntColumn.create(TraceColumns.INDEX);

    void add(String solver, Iterate iterate, int index) {
      solvers.append(solver);
      numbers.append((int) iterate.iteration());
      indices.append(index);
    }

    Table table(String name) {
      return Table.create(name).addColumns(solvers, numbers, indices);
    }
  }
}
