package io.github.sea4j.experiment;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.table.InstanceTables;
import io.github.sea4j.table.Readings;
import io.github.sea4j.table.ResultCsv;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * One spike deconvolution instance and every solver's answer to it, as in Figure 3 of the paper.
 *
 * <p>The question and k = 20 are the paper's. The instance is not: it is trial 0 of {@link
 * Experiments#deconvolution} with the same parameters. Immutable.
 */
public final class InstanceExperiment implements SingleExperiment {

  private static final String NAME = "instance";

  private final SingleInstance drawn;

  private InstanceExperiment(SingleInstance drawn) {
    this.drawn = drawn;
  }

  /** n = 500, width 3, k = 20, seed 1, the solvers of Figure 4. */
  static InstanceExperiment standard() {
    return new InstanceExperiment(
        SingleInstance.of(ProblemFamily.DECONVOLUTION, "20", SolverList.WITH_LASSO));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "one spike deconvolution instance and every solver's answer (Figure 3)";
  }

  @Override
  public Map<String, String> parameters() {
    return drawn.parameters().toMap();
  }

  @Override
  public InstanceExperiment with(Map<String, String> values) {
    return new InstanceExperiment(drawn.with(values));
  }

  private InstanceExperiment with(String parameter, String value) {
    return with(Map.of(parameter, value));
  }

  /** The same with this many positions. */
  public InstanceExperiment size(int positions) {
    return with(ProblemFamily.SIZE, Integer.toString(positions));
  }

  /** The same with a Gaussian kernel of this standard deviation, in positions. */
  public InstanceExperiment kernelWidth(double standardDeviation) {
    return with(ProblemFamily.KERNEL_WIDTH, Double.toString(standardDeviation));
  }

  /** The same with this many spikes. */
  public InstanceExperiment sparsity(int spikes) {
    return with(SingleInstance.SPARSITY, Integer.toString(spikes));
  }

  /** The same with Gaussian noise at this ratio in dB. */
  public InstanceExperiment signalToNoise(double decibel) {
    return with(ProblemFamily.SIGNAL_TO_NOISE, Texts.join(decibel));
  }

  /** The same from another seed. */
  public InstanceExperiment seed(long number) {
    return with(SweepExperiment.SEED, Long.toString(number));
  }

  /** The same with these solvers, such as {@code "sea", "sea(omp)"}. */
  public InstanceExperiment solvers(String... texts) {
    return with(SweepExperiment.SOLVERS, String.join(", ", texts));
  }

  /** The instance that {@link #run} draws. */
  public Instance instance() {
    return drawn.draw();
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
    hashed.put(ResultTable.RESULTS_FILE, ResultCsv.format(answers.rows()));
    Map<String, String> times =
        Map.of(ResultTable.TIMES_FILE, ResultCsv.formatTimes(answers.rows()));
    return SingleRunFolder.write(folder, this, hashed, times);
  }

  private record Answers(Table signals, List<ResultRow> rows) {}

  private Answers answers() {
    Instance instance = instance();
    Trial trial = drawn.trial();
    int period = drawn.family().period(drawn.parameters());
    Table signals = signals(instance);
    List<ResultRow> rows = new ArrayList<>();
    for (Solver solver : drawn.solvers()) {
      Solution solution = solver.solve(instance.problem());
      signals.addColumns(DoubleColumn.create(solution.solver(), solution.x().toDense()));
      rows.add(SolverComparison.row(NAME, trial, instance, period, solution));
    }
    return new Answers(signals, rows);
  }

  private Table signals(Instance instance) {
    IntColumn position = IntColumn.create(InstanceTables.POSITION);
    for (int j = 0; j < instance.problem().columns(); j++) {
      position.append(j);
    }
    return Table.create(title())
        .addColumns(
            position,
            DoubleColumn.create(InstanceTables.MEASUREMENT, instance.problem().measurements()),
            DoubleColumn.create(InstanceTables.TRUTH, instance.truth().toDense()));
  }

  /** The seed that was asked for, not the long one that is drawn from it for the instance. */
  private String title() {
    Parameters given = drawn.parameters();
    return "deconvolution, n = %s, kernel of width %s, k = %s, %s, seed %s"
        .formatted(
            given.text(ProblemFamily.SIZE),
            given.text(ProblemFamily.KERNEL_WIDTH),
            given.text(SingleInstance.SPARSITY),
            Readings.noiseLevel(drawn.trial().cell().signalToNoise()),
            given.text(SweepExperiment.SEED));
  }
}
