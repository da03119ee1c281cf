package io.github.sea4j.experiment;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.table.Cell;
import java.util.List;
import java.util.Map;

/**
 * What the experiments on one instance share: the instance is trial 0 of a sweep with the same
 * parameters.
 *
 * @param family what it is drawn from
 * @param parameters all that decides it, and the solvers
 */
record SingleInstance(ProblemFamily family, Parameters parameters) {

  /** Parameter: number of non-zeros. */
  static final String SPARSITY = "sparsity";

  /** Without noise, from seed 1. */
  static SingleInstance of(ProblemFamily family, String sparsity, String solvers) {
    return new SingleInstance(
        family,
        family.parameters(
            ProblemFamily.NOISELESS, SPARSITY, sparsity, SweepExperiment.SOLVERS, solvers));
  }

  /**
   * The same with all these parameters changed at once; only together need they fit.
   *
   * @throws IllegalArgumentException on an unknown name or a value that does not fit
   */
  SingleInstance with(Map<String, String> values) {
    Parameters changed = parameters;
    for (Map.Entry<String, String> value : values.entrySet()) {
      changed = changed.with(value.getKey(), value.getValue());
    }
    SingleInstance instance = new SingleInstance(family, changed);
    instance.trial();
    instance.solvers();
    return instance;
  }

  Trial trial() {
    InstanceGenerator shape = family.generator(parameters);
    List<Double> levels = parameters.decimals(ProblemFamily.SIGNAL_TO_NOISE);
    if (levels.size() != 1) {
      throw new IllegalArgumentException(
          "%s must be one level, but are %d"
              .formatted(ProblemFamily.SIGNAL_TO_NOISE, levels.size()));
    }
    Cell cell =
        new Cell(shape.rows(), shape.columns(), parameters.integer(SPARSITY, 1), levels.get(0));
    return Trial.of(parameters.whole(SweepExperiment.SEED), cell, 0);
  }

  Instance draw() {
    Trial trial = trial();
    return family
        .generator(parameters)
        .withSignalToNoise(trial.cell().signalToNoise())
        .instance(trial.cell().sparsity(), trial.seed());
  }

  List<Solver> solvers() {
    return SolverList.parse(parameters.list(SweepExperiment.SOLVERS));
  }
}
