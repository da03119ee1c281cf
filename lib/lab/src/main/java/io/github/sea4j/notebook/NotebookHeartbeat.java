package io.github.sea4j.notebook;

import io.github.sea4j.solver.Heartbeat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * One line under the running cell that says how far a solve has come, if it takes longer than a
 * moment. A solve does not say when it ends; the line stays true, as it tells when it was written.
 */
final class NotebookHeartbeat implements Heartbeat {

  /** Between two signs of life. */
  static final Duration PERIOD = Duration.ofMillis(500);

  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Kernel kernel;
  private final Clock clock;
  private final String id = UUID.randomUUID().toString();
  private final Instant begun;
  private boolean shown;

  NotebookHeartbeat(Kernel kernel, Clock clock) {
    this.kernel = kernel;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** From any thread: the parts of a composition may run side by side. */
  @Override
  public synchronized void onBeat(Beat beat) {
    // Of all the solve: the beat counts from where the part at work began.
    Duration elapsed = Duration.between(begun, clock.instant());
    if (!shown && elapsed.compareTo(MOMENT) < 0) {
      return;
    }
    Output line = line(beat, elapsed);
    if (shown) {
      kernel.replace(line, id);
    } else {
      kernel.show(line, id);
      shown = true;
    }
  }

  private Output line(Beat beat, Duration elapsed) {
    String text =
        String.format(
            Locale.ROOT,
            "%s: %,d iterations, best relative residual %.3g; %.1f s so far, written %s",
            beat.solver(),
            beat.iterations(),
            beat.relativeResidual(),
            elapsed.toMillis() / 1e3,
            TIME.format(LocalDateTime.now(clock)));
    return Output.html("<small>" + HtmlTable.escape(text) + "</small>", text);
  }
}
