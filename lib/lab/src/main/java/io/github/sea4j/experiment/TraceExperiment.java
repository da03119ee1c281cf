package io.github.sea4j.experiment;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.table.TraceTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What solvers do on one instance, iteration by iteration. Ours: the paper's captions at hand show
 * no such trace. The instance is trial 0 of a sweep with the same parameters. Immutable.
 */
public final class TraceExperiment implements SingleExperiment {

  /** How many wrong indices the exploration table follows, those longest in the support. */
  static final int WRONG_INDICES = 6;

  private static final String TRACED_SOLVERS = "sea, sea(omp), sea(els), iht, htp";

  private final String name;
  private final SingleInstance drawn;

  private TraceExperiment(String name, SingleInstance drawn) {
    this.name = name;
    this.drawn = drawn;
  }

  /** n = 500, width 3, k = 20. */
  static TraceExperiment deconvolution() {
    return new TraceExperiment(
        "traces", SingleInstance.of(ProblemFamily.DECONVOLUTION, "20", TRACED_SOLVERS));
  }

  /** 250 x 500, k = 60. */
  static TraceExperiment gaussian() {
    return new TraceExperiment(
        "traces-gaussian", SingleInstance.of(ProblemFamily.GAUSSIAN, "60", TRACED_SOLVERS));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return drawn.family() == ProblemFamily.DECONVOLUTION
        ? "one spike deconvolution instance, iteration by iteration"
        : "one instance of a Gaussian matrix, iteration by iteration";
  }

  @Override
  public Map<String, String> parameters() {
    return drawn.parameters().toMap();
  }

  @Override
  public TraceExperiment with(Map<String, String> values) {
    return new TraceExperiment(name, drawn.with(values));
  }

  /** The same with one parameter changed. */
  public TraceExperiment with(String parameter, String value) {
    return with(Map.of(parameter, value));
  }

  /** The same with this many non-zeros. */
  public TraceExperiment sparsity(int k) {
    return with(SingleInstance.SPARSITY, Integer.toString(k));
  }

  /** The same with this many columns, n. */
  public TraceExperiment size(int columns) {
    return with(ProblemFamily.SIZE, Integer.toString(columns));
  }

  /** The same with this many rows, m; Gaussian matrices only. */
  public TraceExperiment rows(int rows) {
    return with(ProblemFamily.ROWS, Integer.toString(rows));
  }

  /** The same with a kernel of this standard deviation, in positions; deconvolution only. */
  public TraceExperiment kernelWidth(double standardDeviation) {
    return with(ProblemFamily.KERNEL_WIDTH, Double.toString(standardDeviation));
  }

  /** The same with Gaussian noise at this ratio in dB. */
  public TraceExperiment signalToNoise(double decibel) {
    return with(ProblemFamily.SIGNAL_TO_NOISE, Texts.join(decibel));
  }

  /** The same from another seed. */
  public TraceExperiment seed(long seed) {
    return with(SweepExperiment.SEED, Long.toString(seed));
  }

  /** The same with these solvers, such as {@code "sea(iterations=300)", "sea(omp)"}. */
  public TraceExperiment solvers(String... texts) {
    return with(SweepExperiment.SOLVERS, String.join(", ", texts));
  }

  /** The instance that {@link #run} draws. */
  public Instance instance() {
    return drawn.draw();
  }

  /** Runs every solver on the instance, one after the other. */
  public TraceTables run() {
    Instance instance = instance();
    TraceRecorder recorder = new TraceRecorder(instance);
    for (Solver solver : drawn.solvers()) {
      recorder.record(solver);
    }
    return recorder.tables();
  }

  @Override
  public List<String> write(Path folder) {
    return SingleRunFolder.write(folder, this, run().toCsv(), Map.of());
  }

  @Override
  public String toString() {
    return name + " " + drawn.parameters();
  }
}
