package io.github.sea4j.experiment.trial;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.metric.SupportMetrics;
import io.github.sea4j.problem.Support;
import io.github.sea4j.run.Protocol;
import io.github.sea4j.run.Trial;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.Schema;
import java.util.List;
import java.util.function.Function;

/** The protocol of all comparisons: every solver sees the same instance of each trial. */
public final class SolverComparison implements Protocol<ResultRow> {

  private final String experiment;
  private final Function<Cell, InstanceGenerator> generators;
  private final List<Solver> solvers;
  private final int period;

  /**
   * @param generators the family of problems of each cell; called by several threads at once
   * @param period number of positions of a circular domain, or 0 for a line
   */
  public SolverComparison(
      String experiment,
      Function<Cell, InstanceGenerator> generators,
      List<Solver> solvers,
      int period) {
    this.experiment = experiment;
    this.generators = generators;
    this.solvers = List.copyOf(solvers);
    this.period = period;
  }

  @Override
  public Schema<ResultRow> schema() {
    return ResultRow.SCHEMA;
  }

  @Override
  public List<String> solvers() {
    return solvers.stream().map(Solver::name).toList();
  }

  @Override
  public List<ResultRow> run(Trial trial, List<String> missing) {
    Instance instance = instance(trial);
    return solvers.stream()
        .filter(solver -> missing.contains(solver.name()))
        .map(solver -> solve(trial, instance, solver))
        .toList();
  }

  private ResultRow solve(Trial trial, Instance instance, Solver solver) {
    ThreadClock clock = ThreadClock.start();
    Solution solution = solver.solve(instance.problem(), Run.unlimited());
    return row(experiment, trial, instance, period, solution, clock.seconds());
  }

  private Instance instance(Trial trial) {
    return generators.apply(trial.cell()).instance(trial.cell().sparsity(), trial.seed());
  }

  /** Scores an answer; the period is that of the circular domain, or 0 for a line. */
  public static ResultRow row(
      String experiment,
      Trial trial,
      Instance instance,
      int period,
      Solution solution,
      double seconds) {
    Support truth = instance.truth().support();
    Support found = solution.support();
    boolean empty = found.size() == 0;
    return new ResultRow(
        experiment,
        trial.cell(),
        trial.number(),
        solution.solver(),
        solution.status().toString(),
        SupportMetrics.supportDistance(truth, found),
        SupportMetrics.exactRecovery(truth, found),
        empty ? Double.NaN : SupportMetrics.meanShift(truth, found, period),
        empty ? Double.NaN : SupportMetrics.wasserstein(truth, found),
        solution.relativeResidual(),
        truthRelativeResidual(instance),
        solution.iterations(),
        solution.distinctSupports(),
        seconds);
  }

  private static double truthRelativeResidual(Instance instance) {
    double norm = instance.problem().measurementNorm();
    return norm == 0 ? 0 : instance.problem().residualNorm(instance.truth()) / norm;
  }
}
