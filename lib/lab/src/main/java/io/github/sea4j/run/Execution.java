package io.github.sea4j.run;

import io.github.sea4j.check.Reason;
import io.github.sea4j.cluster.Cluster;
import io.github.sea4j.cluster.Recipe;
import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.store.RowFormat;
import io.github.sea4j.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a sweep is run: nothing here can be seen in its results. Immutable. */
public final class Execution {

  private static volatile Supplier<ProgressListener> defaultProgress =
      () -> ProgressListener.SILENT;

  private final int threads;
  private final @Nullable Path folder;
  private final @Nullable ProgressListener listener;
  private final boolean forgetting;
  private final Shard shard;
  private final @Nullable Cluster cluster;

  private Execution(
      int threads,
      @Nullable Path folder,
      @Nullable ProgressListener listener,
      boolean forgetting,
      Shard shard,
      @Nullable Cluster cluster) {
    this.cluster = cluster;
    this.forgetting = forgetting;
    this.shard = shard;
    this.threads = threads;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * As many threads as the library has, all cores unless told otherwise; results in memory,
   * progress shown where a default display was set.
   */
  public static Execution standard() {
    return new Execution(Workers.count(), null, null, false, Shard.ALL, null);
  }

  /** Sets what shows the progress of sweeps that name no listener: a notebook does, once. */
  public static void showProgressBy(Supplier<ProgressListener> display) {
    defaultProgress = display;
  }

  /** The same on a number of threads, at least 1. */
  public Execution withThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but is " + count);
    }
    return new Execution(count, folder, listener, forgetting, shard, cluster);
  }

  /** The same with results kept in a folder, where a stopped sweep is taken up again. */
  public Execution withFolder(Path path) {
    return new Execution(threads, path, listener, forgetting, shard, cluster);
  }

  /** The same with progress told to a listener. */
  public Execution withProgress(ProgressListener watcher) {
    return new Execution(threads, folder, watcher, forgetting, shard, cluster);
  }

  /** The same without memory: in memory, what a stopped sweep had finished is not gone on with. */
  public Execution forgetting() {
    return new Execution(threads, folder, listener, true, shard, cluster);
  }

  /**
   * The same for a part of the sweep only. Its results stay unfinished in their folder unless the
   * rest is there already; the folders of all shards are merged later.
   */
  public Execution withShard(Shard part) {
    return new Execution(threads, folder, listener, forgetting, part, cluster);
  }

  /** The same with its trials on a cluster, whatever the number of threads. */
  public Execution withCluster(Cluster place) {
    return new Execution(threads, folder, listener, forgetting, shard, place);
  }

  /** The part of the sweep that is run. */
  Shard shard() {
    return shard;
  }

  /** Where trials run; empty for threads of this program. */
  public Optional<Cluster> cluster() {
    return Optional.ofNullable(cluster);
  }

  /** Where results are kept; empty for memory. */
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** Who is told of the progress. */
  public ProgressListener progress() {
    return listener == null ? defaultProgress.get() : listener;
  }

  /** What runs the trials of a study. */
  <R, T extends TrialRunner.Task<R>> TrialRunner<R, T> runner(
      String experiment, Parameters parameters) {
    if (cluster == null) {
      return new TrialRunner<>(sink -> new ThreadLanes<>(threads, sink));
    }
    Recipe recipe = new Recipe(experiment, parameters.toMap());
    return new TrialRunner<>(sink -> new ClusterLanes<>(cluster, recipe, sink));
  }

  /** Opens the store for a study, see {@link Store}. */
  <K, R> Store<K, R> open(Provenance record, Growth growth, long mostRows, RowFormat<K, R> format)
      throws IOException {
    return folder == null
        ? Store.inMemory(forgetting ? "" : record.experiment() + " " + record.parameters())
        : Store.inFolder(folder, record, growth, mostRows, format);
  }

  /** The failure of a store, with the folder's name. */
  UncheckedIOException cannotKeepResults(IOException cause) {
    String place = folder().map(Path::toString).orElse("memory");
    return new UncheckedIOException(
        "cannot keep results in " + place + ": " + Reason.ofWriting(cause), cause);
  }
}
