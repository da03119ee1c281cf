package io.github.sea4j.experiment.trial;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.metric.SupportMetrics;
import io.github.sea4j.problem.Support;
import io.github.sea4j.run.Protocol;
import io.github.sea4j.run.Trial;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.table.CoherenceRow;
import io.github.sea4j.table.Schema;
import io.github.sea4j.theory.Coherence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every solver meets one instance of each level, all drawn from the seed of the trial: the same
 * non-zeros, and columns that are more and more alike.
 */
public final class CoherenceTrial implements Protocol<CoherenceRow> {

  private final String experiment;
  private final SortedMap<Double, InstanceGenerator> levels;
  private final List<Solver> solvers;

  /**
   * @param levels noiseless generators of one shape, by the level of their likeness
   */
  public CoherenceTrial(
      String experiment, Map<Double, InstanceGenerator> levels, List<Solver> solvers) {
    this.experiment = experiment;
    this.levels = new TreeMap<>(levels);
    this.solvers = List.copyOf(solvers);
  }

  @Override
  public Schema<CoherenceRow> schema() {
    return CoherenceRow.SCHEMA;
  }

  @Override
  public int rowsPerSolver() {
    return levels.size();
  }

  @Override
  public List<String> solvers() {
    return solvers.stream().map(Solver::name).toList();
  }

  @Override
  public List<CoherenceRow> run(Trial trial, List<String> missing) {
    List<Level> drawn = new ArrayList<>();
    levels.forEach((level, noiseless) -> drawn.add(draw(level, noiseless, trial)));
    return solvers.stream()
        .filter(solver -> missing.contains(solver.name()))
        .flatMap(solver -> drawn.stream().map(level -> row(trial, solver, level)))
        .toList();
  }

  /** An instance, how much its columns are alike, and the parameter that decides it. */
  private record Level(double parameter, Instance instance, double coherence) {}

  private static Level draw(double parameter, InstanceGenerator noiseless, Trial trial) {
    Instance instance =
        noiseless
            .withSignalToNoise(trial.cell().signalToNoise())
            .instance(trial.cell().sparsity(), trial.seed());
    return new Level(parameter, instance, Coherence.of(instance.problem().operator()));
  }

  private CoherenceRow row(Trial trial, Solver solver, Level level) {
    ThreadClock clock = ThreadClock.start();
    Solution solution = solver.solve(level.instance.problem());
    double seconds = clock.seconds();
    Support truth = level.instance.truth().support();
    return new CoherenceRow(
        experiment,
        trial.cell(),
        trial.number(),
        solution.solver(),
        level.parameter,
        level.coherence,
        SupportMetrics.supportDistance(truth, solution.support()),
        SupportMetrics.exactRecovery(truth, solution.support()),
        seconds);
  }
}
