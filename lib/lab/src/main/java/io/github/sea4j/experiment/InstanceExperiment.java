package io.github.sea4j.experiment;

import io.github.sea4j.experiment.trial.SolverComparison;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.run.Trial;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.summary.Readings;
import io.github.sea4j.table.InstanceTables;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * One spike deconvolution instance and every solver's answer to it, as in Figure 3 of the paper.
 *
 * <p>The question and k = 20 are the paper's. The instance is not: it is trial 0 of {@link
 * Experiments#deconvolution} with the same parameters. Immutable.
 */
public final class InstanceExperiment extends SingleExperiment<InstanceExperiment> {

  private static final String NAME = "instance";

  private InstanceExperiment(Setup setup) {
    super(NAME, ProblemFamily.DECONVOLUTION, setup);
  }

  /** n = 500, width 3, k = 20, seed 1, the solvers of Figure 4. */
  static InstanceExperiment standard() {
    return new InstanceExperiment(setup(ProblemFamily.DECONVOLUTION, "20", SolverList.WITH_LASSO));
  }

  @Override
  InstanceExperiment with(Setup changed) {
    return new InstanceExperiment(changed);
  }

  @Override
  public String description() {
    return "one spike deconvolution instance and every solver's answer (Figure 3)";
  }

  /** Solves the instance with every solver, one after the other. */
  public InstanceTables run() {
    Answers answers = answers();
    return new InstanceTables(answers.signals(), ResultTable.of(answers.rows()));
  }

  @Override
  public List<String> write(Path folder) {
    Answers answers = answers();
    Map<String, String> hashed = new LinkedHashMap<>();
    hashed.put("signals.csv", answers.signals().write().toString("csv"));
    hashed.put(ResultTable.RESULTS_FILE, ResultRow.SCHEMA.format(answers.rows()));
    Map<String, String> times =
        Map.of(ResultTable.TIMES_FILE, ResultRow.SCHEMA.formatTimes(answers.rows()));
    return write(folder, hashed, times);
  }

  private record Answers(Table signals, List<ResultRow> rows) {}

  private Answers answers() {
    Instance instance = instance();
    Trial trial = trial();
    int period = family().period(values());
    Table signals = signals(instance);
    List<ResultRow> rows = new ArrayList<>();
    for (Solver solver : solvers()) {
      Solution solution = solver.solve(instance.problem(), Run.unlimited());
      signals.addColumns(DoubleColumn.create(solution.solver(), solution.x().toDense()));
      double seconds = solution.time().toNanos() / 1e9;
      rows.add(SolverComparison.row(NAME, trial, instance, period, solution, seconds));
    }
    return new Answers(signals, rows);
  }

  private Table signals(Instance instance) {
    int[] positions = IntStream.range(0, instance.problem().columns()).toArray();
    return Table.create(title())
        .addColumns(
            IntColumn.create(InstanceTables.POSITION, positions),
            DoubleColumn.create(InstanceTables.MEASUREMENT, instance.problem().measurements()),
            DoubleColumn.create(InstanceTables.TRUTH, instance.truth().toDense()));
  }

  /** The seed that was asked for, not the long one that is drawn from it for the instance. */
  private String title() {
    return "deconvolution, n = %s, kernel of width %s, k = %s, %s, seed %s"
        .formatted(
            values().text(ProblemFamily.SIZE),
            values().text(ProblemFamily.KERNEL_WIDTH),
            values().text(SPARSITY),
            Readings.noiseLevel(trial().cell().signalToNoise()),
            values().text(SweepExperiment.SEED));
  }
}
