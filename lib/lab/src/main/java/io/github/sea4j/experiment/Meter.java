package io.github.sea4j.experiment;

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
    report(Progress.State.RUNNING, resumed);
  }

  void report(Progress.State state, long done) {
    ended = state != Progress.State.RUNNING;
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    listener.onProgress(new Progress(experiment, state, done, total, resumed, elapsed, unit));
  }

  /** The end of a study that did not finish; nothing after one that did. */
  void stopped(long done) {
    if (!ended) {
      report(Progress.State.STOPPED, done);
    }
  }
}
