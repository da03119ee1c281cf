package io.github.sea4j.kernel.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.kernel.cell.CellInterrupted;
import io.github.sea4j.kernel.cell.Cells;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

  private static Cells cells;

  @BeforeAll
  static void open() throws Exception {
    cells = new Cells();
    cells.run("int f(int x) {\n  return 1 / x;\n}");
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  private static ErrorText of(String code) {
    return ErrorText.of(cells.failure(code), cells.evaluator(), cells.count());
  }

  private static List<String> lines(String code) {
    return of(code).lines().stream().map(line -> line.replaceAll("\u001b\\[[\\d;]*m", "")).toList();
  }

  @Test
  void exceptionsShowTheLinesOfCells() {
    int declared = 1;
    assertEquals(
        List.of(
            "ArithmeticException: / by zero",
            "    at line 2 of cell [" + declared + "]: return 1 / x;",
            "    at line 2: f(0)"),
        lines("int y = 1;\nf(0)"));
    assertEquals("ArithmeticException", of("f(0)").name());
    assertEquals("/ by zero", of("f(0)").message());
  }

  @Test
  void causesAndCallsOfLibrariesAreShort() {
    List<String> lines =
        lines("throw new IllegalStateException(\"a\", new RuntimeException(\"b\"));");
    assertEquals("IllegalStateException: a", lines.get(0));
    assertTrue(lines.contains("caused by RuntimeException: b"), lines::toString);
    List<String> library = lines("java.util.List.of(1, 2, 3, 4).get(9)");
    assertTrue(library.size() <= 5, library::toString);
    assertTrue(library.get(library.size() - 1).startsWith("    at line 1"), library::toString);
    assertFalse(String.join("", library).contains("sea4j"), library::toString);
    List<String> lambda = lines("java.util.stream.Stream.of(0).map(i -> 1 / i).toList()");
    assertEquals(2, lambda.size(), lambda::toString);
  }

  @Test
  void aRefusalOfOursIsOneLine() {
    assertEquals(
        List.of("IllegalArgumentException: k is 0, but at least 1  (line 3)"),
        lines("\n\nio.github.sea4j.kernel.cell.Signals.requirePositive(0);"));
  }

  @Test
  void theClassesThatJShellWrapsAroundCodeAreNotTold() {
    List<String> lines = lines("String s = null;\ns.length()");
    assertTrue(lines.get(0).contains("\"s\" is null"), lines::toString);
  }

  @Test
  void theCompilersWordsHaveTheirPlace() {
    assertEquals(
        List.of(
            "line 3: cannot find symbol",
            "    int z = nothing(3);",
            "            ^^^^^^^",
            "    symbol:   method nothing(int)"),
        lines("\nint a = 1;\nint z = nothing(3);"));
    assertEquals(
        List.of("line 2: incomplete code, a bracket or quote is open", "    f("),
        lines("int b = 1;\nf("));
    List<String> unresolved = lines("int g() { return later(); }\ng()");
    assertTrue(unresolved.get(0).contains("method later()"), unresolved::toString);
  }

  @Test
  void aStopSaysWhatItLeftBehind() {
    CellInterrupted stopped = CellInterrupted.beforeStart();
    assertEquals(1, ErrorText.of(stopped, null).lines().size());
    assertTrue(ErrorText.of(stopped, "a.B.c").lines().get(1).contains("a.B.c"));
  }
}
