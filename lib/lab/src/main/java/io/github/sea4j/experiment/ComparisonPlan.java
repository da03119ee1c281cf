package io.github.sea4j.experiment;

import static io.github.sea4j.experiment.DeconvolutionExperiment.SIGNAL_TO_NOISE;
import static io.github.sea4j.experiment.DeconvolutionExperiment.SOLVERS_OF_THE_PAPER;
import static io.github.sea4j.experiment.DeconvolutionExperiment.SPARSITIES;
import static io.github.sea4j.experiment.SweepExperiment.INSTANCES;
import static io.github.sea4j.experiment.SweepExperiment.SEED;
import static io.github.sea4j.experiment.SweepExperiment.SOLVERS;

/**
 * What tells the {@link ComparisonExperiment}s apart: a question, a family and its grids.
 *
 * @param name on the command line and in results
 * @param description what it measures, in one line
 * @param family of problems
 * @param noise signal-to-noise ratios in dB
 * @param quickGrid the size of the preset quick
 * @param paperGrid the size of the preset paper
 */
record ComparisonPlan(
    String name,
    String description,
    ProblemFamily family,
    String noise,
    Grid quickGrid,
    Grid paperGrid) {

  /** What a preset decides. */
  record Grid(String sparsities, String instances) {}

  /** How far solvers miss the support of blurred spikes as noise grows. */
  static final ComparisonPlan NOISE =
      new ComparisonPlan(
          "noise",
          "spike deconvolution, support distance against the noise level",
          ProblemFamily.DECONVOLUTION,
          "inf,40,30,20,10",
          new Grid("10,20", "10"),
          new Grid("5:50:5", "200"));

  /** The same for Gaussian matrices. */
  static final ComparisonPlan NOISE_GAUSSIAN =
      new ComparisonPlan(
          "noise-gaussian",
          "Gaussian matrices, support distance against the noise level",
          ProblemFamily.GAUSSIAN,
          "inf,40,30,20,10",
          new Grid("20,60", "5"),
          new Grid("10:120:10", "200"));

  /** How many supports solvers visit, blurred spikes over k. */
  static final ComparisonPlan EXPLORED_SUPPORTS =
      new ComparisonPlan(
          "explored-supports",
          "spike deconvolution, number of distinct supports explored against k",
          ProblemFamily.DECONVOLUTION,
          "inf",
          new Grid("5,10,20,35,50", "10"),
          new Grid("1:50", "200"));

  /** The same for Gaussian matrices. */
  static final ComparisonPlan EXPLORED_SUPPORTS_GAUSSIAN =
      new ComparisonPlan(
          "explored-supports-gaussian",
          "Gaussian matrices, number of distinct supports explored against k",
          ProblemFamily.GAUSSIAN,
          "inf",
          new Grid("10,20,35,50,75,100", "5"),
          new Grid("5:125:5", "200"));

  /** How long solvers take, blurred spikes over k. */
  static final ComparisonPlan RUN_TIME =
      new ComparisonPlan(
          "run-time",
          "spike deconvolution, run time against k; on one thread unless told otherwise",
          ProblemFamily.DECONVOLUTION,
          "inf",
          new Grid("5,10,20,35,50", "10"),
          new Grid("1:50", "50"));

  /** The same for Gaussian matrices. */
  static final ComparisonPlan RUN_TIME_GAUSSIAN =
      new ComparisonPlan(
          "run-time-gaussian",
          "Gaussian matrices, run time against k; on one thread unless told otherwise",
          ProblemFamily.GAUSSIAN,
          "inf",
          new Grid("10,20,35,50,75,100", "5"),
          new Grid("5:125:5", "50"));

  Grid grid(Preset preset) {
    return preset == Preset.QUICK ? quickGrid : paperGrid;
  }

  /** Solvers that share the cores are timed longer than they take. */
  Execution execution() {
    return name.startsWith("run-time") ? Execution.standard().withThreads(1) : Execution.standard();
  }

  Parameters quick() {
    return switch (family) {
      case DECONVOLUTION ->
          Parameters.of(
              SPARSITIES,
              quickGrid.sparsities(),
              INSTANCES,
              quickGrid.instances(),
              SOLVERS,
              SOLVERS_OF_THE_PAPER,
              ProblemFamily.SIZE,
              "500",
              ProblemFamily.KERNEL_WIDTH,
              "3.0",
              ProblemFamily.BOUNDARY,
              "circular",
              SIGNAL_TO_NOISE,
              noise,
              SEED,
              "1");
      case GAUSSIAN ->
          Parameters.of(
              SPARSITIES,
              quickGrid.sparsities(),
              INSTANCES,
              quickGrid.instances(),
              SOLVERS,
              SOLVERS_OF_THE_PAPER,
              ProblemFamily.SIZE,
              "500",
              ProblemFamily.ROWS,
              "250",
              SIGNAL_TO_NOISE,
              noise,
              SEED,
              "1");
    };
  }
}
