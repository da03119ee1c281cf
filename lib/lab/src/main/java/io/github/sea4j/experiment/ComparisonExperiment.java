package io.github.sea4j.experiment;

import java.util.Map;

/**
 * Solvers compared over sparsities and noise levels, on spike deconvolution or Gaussian matrices:
 * how far their supports are from the truth, how many they explore, how much noise they bear, how
 * long they take.
 *
 * <p>Spike deconvolution over k with m = n = 500 is the question of Figure 4 of the paper, and that
 * SEA explores many supports is said in its abstract. The kernel width, the amplitudes, the
 * boundary, the grids, the numbers of instances and the noise levels are ours. Distances in
 * positions ({@code mean_shift}, {@code wasserstein_1}) have no meaning for Gaussian matrices.
 */
public final class ComparisonExperiment extends SweepExperiment<ComparisonExperiment> {

  /** Parameter: numbers of non-zeros, one cell for each. */
  public static final String SPARSITIES = "sparsities";

  private final ComparisonPlan plan;

  ComparisonExperiment(ComparisonPlan plan) {
    this(plan, plan.parameters(), plan.execution());
  }

  private ComparisonExperiment(ComparisonPlan plan, Parameters parameters, Execution execution) {
    super(parameters, execution);
    this.plan = plan;
  }

  @Override
  ComparisonExperiment with(Parameters changed, Execution changedExecution) {
    return new ComparisonExperiment(plan, changed, changedExecution);
  }

  @Override
  public String name() {
    return plan.name();
  }

  @Override
  public String description() {
    return plan.description();
  }

  @Override
  Map<String, String> size(Preset preset) {
    ComparisonPlan.Grid grid = plan.grid(preset);
    return Map.of(SPARSITIES, grid.sparsities(), INSTANCES, grid.instances());
  }

  /** The same at these numbers of non-zeros. */
  public ComparisonExperiment sparsities(int... sparsities) {
    return with(SPARSITIES, Texts.join(sparsities));
  }

  /** The same with this many columns, n. */
  public ComparisonExperiment size(int columns) {
    return with(ProblemFamily.SIZE, Integer.toString(columns));
  }

  /** The same with this many rows, m; Gaussian matrices only. */
  public ComparisonExperiment rows(int rows) {
    return with(ProblemFamily.ROWS, Integer.toString(rows));
  }

  /** The same with a kernel of this standard deviation, in positions; deconvolution only. */
  public ComparisonExperiment kernelWidth(double standardDeviation) {
    return with(ProblemFamily.KERNEL_WIDTH, Double.toString(standardDeviation));
  }

  /** The same with this correlation of neighbouring columns; correlated matrices only. */
  public ComparisonExperiment correlation(double rho) {
    return with(ProblemFamily.CORRELATION, Double.toString(rho));
  }

  /** The same with zeros outside the signal, instead of a circle; deconvolution only. */
  public ComparisonExperiment truncated() {
    return with(ProblemFamily.BOUNDARY, "truncated");
  }

  /** The same at these signal-to-noise ratios in dB; all share matrices and truths. */
  public ComparisonExperiment signalToNoise(double... decibels) {
    return with(ProblemFamily.SIGNAL_TO_NOISE, Texts.join(decibels));
  }

  @Override
  public Sweep sweep() {
    return ComparisonSweep.of(name(), plan.family(), values());
  }
}
