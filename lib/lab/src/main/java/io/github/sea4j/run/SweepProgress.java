package io.github.sea4j.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a sweep is.
 *
 * @param experiment name of the experiment
 * @param state whether it goes on
 * @param done finished trials or searches, those of earlier runs included
 * @param total all of them
 * @param resumed those that earlier runs had finished
 * @param elapsed wall-clock time of this run
 * @param unit what is counted, in the plural: {@code trials}, or {@code searches} where a study
 *     finds its own number of trials
 */
public record SweepProgress(
    String experiment,
    State state,
    long done,
    long total,
    long resumed,
    Duration elapsed,
    String unit) {

  /** Whether a sweep goes on. */
  public enum State {
    /** More is to come. */
    RUNNING,
    /** All is done. */
    FINISHED,
    /** Ended before all was done. */
    STOPPED
  }

  /** Trials or searches per second of this run; 0 before the first. */
  public double rate() {
    double seconds = elapsed.toNanos() / 1e9;
    return done == resumed || seconds == 0 ? 0 : (done - resumed) / seconds;
  }

  /** Expected time to the end at the present rate; empty before the first. */
  public Optional<Duration> timeLeft() {
    double rate = rate();
    return rate == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(1000 * (total - done) / rate)));
  }

  /** One line for a person. */
  @Override
  public String toString() {
    String counted =
        String.format(
            Locale.ROOT, "%s: %d of %d %s, %.3g per second", experiment, done, total, unit, rate());
    return switch (state) {
      case RUNNING -> counted + timeLeft().map(left -> ", " + clock(left) + " left").orElse("");
      case FINISHED -> counted + ", done in " + clock(elapsed) + fromEarlier();
      case STOPPED -> counted + ", stopped after " + clock(elapsed) + fromEarlier();
    };
  }

  private String fromEarlier() {
    return resumed == 0 ? "" : " (" + resumed + " from an earlier run)";
  }

  private static String clock(Duration time) {
    long seconds = Math.round(time.toMillis() / 1000.0);
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }
}
