package io.github.sea4j.experiment;

import static io.github.sea4j.experiment.DeconvolutionExperiment.SIGNAL_TO_NOISE;
import static io.github.sea4j.experiment.DeconvolutionExperiment.SOLVERS_OF_THE_FIGURE;
import static io.github.sea4j.experiment.DeconvolutionExperiment.SPARSITIES;
import static io.github.sea4j.experiment.SweepExperiment.INSTANCES;
import static io.github.sea4j.experiment.SweepExperiment.SEED;
import static io.github.sea4j.experiment.SweepExperiment.SOLVERS;

import java.util.Locale;

/** What tells the {@link ComparisonExperiment}s apart: a question, a family and their grids. */
enum ComparisonPlan {
  NOISE(
      "spike deconvolution, support distance against the noise level",
      ProblemFamily.DECONVOLUTION,
      "inf,40,30,20,10",
      new Grid("10,20", "20"),
      new Grid("5:50:5", "200")),

  NOISE_GAUSSIAN(
      "Gaussian matrices, support distance against the noise level",
      ProblemFamily.GAUSSIAN,
      "inf,40,30,20,10",
      new Grid("20,60", "10"),
      new Grid("10:120:10", "200")),

  EXPLORED_SUPPORTS(
      "spike deconvolution, number of distinct supports explored against k",
      ProblemFamily.DECONVOLUTION,
      "inf",
      new Grid("5:50:5", "20"),
      new Grid("1:50", "200")),

  EXPLORED_SUPPORTS_GAUSSIAN(
      "Gaussian matrices, number of distinct supports explored against k",
      ProblemFamily.GAUSSIAN,
      "inf",
      new Grid("10:100:10", "10"),
      new Grid("5:125:5", "200")),

  RUN_TIME(
      "spike deconvolution, run time against k; on one thread unless told otherwise",
      ProblemFamily.DECONVOLUTION,
      "inf",
      new Grid("5:50:5", "10"),
      new Grid("1:50", "50")),

  RUN_TIME_GAUSSIAN(
      "Gaussian matrices, run time against k; on one thread unless told otherwise",
      ProblemFamily.GAUSSIAN,
      "inf",
      new Grid("10:100:10", "5"),
      new Grid("5:125:5", "50"));

  /** What a preset decides. */
  private record Grid(String sparsities, String instances) {}

  private final String description;
  private final ProblemFamily family;
  private final String noise;
  private final Grid quick;
  private final Grid paper;

  ComparisonPlan(
      String description, ProblemFamily family, String noise, Grid quick, Grid paper) {
    this.description = description;
    this.family = family;
    this.noise = noise;
    this.quick = quick;
    this.paper = paper;
  }

  /** The name of the experiment, such as {@code noise-gaussian}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String description() {
    return description;
  }

  ProblemFamily family() {
    return family;
  }

  String sparsities(Preset preset) {
    return grid(preset).sparsities();
  }

  String instances(Preset preset) {
    return grid(preset).instances();
  }

  /** Solvers that share the cores are timed longer than they take. */
  Execution execution() {
    boolean timed = this == RUN_TIME || this == RUN_TIME_GAUSSIAN;
    return timed ? Execution.standard().withThreads(1) : Execution.standard();
  }

  Parameters quick() {
    return switch (family) {
      case DECONVOLUTION ->
          Parameters.of(
              SPARSITIES, quick.sparsities(),
              INSTANCES, quick.instances(),
              SOLVERS, SOLVERS_OF_THE_FIGURE,
              ProblemFamily.SIZE, "500",
              ProblemFamily.KERNEL_WIDTH, "3.0",
              ProblemFamily.BOUNDARY, "circular",
              SIGNAL_TO_NOISE, noise,
              SEED, "1");
      case GAUSSIAN ->
          Parameters.of(
              SPARSITIES, quick.sparsities(),
              INSTANCES, quick.instances(),
              SOLVERS, SOLVERS_OF_THE_FIGURE,
              ProblemFamily.SIZE, "500",
              ProblemFamily.ROWS, "250",
              SIGNAL_TO_NOISE, noise,
              SEED, "1");
    };
  }

  private Grid grid(Preset preset) {
    return preset == Preset.QUICK ? quick : paper;
  }
}
