package io.github.sea4j.kernel.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.kernel.complete.Candidate;
import io.github.sea4j.kernel.complete.Completer;
import io.github.sea4j.kernel.complete.Completions;
import io.github.sea4j.kernel.index.SampleIndex;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help and completion by a real JShell, on the types of package sample. */
class InspectorTest {

  private static JShell shell;
  private static Inspector inspector;
  private static Completer completer;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    DocIndex index = new DocIndex(SampleIndex.types(folder));
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath("target/test-classes");
    for (String line :
        List.of(
            "import io.github.sea4j.kernel.sample.*;",
            "import java.util.*;",
            "Wall wall = new Wall();",
            "int count = 1;",
            "String two() { return \"\"; }",
            "1 + 1")) {
      shell.eval(line);
    }
    inspector = new Inspector(shell.sourceCodeAnalysis(), () -> index);
    completer = new Completer(shell);
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  private static String help(String code) {
    return inspector
        .inspect(code, code.length(), false)
        .map(HelpText::text)
        .orElseThrow(() -> new AssertionError("nothing is known of " + code));
  }

  @Test
  void aMethodIsShownWithAllThatItsCommentSays() {
    String help = help("Wall.of(");
    assertTrue(help.startsWith("static Wall of(double height)"), help);
    assertTrue(help.contains("A wall of this height."), help);
    assertTrue(help.contains("height  in cm") || help.contains("height in cm"), help);
  }

  @Test
  void commentsAreInherited() {
    String help = help("wall.put(");
    assertTrue(help.contains("int put(int at, String... books)"), help);
    assertTrue(help.contains("Puts books on the shelf, e.g. two."), help);
    assertTrue(help.contains("IllegalArgumentException"), help);
    assertTrue(help("wall.take(").contains("Takes the nearest one."));
  }

  @Test
  void typesVariablesAndComponents() {
    String type = help("Shelf");
    assertTrue(type.contains("A shelf of books."), type);
    assertTrue(type.contains("shelf.put(book);\n   shelf.take(book);"), type);
    assertTrue(type.contains("T take(int at)"), type);
    assertTrue(help("wall").contains("Wall wall"));
    assertTrue(help("new Shelf.Book(\"\", 1).pages(").contains("The number of its pages"));
    assertTrue(help("Shelf.WIDEST").contains("The widest shelf, in cm."));
    assertTrue(help("new Wall(").contains("An empty wall."));
  }

  @Test
  void theRestOfTheWorldHasSignatures() {
    assertTrue(help("Math.max(").contains("max(int a, int b)"));
    assertTrue(help("two(").contains("String two()"));
    assertTrue(inspector.inspect("nothingAtAll", 5, false).isEmpty());
    assertTrue(inspector.inspect("", 0, false).isEmpty());
  }

  @Test
  void theCursorMayBeInsideACallAndCodeBeforeIt() {
    String code = "import java.io.*;\nint x = 3;\nwall.put(x, )";
    String help =
        inspector.inspect(code, code.length() - 1, false).map(HelpText::text).orElse("nothing");
    assertTrue(help.contains("Puts books"), help);
    assertTrue(help("Wall local = wall;\nlocal.take(").contains("Takes the nearest one."));
    assertTrue(help("wall.put").contains("Puts books"), "a method without its parenthesis");
  }

  private static List<String> completions(String code) {
    return completer.complete(code, code.length()).candidates().stream()
        .map(Candidate::text)
        .toList();
  }

  private static String type(String code, String text) {
    return completer.complete(code, code.length()).candidates().stream()
        .filter(each -> each.text().equals(text))
        .map(Candidate::type)
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not offered for " + code));
  }

  @Test
  void namesAreCompletedWithTheirTypes() {
    Completions found = completer.complete("int y = wal", 11);
    assertEquals(8, found.start());
    assertEquals(11, found.end());
    assertEquals("Wall", type("wa", "wall"));
    assertEquals("String", type("tw", "two()"));
    assertEquals("class", type("new Wal", "Wall()"));
    assertEquals("int", type("wall.pu", "put("));
    assertEquals("String", type("Wall local = wall;\nlocal.ta", "take("));
    assertEquals("String", type("Wall.of(2).ta", "take("));
    assertEquals("keyword", type("shor", "short"));
    List<String> members = completions("wall.");
    assertEquals("put(", members.get(0));
    assertTrue(members.indexOf("wait(") > members.indexOf("take("), members::toString);
  }

  @Test
  void withNothingTypedOnlyWhatFitsIsOffered() {
    assertEquals(List.of("count"), completions("wall.take("));
    assertTrue(completions("").contains("wall"));
    assertFalse(completions("").contains("AbstractList"));
    assertFalse(completions("").contains("$6"));
    assertTrue(completions("$").size() > 0, "$ is offered to who types it");
  }
}
