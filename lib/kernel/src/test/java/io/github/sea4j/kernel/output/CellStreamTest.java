package io.github.sea4j.kernel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CellStreamTest {

  private final StringBuffer shown = new StringBuffer();
  private final Target cell = (channel, text) -> shown.append(text);
  private final OutputQueue queue = new OutputQueue();
  private final ByteArrayOutputStream outside = new ByteArrayOutputStream();
  private @Nullable Target running = cell;
  private boolean closed;

  private CellStream stream() {
    return new CellStream(
        queue,
        Channel.OUT,
        outside,
        () -> running,
        () -> {
          if (closed) {
            throw new IllegalStateException("stopped");
          }
        },
        1000);
  }

  @Test
  void charactersMayComeByteByByte() throws Exception {
    CellStream stream = stream();
    for (byte each : "a\u00e4\u20ac\uD83D\uDE00b".getBytes(StandardCharsets.UTF_8)) {
      stream.write(each);
    }
    queue.drain(30_000);
    assertEquals("a\u00e4\u20ac\uD83D\uDE00b", shown.toString());
  }

  @Test
  void withoutACellTextGoesOutside() throws Exception {
    running = null;
    PrintStream printer = new PrintStream(stream(), false, StandardCharsets.UTF_8);
    printer.print("log");
    printer.flush();
    assertEquals("log", outside.toString(StandardCharsets.UTF_8));
    assertEquals("", shown.toString());
  }

  @Test
  void aStoppedCellPrintsNothing() {
    closed = true;
    PrintStream printer = new PrintStream(stream(), false, StandardCharsets.UTF_8);
    assertThrows(IllegalStateException.class, () -> printer.print("x"));
  }

  @Test
  void tooMuchIsCutWithANoteAndTheNextCellBeginsAnew() throws Exception {
    CellStream stream = stream();
    byte[] text = "y".repeat(300).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 6; i++) {
      stream.write(text, 0, text.length);
    }
    queue.drain(30_000);
    assertTrue(shown.toString().startsWith("y".repeat(900)), shown::toString);
    assertTrue(shown.toString().contains("1,000"), shown::toString);
    assertEquals(900, shown.chars().filter(c -> c == 'y').count());
    StringBuffer next = new StringBuffer();
    running = (channel, each) -> next.append(each);
    stream.write(text, 0, text.length);
    queue.drain(30_000);
    assertEquals("y".repeat(300), next.toString());
  }

  @Test
  void aLongValueIsCutWithANote() {
    assertEquals("z".repeat(20_000), ShortText.of("z".repeat(20_000)));
    String cut = ShortText.of("z".repeat(20_001));
    assertTrue(cut.startsWith("z".repeat(20_000)), "the beginning is shown");
    assertTrue(cut.contains("1 more"), cut.substring(20_000));
    String torn = ShortText.of("z".repeat(19_999) + "\uD83D\uDE00z");
    assertTrue(torn.startsWith("z".repeat(19_999) + System.lineSeparator()), "a pair is torn");
  }
}
