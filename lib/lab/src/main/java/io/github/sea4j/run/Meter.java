package io.github.sea4j.run;

import java.time.Duration;

/** Tells a listener how far a study is; the end exactly once. */
final class Meter {

  private final String experiment;
  private final String unit;
  private final ProgressListener listener;
  private final long resumed;
  private final long total;
  private final long start = System.nanoTime();
  private boolean ended;

  /** Reports the start at once. */
  Meter(String experiment, String unit, ProgressListener listener, long resumed, long total) {
    this.experiment = experiment;
    this.unit = unit;
    this.listener = listener;
    this.resumed = resumed;
    this.total = total;
    report(SweepProgress.State.RUNNING, resumed);
  }

  void report(SweepProgress.State state, long done) {
    ended = state != SweepProgress.State.RUNNING;
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    listener.onProgress(new SweepProgress(experiment, state, done, total, resumed, elapsed, unit));
  }

  /** The end of a study that did not finish; nothing after one that did. */
  void stopped(long done) {
    if (!ended) {
      report(SweepProgress.State.STOPPED, done);
    }
  }
}
