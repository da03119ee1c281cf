package io.github.sea4j.notebook;

import io.github.sea4j.run.ProgressListener;
import io.github.sea4j.run.SweepProgress;
import java.util.Locale;
import java.util.UUID;

/** A bar with rate and time left under the running cell; one line remains of it at the end. */
final class NotebookProgress implements ProgressListener {

  /** Kernels lose bursts of messages. */
  private static final long NANOS_BETWEEN_UPDATES = 100_000_000;

  private final Kernel kernel;
  private final String id = UUID.randomUUID().toString();
  private boolean shown;
  private long lastUpdate;

  NotebookProgress(Kernel kernel) {
    this.kernel = kernel;
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

  private static Output view(SweepProgress progress) {
    String text = progress.toString();
    String line = "<small>" + HtmlTable.escape(text) + "</small>";
    return progress.state() == SweepProgress.State.RUNNING
        ? Output.html(bar(progress) + " " + line, text)
        : Output.html(line, text);
  }

  private static String bar(SweepProgress progress) {
    return String.format(
        Locale.ROOT,
        "<progress value=\"%d\" max=\"%d\"></progress>",
        progress.done(),
        progress.total());
  }
}
