package io.github.sea4j.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

  private final int before = Workers.count();

  @AfterEach
  void restore() {
    Workers.setCount(before);
  }

  private static List<Callable<Integer>> squares(int count) {
    return IntStream.range(0, count).<Callable<Integer>>mapToObj(i -> () -> i * i).toList();
  }

  @Test
  void resultsComeInTheOrderOfTheTasksOnAnyNumberOfThreads() {
    List<Integer> expected = IntStream.range(0, 50).map(i -> i * i).boxed().toList();
    for (int threads : new int[] {1, 2, 7, 1, 3}) {
      Workers.setCount(threads);
      assertEquals(expected, Workers.all(squares(50)));
    }
  }

  @Test
  void tasksInsideATaskRunOnItsThread() {
    Workers.setCount(2);
    Callable<Boolean> nested =
        () -> {
          Thread outer = Thread.currentThread();
          Callable<Thread> inner = Thread::currentThread;
          return Workers.count() == 1
              && Workers.all(List.of(inner, inner, inner)).stream().allMatch(outer::equals);
        };
    assertEquals(List.of(true, true, true), Workers.all(List.of(nested, nested, nested)));
    Workers.alone(
        () -> {
          Callable<Thread> here = Thread::currentThread;
          List<Thread> threads = Workers.all(List.of(here, here));
          assertSame(Thread.currentThread(), threads.get(0));
          assertSame(Thread.currentThread(), threads.get(1));
          return true;
        });
    assertEquals(2, Workers.count());
  }

  /** As many threads as set and no more, the calling one with the first part, all of them alone. */
  @Test
  void splitsIndicesAmongTheCallerAndOthers() {
    for (int threads : new int[] {1, 2, 3, 8}) {
      Workers.setCount(threads);
      int[] visits = new int[101];
      Thread[] visitor = new Thread[101];
      Workers.split(
          101,
          4,
          (from, to) -> {
            assertEquals(0, from % 4);
            for (int i = from; i < to; i++) {
              visits[i] += threads == 1 || Workers.count() == 1 ? 1 : 100;
              visitor[i] = Thread.currentThread();
            }
          });
      assertTrue(IntStream.of(visits).allMatch(count -> count == 1));
      assertSame(Thread.currentThread(), visitor[0]);
      assertTrue(Stream.of(visitor).distinct().count() <= threads);
      assertEquals(threads, Workers.count());
    }
  }

  @Test
  void aFailureOfAPartIsThrownOnceAllHaveEnded() {
    Workers.setCount(3);
    for (int bad : new int[] {0, 50, 99}) {
      AtomicInteger ended = new AtomicInteger();
      assertThrows(
          IllegalArgumentException.class,
          () ->
              Workers.split(
                  100,
                  1,
                  (from, to) -> {
                    ended.incrementAndGet();
                    if (from <= bad && bad < to) {
                      throw new IllegalArgumentException("bad");
                    }
                  }));
      assertEquals(3, ended.get());
      assertEquals(3, Workers.count());
    }
  }

  @Test
  void theFirstFailureInOrderIsThrownOnceAllHaveEnded() {
    Workers.setCount(2);
    Callable<Integer> fails =
        () -> {
          throw new IllegalArgumentException("first");
        };
    Callable<Integer> failsToo =
        () -> {
          throw new IllegalStateException("second");
        };
    Callable<Integer> fine = () -> 1;
    for (int threads = 1; threads <= 2; threads++) {
      Workers.setCount(threads);
      Throwable thrown =
          assertThrows(
              IllegalArgumentException.class,
              () -> Workers.all(List.of(fine, fails, failsToo, fine)));
      assertEquals("first", thrown.getMessage());
    }
  }

  @Test
  void onOneThreadNothingBeginsAfterAFailure() {
    Workers.setCount(1);
    AtomicInteger begun = new AtomicInteger();
    Callable<Integer> fails =
        () -> {
          throw new IllegalArgumentException("first");
        };
    assertThrows(
        IllegalArgumentException.class,
        () -> Workers.all(List.of(begun::incrementAndGet, fails, begun::incrementAndGet)));
    assertEquals(1, begun.get());
  }

  /** Two tasks run until they are interrupted, a third has not begun; all three answer. */
  @Test
  void anInterruptReachesEveryTaskAndNoResultIsLost() throws InterruptedException {
    Workers.setCount(2);
    CountDownLatch begun = new CountDownLatch(2);
    Callable<Boolean> untilInterrupted =
        () -> {
          begun.countDown();
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return true;
        };
    boolean[] flag = new boolean[1];
    int[] answers = new int[1];
    Thread caller =
        new Thread(
            () -> {
              answers[0] =
                  Workers.all(List.of(untilInterrupted, untilInterrupted, untilInterrupted)).size();
              flag[0] = Thread.currentThread().isInterrupted();
            });
    caller.start();
    begun.await();
    caller.interrupt();
    caller.join();
    assertEquals(3, answers[0]);
    assertTrue(flag[0], "the caller's interrupt flag is set");
    Callable<Boolean> flagged = () -> Thread.currentThread().isInterrupted();
    assertFalse(Workers.all(List.of(flagged, flagged)).contains(true), "the pool kept the flag");
  }
}
