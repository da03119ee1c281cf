package io.github.sea4j.kernel.output;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Sends printed text and messages in the order in which they came, on one thread that no stop
 * interrupts: an interrupted write would close the connection.
 *
 * <p>Text is gathered for 50 ms, and longer the more a cell has printed: with each message a page
 * draws anew all that the cell has printed, so that messages at a steady pace cost it the square of
 * the text's length. Who prints faster than the notebook takes it waits.
 */
public final class OutputQueue {

  private static final System.Logger LOGGER = System.getLogger(OutputQueue.class.getName());

  private static final long GATHER_MILLIS = 50;
  private static final long LONG_MILLIS = 60_000;
  private static final double GATHER_MILLIS_A_CHARACTER_SENT = 0.002;
  private static final int MOST_UNSENT = 1_000_000;
  private static final int MOST_BYTES_A_MESSAGE = 1_000_000;
  private static final int STOCK_BYTES = 1_500_000;
  private static final int BYTES_A_SECOND = 400_000;

  /** Text, or where that is null a message to be sent. */
  private record Item(Runnable message, @Nullable Printed printed) {}

  private final Deque<Item> items = new ArrayDeque<>();
  private final Allowance allowance = new Allowance(STOCK_BYTES, BYTES_A_SECOND, System.nanoTime());
  private int unsent;
  private boolean sending;
  private @Nullable OutputTarget lastTarget;
  private int sentToLast;

  /** Starts the thread that sends. */
  public OutputQueue() {
    Thread sender = new Thread(this::sendForever, "output");
    sender.setDaemon(true);
    sender.start();
  }

  /** Sends a message after all that came before it. */
  public synchronized void post(Runnable message) {
    items.addLast(new Item(message, null));
    notifyAll();
  }

  /**
   * Sends a text after all that came before it, with what follows it within a moment; returns when
   * it is the text's turn soon enough. An interrupt does not cut that wait short, or a thread that
   * was interrupted once could print without measure.
   *
   * @param gate called while it waits; throws where the printing thread is to end
   */
  public synchronized void print(OutputTarget target, Channel channel, String text, Runnable gate) {
    Item last = items.peekLast();
    Printed printed = last == null ? null : last.printed();
    if (printed == null || !printed.takes(target, channel)) {
      printed = new Printed(target, channel);
      items.addLast(new Item(() -> {}, printed));
      notifyAll();
    }
    printed.append(text);
    unsent += text.length();
    boolean interrupted = false;
    while (unsent > MOST_UNSENT) {
      gate.run();
      try {
        wait(GATHER_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Forgets what is unsent of a target's text.
   *
   * @return the number of characters
   */
  public synchronized int forget(OutputTarget target) {
    int forgotten = 0;
    for (Item item : items) {
      Printed printed = item.printed();
      if (printed != null && printed.target() == target) {
        forgotten += printed.take(Integer.MAX_VALUE).length();
      }
    }
    unsent -= forgotten;
    notifyAll();
    return forgotten;
  }

  /** Waits until all is sent, at most so long. */
  public synchronized void drain(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!items.isEmpty() || sending) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  private void sendForever() {
    while (true) {
      try {
        next().run();
      } catch (InterruptedException | RuntimeException e) {
        // One message is lost; the output goes on.
        LOGGER.log(System.Logger.Level.WARNING, "an output could not be sent", e);
      } finally {
        sent();
      }
    }
  }

  private synchronized void sent() {
    sending = false;
    notifyAll();
  }

  private synchronized Runnable next() throws InterruptedException {
    long millis = millisToWait();
    while (millis > 0) {
      wait(millis);
      millis = millisToWait();
    }
    sending = true;
    return take();
  }

  /** How long the first item has to wait, 0 if its turn is now. Text that may grow waits. */
  private long millisToWait() {
    Item first = items.peekFirst();
    if (first == null) {
      return LONG_MILLIS;
    }
    Printed printed = first.printed();
    if (printed == null || printed.length() == 0) {
      return 0;
    }
    if (allowance.at(System.nanoTime()) < Math.min(printed.bytes(), MOST_BYTES_A_MESSAGE)) {
      return GATHER_MILLIS;
    }
    boolean grows = items.size() == 1 && printed.bytes() < MOST_BYTES_A_MESSAGE;
    return grows ? Math.max(0, gatherMillis(printed.target()) - printed.millisOld()) : 0;
  }

  private long gatherMillis(OutputTarget target) {
    int sent = target == lastTarget ? sentToLast : 0;
    return Math.max(GATHER_MILLIS, (long) (GATHER_MILLIS_A_CHARACTER_SENT * sent));
  }

  /** Takes the first message out of the queue, or as much of the first text as makes one. */
  private Runnable take() {
    Item first = items.removeFirst();
    Printed printed = first.printed();
    if (printed == null) {
      return first.message();
    }
    int bytes = printed.bytes();
    String text = printed.take(MOST_BYTES_A_MESSAGE);
    if (printed.length() > 0) {
      items.addFirst(first);
    }
    unsent -= text.length();
    allowance.spend(bytes - printed.bytes());
    sentToLast = text.length() + (printed.target() == lastTarget ? sentToLast : 0);
    lastTarget = printed.target();
    notifyAll();
    return text.isEmpty() ? () -> {} : () -> printed.target().send(printed.channel(), text);
  }
}
