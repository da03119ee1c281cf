package io.github.sea4j.run;

/** Is told how far a sweep is: once at the start, after each trial, once at the end. */
@FunctionalInterface
public interface ProgressListener {

  /** A listener that shows nothing. */
  ProgressListener SILENT = progress -> {};

  /** Called on the thread that runs the sweep; should return quickly. */
  void onProgress(SweepProgress progress);
}
