package io.github.sea4j.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files are replaced whole, and their names are on the disk where the system can do that. */
class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void replacesTheFileAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("results.csv");
    for (String text : List.of("old\n", "new, and longer\n", "")) {
      AtomicFile.write(file, text);
      assertEquals(text, Files.readString(file));
      try (Stream<Path> all = Files.list(folder)) {
        assertEquals(List.of(file), all.toList());
      }
    }
  }

  /** A stopped sweep still writes, and still knows that it was stopped. */
  @EnabledOnOs(OS.LINUX)
  @Test
  void synchronisesTheFolderOfAThreadThatWasInterruptedToo() throws IOException {
    Path file = folder.resolve("results.csv");
    AtomicFile.write(file, "rows");
    assertTrue(AtomicFile.syncFolderOf(file));
    Thread.currentThread().interrupt();
    boolean synchronised = AtomicFile.syncFolderOf(file);
    AtomicFile.write(file, "more rows");
    assertTrue(Thread.interrupted());
    assertTrue(synchronised);
    assertEquals("more rows", Files.readString(file));
  }

  /** As on systems that open no folder: no failure, as the file itself is safe. */
  @Test
  void aFolderThatCannotBeOpenedIsNoFailure() {
    assertFalse(AtomicFile.syncFolderOf(folder.resolve("missing").resolve("results.csv")));
  }

  /** A name without a folder is in the present one. */
  @EnabledOnOs(OS.LINUX)
  @Test
  void aNameAloneIsInThePresentFolder() {
    assertTrue(AtomicFile.syncFolderOf(Path.of("results.csv")));
  }
}
