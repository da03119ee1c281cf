package io.github.sea4j.notebook;

import io.github.sea4j.run.ProgressListener;
import io.github.sea4j.run.SweepProgress;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * A bar with rate and time left under the running cell; one line remains of it at the end. A page
 * that was closed while the cell ran keeps the last bar for ever: so a bar says when it was
 * written.
 */
final class NotebookProgress implements ProgressListener {

  /** Kernels lose bursts of messages. */
  private static final long NANOS_BETWEEN_UPDATES = 100_000_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Kernel kernel;
  private final Clock clock;
  private final String id = UUID.randomUUID().toString();
  private boolean shown;
  private long lastUpdate;

  NotebookProgress(Kernel kernel, Clock clock) {
    this.kernel = kernel;
    this.clock = clock;
  }

  @Override
  public synchronized void onProgress(SweepProgress progress) {
    long now = System.nanoTime();
    if (!shown) {
      kernel.show(view(progress), id);
      shown = true;
      lastUpdate = now;
    } else if (progress.state() != SweepProgress.State.RUNNING
        || now - lastUpdate >= NANOS_BETWEEN_UPDATES) {
      kernel.replace(view(progress), id);
      lastUpdate = now;
    }
  }

  private Output view(SweepProgress progress) {
    String text = progress.toString();
    String line = "<small>" + HtmlTable.escape(text) + "</small>";
    if (progress.state() != SweepProgress.State.RUNNING) {
      return Output.html(line, text);
    }
    String written = "written " + TIME.format(LocalDateTime.now(clock));
    String note =
        "<br><small>"
            + written
            + "; if that stands still, this page was closed while the cell ran, or the kernel has"
            + " ended. With <code>.into(folder)</code> the results are kept, and a stopped run goes"
            + " on.</small>";
    return Output.html(bar(progress) + " " + line + note, text + ", " + written);
  }

  private static String bar(SweepProgress progress) {
    return String.format(
        Locale.ROOT,
        "<progress value=\"%d\" max=\"%d\"></progress>",
        progress.done(),
        progress.total());
  }
}
