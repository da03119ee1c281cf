package io.github.sea4j.kernel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CellStreamTest {

  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final OutputTarget cell = (channel, text) -> shown.add(text);
  private final OutputQueue queue = new OutputQueue();
  private final ByteArrayOutputStream outside = new ByteArrayOutputStream();
  private @Nullable OutputTarget running = cell;
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
    assertEquals("a\u00e4\u20ac\uD83D\uDE00b", String.join("", shown));
  }

  @Test
  void withoutACellTextGoesOutside() throws Exception {
    running = null;
    PrintStream printer = new PrintStream(stream(), false, StandardCharsets.UTF_8);
    printer.print("log");
    printer.flush();
    assertEquals("log", outside.toString(StandardCharsets.UTF_8));
    assertEquals("", String.join("", shown));
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
    assertTrue(String.join("", shown).startsWith("y".repeat(900)), () -> String.join("", shown));
    assertTrue(String.join("", shown).contains("1,000"), () -> String.join("", shown));
    assertEquals(900, String.join("", shown).chars().filter(c -> c == 'y').count());
    List<String> next = new CopyOnWriteArrayList<>();
    running = (channel, each) -> next.add(each);
    stream.write(text, 0, text.length);
    queue.drain(30_000);
    assertEquals("y".repeat(300), String.join("", next));
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
