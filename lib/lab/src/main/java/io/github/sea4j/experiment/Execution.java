package io.github.sea4j.experiment;

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

  private Execution(int threads, @Nullable Path folder, @Nullable ProgressListener listener) {
    this.threads = threads;
    this.folder = folder;
    this.listener = listener;
  }

  /** All cores, results in memory, progress shown where a default display was set. */
  public static Execution standard() {
    return new Execution(Runtime.getRuntime().availableProcessors(), null, null);
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
    return new Execution(count, folder, listener);
  }

  /** The same with results kept in a folder, where a stopped sweep is taken up again. */
  public Execution withFolder(Path path) {
    return new Execution(threads, path, listener);
  }

  /** The same with progress told to a listener. */
  public Execution withProgress(ProgressListener watcher) {
    return new Execution(threads, folder, watcher);
  }

  /** Number of worker threads. */
  public int threads() {
    return threads;
  }

  /** Where results are kept; empty for memory. */
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** Who is told of the progress. */
  public ProgressListener progress() {
    return listener == null ? defaultProgress.get() : listener;
  }

  /** The failure of a store, with the folder's name. */
  UncheckedIOException cannotKeepResults(IOException cause) {
    String place = folder().map(Path::toString).orElse("memory");
    return new UncheckedIOException("cannot keep results in " + place + ": " + cause, cause);
  }
}
