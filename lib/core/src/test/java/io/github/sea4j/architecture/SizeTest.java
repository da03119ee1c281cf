package io.github.sea4j.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Main code stays small to read: packages of at most 20 files, files of at most 300 lines. */
class SizeTest {

  private static final int MOST_FILES = 20;
  private static final int MOST_LINES = 300;

  /** The sources of core and, beside it, of the other modules. */
  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(SizeTest::filesBelow)
          .toList();
    }
  }

  private static Stream<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void packagesAndFilesKeepToTheirBounds() throws IOException {
    Map<Path, Integer> files = new HashMap<>();
    List<Path> sources = sources();
    assertTrue(sources.size() > 200, () -> "only " + sources.size() + " files seen");
    for (Path source : sources) {
      files.merge(source.getParent(), 1, Integer::sum);
      int lines = Files.readAllLines(source).size();
      assertTrue(lines <= MOST_LINES, () -> source + " has " + lines + " lines");
    }
    files.forEach(
        (folder, count) ->
            assertTrue(count <= MOST_FILES, () -> folder + " has " + count + " files"));
  }

  @Test
  void noTwoClassesShareASimpleName() throws IOException {
    Map<String, Path> seen = new HashMap<>();
    for (Path source : sources()) {
      String name = source.getFileName().toString();
      Path other = name.equals("package-info.java") ? null : seen.put(name, source);
      assertTrue(other == null, () -> other + " and " + source);
    }
  }
}
