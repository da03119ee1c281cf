package io.github.sea4j.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import jdk.jshell.EvalException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

  private static Cells cells;

  @BeforeAll
  static void open() {
    cells = new Cells();
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  @Test
  void expressionsShowTheirValueAndStatementsDoNot() throws Exception {
    assertEquals(42, cells.run("40 + 2"));
    assertNull(cells.run("int a = 3;"));
    assertEquals(3, cells.run("a"));
    assertNull(cells.run("a = 4;"));
    assertNull(cells.run("if (a > 3) { a++; }"));
    assertEquals(5, cells.run("int f(int x) { return x; }\n\n// twice\nf(a)"));
    assertNull(cells.run("// nothing\n"));
    assertNull(cells.run("(Object) null"));
  }

  @Test
  void exceptionsNameTheLinesOfTheirCells() throws Exception {
    cells.run("\n\n// a comment\nint divide(int x) {\n  return 1 / x;\n}");
    int declared = cells.count();
    EvalException thrown =
        assertInstanceOf(EvalException.class, cells.failure("int b = 0;\n\ndivide(b)"));
    Place inside = place(thrown, 0);
    assertEquals(declared, inside.cell());
    assertEquals("return 1 / x;", inside.text(thrown.getStackTrace()[0].getLineNumber()));
    Place outside = place(thrown, 1);
    assertEquals(cells.count(), outside.cell());
    assertEquals(3, outside.line(thrown.getStackTrace()[1].getLineNumber()));
  }

  private static Place place(EvalException thrown, int frame) {
    String id = String.valueOf(thrown.getStackTrace()[frame].getFileName()).substring(1);
    Place place = cells.evaluator().place(id);
    if (place == null) {
      throw new AssertionError("nothing is known of " + id);
    }
    return place;
  }

  @Test
  void whatDoesNotCompileIsToldAfterWhatDoes() throws Exception {
    CodeRejected rejected =
        assertInstanceOf(CodeRejected.class, cells.failure("int c = 7;\nint d = nothing;"));
    assertEquals(2, rejected.place().firstLine());
    assertEquals(1, rejected.diagnostics().size());
    assertEquals(7, cells.run("c"));
    CodeRejected open = assertInstanceOf(CodeRejected.class, cells.failure("f(\n1"));
    assertEquals(0, open.diagnostics().size());
  }

  @Test
  void codeIsCompleteOrNot() {
    assertEquals("complete", cells.evaluator().isComplete("int e = 1; e"));
    assertEquals("  ", cells.evaluator().isComplete("for (;;) {"));
  }

  /** Without polls in initialisers a class is as good as before after a stop. */
  @Test
  void loopsAndRecursionGiveTheSameWithPolls() throws Exception {
    cells.run("int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }");
    assertEquals(6765, cells.run("fib(20)"));
    assertEquals(
        499_500,
        cells.run(
            "int sum = 0;\nfor (int i = 0; i < 1000; i++) { if (i == 7) continue; sum += i; }\n"
                + "int j = 0; do { sum += 7; } while (j++ < 0);\nsum"));
    assertEquals(
        "b",
        cells.run("String s = \"x\"; switch (s) { case \"x\" -> s = \"b\"; default -> {} }\ns"));
    cells.run("class Counter { static int n; static { for (int i = 0; i < 5; i++) n++; } }");
    assertEquals(5, cells.run("Counter.n"));
  }
}
