package io.github.sea4j.experiment;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.run.SweepStoppedException;
import io.github.sea4j.run.Trial;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.store.SingleRunFolder;
import io.github.sea4j.table.Cell;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An experiment on one instance, which is trial 0 of a sweep with the same parameters: over in
 * seconds, so it has no presets and nothing to resume. Immutable.
 *
 * @param <E> the experiment itself
 */
public abstract sealed class SingleExperiment<E extends SingleExperiment<E>> extends Experiment<E>
    implements FamilyExperiment<E> permits InstanceExperiment, TraceExperiment {

  /** Parameter: number of non-zeros. */
  static final String SPARSITY = "sparsity";

  private final String name;
  private final ProblemFamily family;

  SingleExperiment(String name, ProblemFamily family, Setup setup) {
    super(setup);
    this.name = name;
    this.family = family;
  }

  /** Without noise, from seed 1. */
  static Setup setup(ProblemFamily family, String sparsity, String solvers) {
    return Setup.of(family.parameters(SPARSITY, sparsity, Setup.SOLVERS, solvers));
  }

  @Override
  final void check() {
    trial();
    solvers();
  }

  @Override
  public final String name() {
    return name;
  }

  final ProblemFamily family() {
    return family;
  }

  /** The same with this many non-zeros. */
  public final E sparsity(int k) {
    return with(SPARSITY, Integer.toString(k));
  }

  final Trial trial() {
    InstanceGenerator shape = family.generator(values());
    List<Double> levels = values().decibels(ProblemFamily.SIGNAL_TO_NOISE);
    if (levels.size() != 1) {
      throw new IllegalArgumentException(
          "%s must be one level, but are %d"
              .formatted(ProblemFamily.SIGNAL_TO_NOISE, levels.size()));
    }
    Cell cell =
        new Cell(shape.rows(), shape.columns(), values().integer(SPARSITY, 1), levels.get(0));
    return Trial.of(values().whole(SEED), cell, 0);
  }

  /** The instance that the solvers meet. */
  public final Instance instance() {
    Trial trial = trial();
    return family
        .generator(values())
        .withSignalToNoise(trial.cell().signalToNoise())
        .instance(trial.cell().sparsity(), trial.seed());
  }

  /**
   * Runs it and writes its tables as CSV, with the record of where they come from.
   *
   * @return the names of the files
   * @throws SweepStoppedException if the thread was interrupted; then nothing is written
   * @throws io.github.sea4j.store.FolderRefusedException if another run holds the folder
   * @throws java.io.UncheckedIOException if the folder cannot be written
   */
  public abstract List<String> write(Path folder);

  /**
   * Writes the files of a run.
   *
   * @param hashed texts that the parameters decide, by file name
   * @param others texts that differ from run to run, by file name
   */
  final List<String> write(Path folder, Map<String, String> hashed, Map<String, String> others) {
    if (Thread.currentThread().isInterrupted()) { // Cut short, solvers answer with less.
      throw new SweepStoppedException(
          name + ": stopped; of a single run nothing is kept", new InterruptedException());
    }
    return SingleRunFolder.write(folder, Provenance.of(name, values(), 1), hashed, others);
  }
}
