package io.github.sea4j.experiment;

import io.github.sea4j.cluster.Recipe;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.run.Study;
import io.github.sea4j.store.FolderRefusedException;
import io.github.sea4j.store.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All experiments, each with defaults that run in about a minute. */
public final class Experiments {

  private Experiments() {}

  /** The phase transition of Gaussian problems: Figures 1 (left) and 2. */
  public static PhaseTransitionExperiment phaseTransition() {
    return PhaseTransitionExperiment.ofThePaper();
  }

  /** Spike deconvolution over k: Figures 1 (right) and 4, and how many supports are explored. */
  public static ComparisonExperiment deconvolution() {
    return comparison("deconvolution");
  }

  /** The same for Gaussian matrices. */
  public static ComparisonExperiment gaussian() {
    return comparison("gaussian");
  }

  /** One spike deconvolution instance: Figure 3. */
  public static InstanceExperiment instance() {
    return InstanceExperiment.standard();
  }

  /** Spike deconvolution at several noise levels. */
  public static ComparisonExperiment noise() {
    return comparison("noise");
  }

  /** Gaussian matrices at several noise levels. */
  public static ComparisonExperiment noiseGaussian() {
    return comparison("noise-gaussian");
  }

  /** How long each solver takes, spike deconvolution over k. */
  public static ComparisonExperiment runTime() {
    return comparison("run-time");
  }

  /** How long each solver takes, Gaussian matrices over k. */
  public static ComparisonExperiment runTimeGaussian() {
    return comparison("run-time-gaussian");
  }

  /** Quality within budgets of products, spike deconvolution. */
  public static ComparisonExperiment anytime() {
    return comparison("anytime");
  }

  /** Quality within budgets of products, Gaussian matrices. */
  public static ComparisonExperiment anytimeGaussian() {
    return comparison("anytime-gaussian");
  }

  /** Beyond the paper: spike deconvolution over k in whitened geometries. */
  public static ComparisonExperiment whitened() {
    return comparison("whitened");
  }

  /** The same at several noise levels. */
  public static ComparisonExperiment whitenedNoise() {
    return comparison("whitened-noise");
  }

  /** Beyond the paper: the posterior of supports under laws of amplitudes, tempered or not. */
  public static ComparisonExperiment amplitudeLaws() {
    return comparison("amplitude-laws");
  }

  /** As {@link #whitened}, with n = 5000. */
  public static ComparisonExperiment whitenedLarge() {
    return comparison("whitened-large");
  }

  /** Beyond the paper: 300 point sources in an image of 256 x 256 pixels, blurred by two pixels. */
  public static ComparisonExperiment pointSources() {
    return comparison("point-sources");
  }

  /** The same blurred by three pixels. */
  public static ComparisonExperiment pointSourcesWide() {
    return comparison("point-sources-wide");
  }

  /** Beyond the paper: the phase transition of solvers in the geometry of tau = 0. */
  public static PhaseTransitionExperiment whitenedPhaseTransition() {
    return PhaseTransitionExperiment.whitened();
  }

  /** Beyond the paper: Gaussian rows with Toeplitz covariance, in whitened geometries or not. */
  public static ComparisonExperiment correlated() {
    return comparison("correlated");
  }

  /** Beyond the paper: SEA with sampled supports, whole and without each of its parts. */
  public static ComparisonExperiment sampledSea() {
    return comparison("sampled-sea");
  }

  /** Beyond the paper: the phase transition of message passing. */
  public static PhaseTransitionExperiment messagePassing() {
    return PhaseTransitionExperiment.messagePassing();
  }

  /** Beyond the paper: whether the probabilities that a posterior says are right. */
  public static CalibrationExperiment calibration() {
    return CalibrationExperiment.standard();
  }

  /** Beyond the paper: how often each rule chooses the right k, and all of the true columns. */
  public static ChoiceExperiment choiceOfK() {
    return ChoiceExperiment.standard();
  }

  /** Support distance against the width of the kernel: where SEA begins to win. */
  public static CoherenceExperiment kernelWidths() {
    return CoherenceExperiment.kernelWidths();
  }

  /** Support distance against the correlation of neighbouring columns, Toeplitz. */
  public static CoherenceExperiment correlations() {
    return CoherenceExperiment.correlations();
  }

  /** Spike deconvolution by baselines as strong as they get. */
  public static ComparisonExperiment baselines() {
    return comparison("baselines");
  }

  /** Spike deconvolution: each solver, and SEA started from its answer. */
  public static ComparisonExperiment improved() {
    return comparison("improved");
  }

