package io.github.sea4j.experiment;

/**
 * Spike deconvolution: how far the supports that solvers find are from the truth, against k.
 *
 * <p>The question, the kind of operator and m = n = 500 are those of Figure 4 of the paper. The
 * kernel width, the amplitudes, the boundary, the grid of k and the number of instances are ours.
 */
public final class DeconvolutionExperiment extends SweepExperiment<DeconvolutionExperiment> {

  /** Parameter: number of non-zeros, one cell for each. */
  public static final String SPARSITIES = "sparsities";

  /** Parameter: number of positions, m = n. */
  public static final String SIZE = ProblemFamily.SIZE;

  /** Parameter: standard deviation of the Gaussian kernel, in positions. */
  public static final String KERNEL_WIDTH = ProblemFamily.KERNEL_WIDTH;

  /** Parameter: {@code circular} or {@code truncated}. */
  public static final String BOUNDARY = ProblemFamily.BOUNDARY;

  /** Parameter: signal-to-noise ratios in dB, one cell for each; {@code inf} for none. */
  public static final String SIGNAL_TO_NOISE = "snr_db";

  /** The paper's six algorithms, SEA also started from OMP and ELS. */
  static final String SOLVERS_OF_THE_PAPER = "sea, sea(omp), sea(els), omp, ompr, els, iht, htp";

  /** With the LASSO path: on coherent columns a comparison without it would flatter the others. */
  static final String SOLVERS_OF_THE_FIGURE = SOLVERS_OF_THE_PAPER + ", lasso";

  private static final Parameters QUICK =
      Parameters.of(
          SPARSITIES, "5:50:5",
          INSTANCES, "20",
          SOLVERS, SOLVERS_OF_THE_FIGURE,
          SIZE, "500",
          KERNEL_WIDTH, "3.0",
          BOUNDARY, "circular",
          SIGNAL_TO_NOISE, "inf",
          SEED, "1");

  DeconvolutionExperiment() {
    this(QUICK, Execution.standard());
  }

  private DeconvolutionExperiment(Parameters parameters, Execution execution) {
    super(parameters, execution);
  }

  @Override
  DeconvolutionExperiment with(Parameters changed, Execution changedExecution) {
    return new DeconvolutionExperiment(changed, changedExecution);
  }

  @Override
  public String name() {
    return "deconvolution";
  }

  @Override
  public String description() {
    return "spike deconvolution, support distance against k (Figures 1 right and 4)";
  }

  @Override
  public DeconvolutionExperiment preset(Preset preset) {
    return switch (preset) {
      case QUICK -> with(SPARSITIES, QUICK.text(SPARSITIES)).with(INSTANCES, QUICK.text(INSTANCES));
      case PAPER -> with(SPARSITIES, "1:50").with(INSTANCES, "200");
    };
  }

  /** The same at these numbers of non-zeros. */
  public DeconvolutionExperiment sparsities(int... sparsities) {
    return with(SPARSITIES, Texts.join(sparsities));
  }

  /** The same with this many positions. */
  public DeconvolutionExperiment size(int positions) {
    return with(SIZE, Integer.toString(positions));
  }

  /** The same with a Gaussian kernel of this standard deviation, in positions. */
  public DeconvolutionExperiment kernelWidth(double standardDeviation) {
    return with(KERNEL_WIDTH, Double.toString(standardDeviation));
  }

  /** The same with zeros outside the signal, instead of a circle. */
  public DeconvolutionExperiment truncated() {
    return with(BOUNDARY, "truncated");
  }

  /** The same with Gaussian noise at these ratios in dB; all share matrices and truths. */
  public DeconvolutionExperiment signalToNoise(double... decibels) {
    return with(SIGNAL_TO_NOISE, Texts.join(decibels));
  }

  @Override
  public Sweep sweep() {
    return ComparisonSweep.of(name(), ProblemFamily.DECONVOLUTION, values());
  }
}
