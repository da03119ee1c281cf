package io.github.sea4j.kernel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutputQueueTest {

  private static final long LONG = 30_000;

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final OutputTarget target = (channel, text) -> sent.add(channel + ":" + text);

  private static void open() {}

  @Test
  void printsAreGatheredAndNothingOvertakes() throws Exception {
    OutputQueue queue = new OutputQueue();
    synchronized (queue) { // Nothing is sent in between, however slow the machine is.
      for (int i = 0; i < 5; i++) {
        queue.print(target, Channel.OUT, i + ",", OutputQueueTest::open);
      }
    }
    queue.print(target, Channel.ERR, "e", OutputQueueTest::open);
    queue.print(target, Channel.OUT, "o", OutputQueueTest::open);
    queue.post(() -> sent.add("message"));
    queue.print(target, Channel.OUT, "after", OutputQueueTest::open);
    queue.drain(LONG);
    assertEquals(List.of("OUT:0,1,2,3,4,", "ERR:e", "OUT:o", "message", "OUT:after"), sent);
  }

  @Test
  void aBurstIsCompleteAndFewMessages() throws Exception {
    OutputQueue queue = new OutputQueue();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      String line = "line " + i + "\n";
      all.append(line);
      queue.print(target, Channel.OUT, line, OutputQueueTest::open);
    }
    queue.drain(LONG);
    String received = sent.stream().map(each -> each.substring(4)).collect(Collectors.joining());
    assertEquals(all.toString(), received);
    assertTrue(sent.size() < 1000, "messages: " + sent.size());
  }

  /** A page draws all of a cell's text with each message. */
  @Test
  void theMoreACellHasPrintedTheFewerItsMessages() throws Exception {
    OutputQueue queue = new OutputQueue();
    queue.print(target, Channel.OUT, "x".repeat(400_000), OutputQueueTest::open);
    queue.drain(LONG);
    int before = sent.size();
    long start = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      queue.print(target, Channel.OUT, "y", OutputQueueTest::open);
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(sent.size() - before <= seconds / 0.8, "messages: " + (sent.size() - before));
    queue.drain(LONG);
    assertEquals(400_050, sent.stream().mapToInt(each -> each.length() - 4).sum());
  }

  @Test
  void whoPrintsTooMuchWaitsUntilTheGateCloses() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    OutputQueue queue = new OutputQueue();
    queue.post(
        () -> {
          try {
            blocked.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Thread.currentThread().interrupt();
    int[] asked = new int[1];
    Runnable closing =
        () -> {
          if (++asked[0] > 3) {
            throw new IllegalStateException("closed");
          }
        };
    assertThrows(
        IllegalStateException.class,
        () -> {
          while (true) {
            queue.print(target, Channel.OUT, "x".repeat(10_000), closing);
          }
        });
    assertEquals(4, asked[0], "an interrupt does not let it print on");
    Thread.interrupted();
    assertTrue(queue.forget(target) > 0);
    blocked.countDown();
    queue.drain(LONG);
    assertEquals(List.of(), sent);
  }

  @Test
  void aMessageThatFailsIsTheOnlyOneLost() throws Exception {
    OutputQueue queue = new OutputQueue();
    java.util.logging.Logger logger =
        java.util.logging.Logger.getLogger(OutputQueue.class.getName());
    logger.setLevel(java.util.logging.Level.OFF);
    queue.post(
        () -> {
          throw new IllegalStateException("cannot be sent");
        });
    queue.post(() -> sent.add("next"));
    queue.drain(LONG);
    assertEquals(List.of("next"), sent);
  }

  @Test
  void noPairOfSurrogatesIsTornApart() {
    Printed printed = new Printed(target, Channel.OUT);
    printed.append("ab\uD83D\uDE00c");
    assertEquals(7, printed.bytes());
    assertEquals("ab", printed.take(4));
    assertEquals("\uD83D\uDE00c", printed.take(5));
    assertEquals(0, printed.length());
    assertEquals(0, printed.bytes());
  }
}
