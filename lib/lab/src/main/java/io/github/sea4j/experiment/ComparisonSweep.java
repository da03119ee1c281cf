package io.github.sea4j.experiment;

import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.table.Cell;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sweep that compares solvers over noise levels and sparsities of one family. */
final class ComparisonSweep {

  private ComparisonSweep() {}

  /** Noise level by noise level, each over all sparsities; see {@link SolverComparison}. */
  static Sweep of(String name, ProblemFamily family, Parameters values) {
    return of(name, family, values, SolverList.parse(values.list(SweepExperiment.SOLVERS)));
  }

  /** The same with other solvers than the parameters name. */
  static Sweep of(String name, ProblemFamily family, Parameters values, List<Solver> solvers) {
    InstanceGenerator noiseless = family.generator(values);
    List<Double> levels = values.decimals(ProblemFamily.SIGNAL_TO_NOISE);
    Map<Double, InstanceGenerator> generators =
        levels.stream()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), noiseless::withSignalToNoise));
    Protocol protocol =
        new SolverComparison(
            name, cell -> generators.get(cell.signalToNoise()), solvers, family.period(values));
    return new Sweep(
        name,
        values,
        levels.stream().flatMap(level -> cells(noiseless, values, level).stream()).toList(),
        values.integer(SweepExperiment.INSTANCES, 1),
        values.whole(SweepExperiment.SEED),
        protocol);
  }

  private static List<Cell> cells(InstanceGenerator shape, Parameters values, double level) {
    return values.integers(ComparisonExperiment.SPARSITIES).stream()
        .map(k -> new Cell(shape.rows(), shape.columns(), k, level))
        .toList();
  }
}
