package io.github.sea4j.cli;

import io.github.sea4j.run.ProgressListener;
import io.github.sea4j.run.SweepProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a sweep is: a bar on a terminal, a line every few seconds elsewhere. */
final class ProgressDisplay {

  /** Set to true by the start script where standard error is a terminal. */
  static final String TERMINAL = "sea4j.terminal";

  private ProgressDisplay() {}

  static ProgressListener on(PrintWriter err) {
    return Boolean.getBoolean(TERMINAL) ? new Bar(err) : new Lines(err, Duration.ofSeconds(5));
  }

  /** Plain lines: the first, the last, and no more than one in a while between them. */
  static final class Lines implements ProgressListener {
    private final PrintWriter err;
    private final long nanosBetween;
    private long last;
    private boolean begun;

    Lines(PrintWriter err, Duration between) {
      this.err = err;
      this.nanosBetween = between.toNanos();
    }

    @Override
    public void onProgress(SweepProgress progress) {
      long now = System.nanoTime();
      boolean over = progress.state() != SweepProgress.State.RUNNING;
      if (begun && !over && now - last < nanosBetween) {
        return;
      }
      begun = true;
      last = now;
      err.println(progress);
      err.flush();
    }
  }

  /** A bar with rate and time left; when it is over, one line in its place. */
  private static final class Bar implements ProgressListener {
    private final PrintWriter err;
    private @Nullable ProgressBar bar;
    private volatile @Nullable SweepProgress now;

    Bar(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void onProgress(SweepProgress progress) {
      now = progress;
      ProgressBar shown = bar;
      if (shown == null) {
        shown = open(progress);
        bar = shown;
      }
      shown.maxHint(progress.total());
      shown.stepTo(progress.done());
      shown.setExtraMessage(String.format(Locale.ROOT, "%.3g/s", progress.rate()));
      if (progress.state() != SweepProgress.State.RUNNING) {
        shown.close();
        err.println(progress);
        err.flush();
      }
    }

    private ProgressBar open(SweepProgress first) {
      return new ProgressBarBuilder()
          .setTaskName(first.experiment())
          .setInitialMax(first.total())
          .startsFrom(first.done(), Duration.ZERO)
          .setStyle(ProgressBarStyle.ASCII)
          .setConsumer(new ConsoleProgressBarConsumer(System.err))
          .setEtaFunction(state -> now == null ? Optional.empty() : now.timeLeft())
          .clearDisplayOnFinish()
          .setUpdateIntervalMillis(250)
          .build();
    }
  }
}
