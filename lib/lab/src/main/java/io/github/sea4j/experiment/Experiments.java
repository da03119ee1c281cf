package io.github.sea4j.experiment;

import java.util.List;

/** All experiments, each with defaults that run in about a minute. */
public final class Experiments {

  private Experiments() {}

  /** The phase transition of Gaussian problems: Figures 1 (left) and 2. */
  public static PhaseTransitionExperiment phaseTransition() {
    return new PhaseTransitionExperiment();
  }

  /** Spike deconvolution over k: Figures 1 (right) and 4. */
  public static DeconvolutionExperiment deconvolution() {
    return new DeconvolutionExperiment();
  }

  /** One spike deconvolution instance: Figure 3. */
  public static InstanceExperiment instance() {
    return InstanceExperiment.standard();
  }

  /** The experiments that are sweeps, for the command line. */
  public static List<SweepExperiment<?>> sweeps() {
    return List.of(phaseTransition(), deconvolution());
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
