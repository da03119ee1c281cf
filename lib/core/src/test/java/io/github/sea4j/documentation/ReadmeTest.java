package io.github.sea4j.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The start in lib/README.md is this package's {@link QuickStart}, which compiles and runs. */
class ReadmeTest {

  private static final Path SOURCE =
      Path.of("src/test/java/io/github/sea4j/documentation/QuickStart.java");

  @Test
  void theStartOfTheReadmeIsTheOneThatCompiles() throws IOException {
    String expected = between(Files.readString(SOURCE), "// start\n", "// end\n");
    String shown = between(Files.readString(Path.of("../README.md")), "```java\n", "```\n");
    assertEquals(expected, shown);
  }

  @Test
  void theStartFindsEverySpike() {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      QuickStart.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    String[] lines = printed.toString(StandardCharsets.UTF_8).split("\\R", -1);
    assertTrue(lines[0].startsWith("els(sea): 10 columns"), lines[0]);
    assertEquals("0.0", lines[2]);
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf(end, from);
    assertTrue(from >= start.length() && to > from, () -> "no part from " + start + " to " + end);
    return text.substring(from, to);
  }
}
