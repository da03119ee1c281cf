package io.github.sea4j.experiment;

import java.util.List;

/** All experiments, each with defaults that run in about a minute. */
public final class Experiments {

  private Experiments() {}

  /** The phase transition of Gaussian problems: Figures 1 (left) and 2. */
  public static PhaseTransitionExperiment phaseTransition() {
    return PhaseTransitionExperiment.ofThePaper();
  }

  /** Spike deconvolution over k: Figures 1 (right) and 4, and how many supports are explored. */
  public static ComparisonExperiment deconvolution() {
    return new ComparisonExperiment(ComparisonPlan.DECONVOLUTION);
  }

  /** The same for Gaussian matrices. */
  public static ComparisonExperiment gaussian() {
    return new ComparisonExperiment(ComparisonPlan.GAUSSIAN);
  }

  /** One spike deconvolution instance: Figure 3. */
  public static InstanceExperiment instance() {
    return InstanceExperiment.standard();
  }

  /** Spike deconvolution at several noise levels. */
  public static ComparisonExperiment noise() {
    return new ComparisonExperiment(ComparisonPlan.NOISE);
  }

  /** Gaussian matrices at several noise levels. */
  public static ComparisonExperiment noiseGaussian() {
    return new ComparisonExperiment(ComparisonPlan.NOISE_GAUSSIAN);
  }

  /** How long each solver takes, spike deconvolution over k. */
  public static ComparisonExperiment runTime() {
    return new ComparisonExperiment(ComparisonPlan.RUN_TIME);
  }

  /** How long each solver takes, Gaussian matrices over k. */
  public static ComparisonExperiment runTimeGaussian() {
    return new ComparisonExperiment(ComparisonPlan.RUN_TIME_GAUSSIAN);
  }

  /** Quality within budgets of products, spike deconvolution. */
  public static AnytimeExperiment anytime() {
    return AnytimeExperiment.deconvolution();
  }

  /** Quality within budgets of products, Gaussian matrices. */
  public static AnytimeExperiment anytimeGaussian() {
    return AnytimeExperiment.gaussian();
  }

  /** Beyond the paper: spike deconvolution over k in whitened geometries. */
  public static ComparisonExperiment whitened() {
    return new ComparisonExperiment(ComparisonPlan.WHITENED);
  }

  /** The same at several noise levels. */
  public static ComparisonExperiment whitenedNoise() {
    return new ComparisonExperiment(ComparisonPlan.WHITENED_NOISE);
  }

  /** The same with n = 5000. */
  public static ComparisonExperiment whitenedLarge() {
    return new ComparisonExperiment(ComparisonPlan.WHITENED_LARGE);
  }

  /** Beyond the paper: the phase transition of solvers in the geometry of tau = 0. */
  public static PhaseTransitionExperiment whitenedPhaseTransition() {
    return PhaseTransitionExperiment.whitened();
  }

  /** Beyond the paper: Gaussian rows with Toeplitz covariance, in whitened geometries or not. */
  public static ComparisonExperiment correlated() {
    return new ComparisonExperiment(ComparisonPlan.CORRELATED);
  }

  /** Iteration by iteration through one spike deconvolution instance. */
  public static TraceExperiment traces() {
    return TraceExperiment.deconvolution();
  }

  /** Iteration by iteration through one instance of a Gaussian matrix. */
  public static TraceExperiment tracesGaussian() {
    return TraceExperiment.gaussian();
  }

  /** The experiments that are sweeps, for the command line. */
  public static List<SweepExperiment<?>> sweeps() {
    return List.of(
        phaseTransition(),
        deconvolution(),
        gaussian(),
        noise(),
        noiseGaussian(),
        runTime(),
        runTimeGaussian(),
        anytime(),
        anytimeGaussian(),
        whitened(),
        whitenedNoise(),
        whitenedPhaseTransition(),
        correlated(),
        whitenedLarge());
  }

  /** The experiments on one instance, for the command line. */
  public static List<SingleExperiment> singles() {
    return List.of(instance(), traces(), tracesGaussian());
  }

  /**
   * The sweep of this name.
   *
   * @throws IllegalArgumentException that lists the names there are
   */
  public static SweepExperiment<?> byName(String name) {
    return sweeps().stream()
        .filter(experiment -> experiment.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown experiment '%s'; known are %s"
                        .formatted(name, sweeps().stream().map(SweepExperiment::name).toList())));
  }
}
