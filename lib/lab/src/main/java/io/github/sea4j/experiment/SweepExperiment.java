package io.github.sea4j.experiment;

import io.github.sea4j.cluster.Cluster;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.run.Execution;
import io.github.sea4j.run.ProgressListener;
import io.github.sea4j.run.Protocol;
import io.github.sea4j.run.Shard;
import io.github.sea4j.run.Study;
import io.github.sea4j.run.Sweep;
import io.github.sea4j.store.Growth;
import io.github.sea4j.store.LibraryBuild;
import io.github.sea4j.summary.CellMeans;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.TrialRow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * An experiment that is a sweep: how it is run, and the table it gives.
 *
 * @param <E> the experiment itself
 */
public abstract non-sealed class SweepExperiment<E extends SweepExperiment<E>>
    extends Experiment<E> {

  /** Parameter: instances in each cell, or at most so many. */
  public static final String INSTANCES = "instances";

  SweepExperiment(Setup setup) {
    super(setup);
  }

  @Override
  final void check() {
    sweep();
  }

  /** What the present parameters ask to be run. */
  public abstract Study sweep();

  /** These cells under a protocol, with the present parameters. */
  final <R extends TrialRow> Sweep<R> sweep(List<Cell> cells, Protocol<R> protocol, Growth growth) {
    int trials = values().integer(INSTANCES, 1);
    return new Sweep<>(name(), values(), cells, trials, values().whole(SEED), protocol, growth);
  }

  /** What a preset decides, by name: how large the experiment is, and nothing else. */
  abstract Map<String, String> size(Preset preset);

  /** The same in the size of a preset; what was set before is kept where the preset is silent. */
  public final E preset(Preset preset) {
    return with(size(preset));
  }

  /** The same about a minute long. */
  public final E quick() {
    return preset(Preset.QUICK);
  }

  /** The same at full scale. */
  public final E paper() {
    return preset(Preset.PAPER);
  }

  /** The same with this many instances in each cell. */
  public final E instances(int count) {
    return with(INSTANCES, Integer.toString(count));
  }

  /** The same on this many threads; the results do not depend on it. */
  public final E threads(int count) {
    return with(setup().with(setup().execution().withThreads(count)));
  }

  /**
   * The same with its results kept in a folder, where it goes on after a stop.
   *
   * @throws IllegalArgumentException naming a solver that cannot be kept in a file
   */
  public final E into(Path folder) {
    return with(setup().with(setup().execution().withFolder(folder)));
  }

  /** The same with its results kept in a folder, see {@link #into(Path)}. */
  public final E into(String folder) {
    return into(Path.of(folder));
  }

  /**
   * The same for a part of its units only, into a folder of its own: so several machines share a
   * sweep.
   */
  public final E shard(Shard part) {
    return with(setup().with(setup().execution().withShard(part)));
  }

  /**
   * The same with its trials on a cluster, such as {@code Cluster.spark("local[2]")}; the results
   * do not depend on it.
   *
   * @throws IllegalArgumentException naming a solver or a generator that only this program has
   */
  public final E on(Cluster cluster) {
    return with(setup().with(setup().execution().withCluster(cluster)));
  }

  /** The same with its progress told to a listener. */
  public final E onProgress(ProgressListener listener) {
    return with(setup().with(setup().execution().withProgress(listener)));
  }

  /**
   * Runs the sweep, or what is left of it.
   *
   * @return the results table
   * @see Study#run
   */
  public final Table run() {
    Execution execution = setup().execution();
    return sweep().run(setup().given().isEmpty() ? execution : execution.forgetting());
  }

  /**
   * The results that come with the project, if they answer what this experiment asks: its size is
   * that of a preset, whichever, and all else is as it was for them. Otherwise runs it.
   *
   * @return the results, and which of the two they are
   */
  public final ExperimentResults storedOrRun() {
    Optional<ExperimentResults> stored = stored();
    return stored
        .filter(this::answers)
        .orElseGet(() -> runNow(stored.isEmpty() ? "none are stored" : "the stored ones differ"));
  }

  /**
   * Means of the solvers in each cell, see {@link CellMeans}: those that come with the project,
   * which are of more instances than it keeps rows of, if they answer what this experiment asks;
   * else of what {@link #storedOrRun} gives.
   *
   * @return the means, and which of the two they are
   * @throws IllegalArgumentException if this experiment does not compare solvers cell by cell
   */
  public final ExperimentResults storedMeansOrRun() {
    return StoredResults.meansOf(this)
        .filter(this::answers)
        .orElseGet(
            () -> {
              ExperimentResults rows = storedOrRun();
              return new ExperimentResults(
                  CellMeans.of(rows.table()), rows.parameters(), rows.origin());
            });
  }

  private boolean answers(ExperimentResults stored) {
    return setup().given().isEmpty() && isAnsweredBy(stored.parameters());
  }

  final boolean isAnsweredBy(Map<String, String> stored) {
    Map<String, String> here = parameters();
    boolean ofAPreset =
        Arrays.stream(Preset.values())
            .anyMatch(preset -> here.entrySet().containsAll(size(preset).entrySet()));
    Set<String> free = size(Preset.PAPER).keySet();
    return ofAPreset
        && here.entrySet().stream()
            .filter(parameter -> !free.contains(parameter.getKey()))
            .allMatch(stored.entrySet()::contains);
  }

  private ExperimentResults runNow(String reason) {
    String origin =
        "run now, as %s: at most %s instances a point, seed %s; sea4j %s, commit %s"
            .formatted(
                reason,
                values().text(INSTANCES),
                values().text(SEED),
                LibraryBuild.version(),
                LibraryBuild.commit());
    return new ExperimentResults(run(), parameters(), origin);
  }

  /** The finished results in {@code data/results/NAME} of the project, if there are any. */
  public final Optional<ExperimentResults> stored() {
    return StoredResults.of(this);
  }

  /** A cell for each noise level and, within it, each number of non-zeros. */
  final List<Cell> cells(InstanceGenerator shape) {
    List<Integer> sparsities = values().integers(ComparisonExperiment.SPARSITIES);
    return values().decibels(ProblemFamily.SIGNAL_TO_NOISE).stream()
        .flatMap(
            level ->
                sparsities.stream().map(k -> new Cell(shape.rows(), shape.columns(), k, level)))
        .toList();
  }

  /** Loads the finished results in a folder. */
  Table read(Path folder) {
    return ResultTable.read(folder);
  }
}