  /** The same for Gaussian matrices. */
  public static ComparisonExperiment improvedGaussian() {
    return comparison("improved-gaussian");
  }

  /** Beyond the paper: {@code best} without each of its parts, spike deconvolution. */
  public static ComparisonExperiment bestParts() {
    return comparison("best-parts");
  }

  /** The same for Gaussian matrices. */
  public static ComparisonExperiment bestPartsGaussian() {
    return comparison("best-parts-gaussian");
  }

  /** Deconvolution of positive spikes by solvers that are told nothing of the sign. */
  public static ComparisonExperiment positive() {
    return comparison("positive");
  }

  /** The same instances, solvers told that no spike is negative. */
  public static ComparisonExperiment nonNegative() {
    return comparison("non-negative");
  }

  /** Iteration by iteration through one spike deconvolution instance. */
  public static TraceExperiment traces() {
    return TraceExperiment.deconvolution();
  }

  /** Iteration by iteration through one instance of a Gaussian matrix. */
  public static TraceExperiment tracesGaussian() {
    return TraceExperiment.gaussian();
  }

  /**
   * Solvers compared on problems of your own, with the same progress, resume and figures: 20
   * instances at each of three sparsities, without noise, unless told otherwise.
   *
   * <p>Noise is the experiment's matter: what the generator was given is replaced by {@link
   * ComparisonExperiment#signalToNoise}.
   *
   * @param name of the experiment in results: lower case letters, digits and hyphens
   * @param generator draws the instances; called by several threads at once
   */
  public static ComparisonExperiment compare(String name, InstanceGenerator generator) {
    if (sweeps().stream().anyMatch(sweep -> sweep.name().equals(name))) {
      throw new IllegalArgumentException(
          "name of an experiment of your own must be a new one, but %s is taken".formatted(name));
    }
    return new ComparisonExperiment(ComparisonPlan.of(name, generator));
  }

  /**
   * The experiment whose results a folder holds, to go on with it: as its record says, into the
   * same folder.
   *
   * @throws FolderRefusedException if the folder has no record, or naming what only another program
   *     has: the solver that is not registered here, or the generator to be given
   * @throws UncheckedIOException if the record cannot be read
   */
  public static SweepExperiment<?> resume(Path folder) {
    Provenance record = record(folder);
    String generator = record.parameters().get(ProblemFamily.GENERATOR);
    if (generator != null) {
      throw new FolderRefusedException(
          "%s holds %s, drawn by a generator of its own, '%s': go on with Experiments.resume(folder, generator)"
              .formatted(folder, record.experiment(), generator));
    }
    return asRecorded(folder, record, () -> byName(record.experiment()));
  }

  /** The same for problems of your own. */
  public static SweepExperiment<?> resume(Path folder, InstanceGenerator generator) {
    Provenance record = record(folder);
    return asRecorded(folder, record, () -> compare(record.experiment(), generator));
  }

  private static Provenance record(Path folder) {
    try {
      Provenance record = Provenance.in(folder);
      if (record == null) {
        throw new FolderRefusedException(folder + " has no record of an experiment");
      }
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the record in " + folder, e);
    }
  }

  private static SweepExperiment<?> asRecorded(
      Path folder, Provenance record, Supplier<SweepExperiment<?>> experiment) {
    try {
      return experiment.get().with(record.parameters()).into(folder);
    } catch (IllegalArgumentException missing) {
      throw new FolderRefusedException(
          "%s cannot be gone on with here: %s. A solver of your own must be registered first (Solvers.register, or its jar on the class path)"
              .formatted(folder, missing.getMessage()),
          missing);
    }
  }

  private static ComparisonExperiment comparison(String name) {
    return new ComparisonExperiment(ComparisonPlan.named(name));
  }

  /** The experiments that are sweeps, for the command line. */
  public static List<SweepExperiment<?>> sweeps() {
    List<SweepExperiment<?>> sweeps = new ArrayList<>();
    sweeps.add(phaseTransition());
    ComparisonPlan.ALL.forEach(plan -> sweeps.add(new ComparisonExperiment(plan)));
    sweeps.add(whitenedPhaseTransition());
    sweeps.add(messagePassing());
    sweeps.add(calibration());
    sweeps.add(kernelWidths());
    sweeps.add(correlations());
    sweeps.add(choiceOfK());
    return sweeps;
  }

  /** The experiments on one instance, for the command line. */
  public static List<SingleExperiment<?>> singles() {
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

  /** The study of a recipe of another program; a cluster's machine asks for it. */
  public static Study study(Recipe recipe) {
    return byName(recipe.experiment()).with(recipe.parameters()).sweep();
  }
}
