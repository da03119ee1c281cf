package io.github.sea4j.kernel.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code System.out} or {@code System.err} writes to: the running cell, and the process's own
 * stream where no cell runs. A cell that prints too much for a notebook is cut off with a note.
 */
public final class CellStream extends OutputStream {

  /** What a cell may print: with more a browser's page no longer answers. */
  public static final int MOST_CHARACTERS = 2_000_000;

  private final OutputQueue queue;
  private final Channel channel;
  private final OutputStream outside;
  private final Supplier<@Nullable OutputTarget> running;
  private final Runnable gate;
  private final int most;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer undecoded = ByteBuffer.allocate(0);
  private @Nullable OutputTarget last;
  private int printed;

  /**
   * A stream into a queue.
   *
   * @param outside where text goes while no cell runs
   * @param running the cell that runs now, null for none
   * @param gate called before every write; throws where the writing thread is to end
   * @param most characters that one cell may print
   */
  public CellStream(
      OutputQueue queue,
      Channel channel,
      OutputStream outside,
      Supplier<@Nullable OutputTarget> running,
      Runnable gate,
      int most) {
    this.most = most;
    this.queue = queue;
    this.channel = channel;
    this.outside = outside;
    this.running = running;
    this.gate = gate;
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    gate.run();
    OutputTarget target = running.get();
    if (target == null) {
      outside.write(bytes, offset, length);
      return;
    }
    String text = within(target, bytes, offset, length);
    if (!text.isEmpty()) {
      queue.print(target, channel, text, gate);
    }
  }

  /** The text, or what of it the cell may still print, and the note that it may no more. */
  private synchronized String within(OutputTarget target, byte[] bytes, int offset, int length) {
    if (target != last) {
      last = target;
      printed = 0;
    }
    if (printed > most) {
      return "";
    }
    String text = decode(bytes, offset, length);
    printed += text.length();
    return printed <= most
        ? text
        : "%n[This cell printed %,d characters; what follows is not shown.]%n".formatted(most);
  }

  /** Keeps the first bytes of a character whose last ones are yet to come. */
  private String decode(byte[] bytes, int offset, int length) {
    ByteBuffer all = ByteBuffer.allocate(undecoded.remaining() + length);
    all.put(undecoded).put(bytes, offset, length).flip();
    CharBuffer text = CharBuffer.allocate(all.remaining() + 1);
    decoder.decode(all, text, false);
    undecoded = all;
    return text.flip().toString();
  }

  @Override
  public void flush() throws IOException {
    if (running.get() == null) {
      outside.flush();
    }
  }
}
