package io.github.sea4j.experiment;

import io.github.sea4j.problem.Deconvolution;
import io.github.sea4j.problem.Instance;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.InstanceTables;
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
 * DeconvolutionExperiment} with the same size, width, k and seed. Immutable.
 *
 * @param size number of positions, m = n
 * @param kernelWidth standard deviation of the Gaussian kernel, in positions
 * @param sparsity k
 * @param seed what the instance is drawn from
 * @param solvers in the solver language
 */
public record InstanceExperiment(
    int size, double kernelWidth, int sparsity, long seed, List<String> solvers)
    implements SingleExperiment {

  private static final String NAME = "instance";

  /** Checks the solvers' names; copies them. */
  public InstanceExperiment {
    solvers = List.copyOf(solvers);
    SolverList.parse(solvers);
  }

  /** n = 500, width 3, k = 20, seed 1, the solvers of Figure 4. */
  static InstanceExperiment standard() {
    List<String> solvers =
        Parameters.of("solvers", DeconvolutionExperiment.SOLVERS_OF_THE_FIGURE).list("solvers");
    return new InstanceExperiment(500, 3.0, 20, 1, solvers);
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
    return values().toMap();
  }

  private Parameters values() {
    return Parameters.of(
        TraceExperiment.SPARSITY, Integer.toString(sparsity),
        SweepExperiment.SOLVERS, String.join(", ", solvers),
        ProblemFamily.SIZE, Integer.toString(size),
        ProblemFamily.KERNEL_WIDTH, Double.toString(kernelWidth),
        SweepExperiment.SEED, Long.toString(seed));
  }

  @Override
  public InstanceExperiment with(Map<String, String> changes) {
    Parameters changed = values();
    for (Map.Entry<String, String> change : changes.entrySet()) {
      changed = changed.with(change.getKey(), change.getValue());
    }
    InstanceExperiment experiment =
        new InstanceExperiment(
            changed.integer(ProblemFamily.SIZE, 1),
            changed.positive(ProblemFamily.KERNEL_WIDTH),
            changed.integer(TraceExperiment.SPARSITY, 1),
            changed.whole(SweepExperiment.SEED),
            changed.list(SweepExperiment.SOLVERS));
    experiment.trial();
    return experiment;
  }

  /** The same with this many positions. */
  public InstanceExperiment size(int positions) {
    return new InstanceExperiment(positions, kernelWidth, sparsity, seed, solvers);
  }

  /** The same with a Gaussian kernel of this standard deviation, in positions. */
  public InstanceExperiment kernelWidth(double standardDeviation) {
    return new InstanceExperiment(size, standardDeviation, sparsity, seed, solvers);
  }

  /** The same with this many spikes. */
  public InstanceExperiment sparsity(int spikes) {
    return new InstanceExperiment(size, kernelWidth, spikes, seed, solvers);
  }

  /** The same from another seed. */
  public InstanceExperiment seed(long number) {
    return new InstanceExperiment(size, kernelWidth, sparsity, number, solvers);
  }

  /** The same with these solvers, such as {@code "sea", "sea(omp)"}. */
  public InstanceExperiment solvers(String... texts) {
    return new InstanceExperiment(size, kernelWidth, sparsity, seed, List.of(texts));
  }

  /** The instance that {@link #run} draws. */
  public Instance instance() {
    return comparison().instance(trial());
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
    SolverComparison comparison = comparison();
    Trial trial = trial();
    Instance instance = comparison.instance(trial);
    Table signals = signals(instance);
    List<ResultRow> rows = new ArrayList<>();
    for (Solver solver : SolverList.parse(solvers)) {
      Solution solution = solver.solve(instance.problem());
      signals.addColumns(DoubleColumn.create(solution.solver(), solution.x().toDense()));
      rows.add(comparison.row(trial, instance, solution));
    }
    return new Answers(signals, rows);
  }

  private Trial trial() {
    return Trial.of(seed, new Cell(size, size, sparsity, Double.POSITIVE_INFINITY), 0);
  }

  private SolverComparison comparison() {
    Deconvolution family = Deconvolution.gaussian(size, kernelWidth);
    return new SolverComparison(NAME, cell -> family, List.of(), size);
  }

  private static Table signals(Instance instance) {
    IntColumn position = IntColumn.create(InstanceTables.POSITION);
    for (int j = 0; j < instance.problem().columns(); j++) {
      position.append(j);
    }
    return Table.create(instance.description())
        .addColumns(
            position,
            DoubleColumn.create(InstanceTables.MEASUREMENT, instance.problem().measurements()),
            DoubleColumn.create(InstanceTables.TRUTH, instance.truth().toDense()));
  }
}
