package io.github.sea4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentTest {

  @Test
  void aKilledParentIsNoticed() throws IOException, InterruptedException {
    Process parent = new ProcessBuilder("sleep", "600").start();
    CountDownLatch gone = new CountDownLatch(1);
    try {
      Parent.watch(Map.of(Parent.KEY, Long.toString(parent.pid())), gone::countDown);
      assertEquals(1, gone.getCount(), "it lives");
    } finally {
      parent.destroyForcibly();
    }
    assertTrue(gone.await(60, TimeUnit.SECONDS));
  }

  @Test
  void withoutANumberNothingIsWatched() {
    for (String number : new String[] {"", "abc", "-1", "0", "999999999999999999999"}) {
      Parent.watch(
          Map.of(Parent.KEY, number),
          () -> {
            throw new AssertionError(number);
          });
    }
    Parent.watch(Map.of(), () -> {});
  }
}
