package io.github.sea4j.notebook;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.metric.Recovery;
import io.github.sea4j.solver.Solution;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Answers to a problem whose truth is known, a row for each: {@code RecoveryTable.of(instance, sea,
 * omp)}.
 */
public final class RecoveryTable {

  private RecoveryTable() {}

  /**
   * Solver, status, support distance, precision, recall, F1, relative coefficient error, relative
   * residual and milliseconds.
   *
   * @param solutions answers to the instance's problem, in the order to show
   * @throws IllegalArgumentException if one is of another length than the truth
   */
  public static Table of(Instance instance, Solution... solutions) {
    List<Solution> all = List.of(solutions);
    return Table.create(instance.description())
        .addColumns(
            StringColumn.create("solver", all.stream().map(Solution::solver)),
            StringColumn.create("status", all.stream().map(s -> s.status().toString())),
            column("support distance", instance, all, Recovery::supportDistance),
            column("precision", instance, all, Recovery::precision),
            column("recall", instance, all, Recovery::recall),
            column("F1", instance, all, Recovery::f1),
            column("coefficient error", instance, all, Recovery::coefficientError),
            DoubleColumn.create(
                "residual", all.stream().mapToDouble(Solution::relativeResidual).toArray()),
            DoubleColumn.create(
                "ms", all.stream().mapToDouble(s -> s.time().toNanos() / 1e6).toArray()));
  }

  private static DoubleColumn column(
      String name, Instance instance, List<Solution> all, ToDoubleFunction<Recovery> value) {
    return DoubleColumn.create(
        name,
        all.stream()
            .map(solution -> Recovery.of(instance.truth(), solution.x()))
            .mapToDouble(value)
            .toArray());
  }
}
