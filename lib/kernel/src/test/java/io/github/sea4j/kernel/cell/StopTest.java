package io.github.sea4j.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stop ends. A time limit is for a stop that does not come to its end at all. */
@Tag("slow")
@Timeout(60)
class StopTest {

  private static final String BEGUN = "io.github.sea4j.kernel.cell.Signals.begun();\n";

  private static Cells cells;

  @BeforeAll
  static void open() throws Exception {
    cells = new Cells();
    cells.run("import java.util.stream.*;\nimport java.util.concurrent.*;");
    cells.run("void spin() { while (true) { try { Thread.sleep(1); } catch (Throwable t) { } } }");
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  /** Runs a cell on another thread, stops it once it says that it has begun, and waits. */
  private static Throwable stopped(String code) throws Exception {
    Signals.reset();
    Throwable[] thrown = new Throwable[1];
    Thread shell = new Thread(() -> thrown[0] = cells.failure(code));
    shell.start();
    Signals.await(shell);
    cells.last().stop(() -> {});
    shell.join();
    return thrown[0];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "long c = 0; while (true) c++;",
        "{ long d = 0; while (true) { try { d++; } catch (Throwable t) { } } }",
        "while (true) { try { Thread.sleep(10); } catch (Throwable t) { } }",
        "while (true) { try { while (true) { Math.sin(1); } } catch (Throwable t) { } }",
        "void deep() { try { deep(); } catch (Throwable t) { deep(); } }\ndeep();",
        "IntStream.iterate(0, i -> i + 1).forEach(i -> { });",
        "IntStream.range(0, Integer.MAX_VALUE).parallel().forEach(i -> { while (true) { } });",
        "Thread t = new Thread(() -> { while (true) { } }); t.start(); t.join();",
        "CompletableFuture.runAsync(() -> { while (true) { } }).join();",
        "synchronized (Integer.class) { while (true) { } }",
        "Thread.sleep(1_000_000);",
        "spin();"
      })
  void codeOfACellEnds(String code) throws Exception {
    CellInterrupted interrupted = assertInstanceOf(CellInterrupted.class, stopped(BEGUN + code));
    assertNull(interrupted.value());
    assertNull(cells.last().leftBehind());
    await(() -> !cells.last().hasThreads());
    assertEquals(3, cells.run("1 + 2"));
  }

  @Test
  void threadsLeftBehindAStatementEndToo() throws Exception {
    Throwable thrown =
        stopped(
            "new Thread(() -> { while (true) { try { Thread.sleep(1); } catch (Throwable t) { } }"
                + " }).start();\n"
                + BEGUN
                + "Thread.sleep(1_000_000);");
    assertInstanceOf(CellInterrupted.class, thrown);
    await(() -> !cells.last().hasThreads());
  }

  @Test
  void anEndedCellsThreadsCanBeStopped() throws Exception {
    cells.run("new Thread(() -> { while (true) { } }).start();");
    CellRun ended = cells.last();
    assertTrue(ended.hasThreads());
    assertTrue(ended.stop(() -> {}));
    assertFalse(ended.stop(() -> {}), "it was asked for before");
    await(() -> !ended.hasThreads());
  }

  /** Another cell's thread goes on, and so do later cells on its threads. */
  @Test
  void othersAreLeftAlone() throws Exception {
    cells.run("volatile long beats = 0;");
    cells.run("ExecutorService pool = Executors.newFixedThreadPool(1);");
    cells.run("Thread other = new Thread(() -> { while (beats >= 0) { beats++; } });");
    cells.run("other.start();");
    assertInstanceOf(CellInterrupted.class, stopped(BEGUN + "while (true) { }"));
    assertEquals(true, cells.run("other.isAlive()"));
    long before = beats();
    await(() -> beats() > before);
    cells.run("beats = -1_000_000_000_000_000L;");
    assertEquals(
        6, cells.run("pool.submit(() -> { int p = 1; while (p < 6) p++; return p; }).get()"));
    cells.run("pool.shutdown();");
  }

  private long beats() throws Exception {
    return assertInstanceOf(Long.class, cells.run("beats"));
  }

  @Test
  void aStatementThatReturnsAllTheSameHasItsValueShown() throws Exception {
    cells.run(
        """
        int best() {
          io.github.sea4j.kernel.cell.Signals.begun();
          try { Thread.sleep(1_000_000); } catch (InterruptedException e) { }
          return 17;
        }
        """);
    CellInterrupted interrupted =
        assertInstanceOf(CellInterrupted.class, stopped("int b = best();\nint never = 1;"));
    assertEquals(17, interrupted.value());
    assertInstanceOf(CodeRejected.class, cells.failure("never"));
  }

  @Test
  void aForeignLoopIsLeftBehind() throws Exception {
    Throwable thrown = stopped("io.github.sea4j.kernel.cell.Signals.foreign();");
    CellRun left = cells.last();
    assertInstanceOf(CellInterrupted.class, thrown);
    String place = left.leftBehind();
    assertNotNull(place);
    assertTrue(place.contains("Signals.foreign") || place.contains("onSpinWait"), place);
    // Later cells run meanwhile, although polls are armed.
    assertEquals(55, cells.run("int s = 0; for (int i = 0; i <= 10; i++) s += i;\ns"));
    Signals.endForeign();
    await(() -> !left.hasThreads());
  }

  @Test
  void aCellThatWasStoppedBeforeItBeganDoesNothing() {
    CellRun cell = new CellRun(1);
    cell.stop(() -> {});
    Evaluator evaluator = cells.evaluator();
    assertThrowsInterrupted(() -> evaluator.eval("int z = 1;", "int z = 1;", cell));
    cell.close();
    assertInstanceOf(CodeRejected.class, cells.failure("z"));
  }

  private static void assertThrowsInterrupted(Callable<?> call) {
    org.junit.jupiter.api.Assertions.assertThrows(CellInterrupted.class, call::call);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      Thread.sleep(10);
    }
  }
}
