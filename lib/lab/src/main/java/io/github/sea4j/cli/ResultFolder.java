package io.github.sea4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of {@code --output}: nobody's results are written over by chance. */
final class ResultFolder {

  private static final String LOCK_FILE = ".lock";

  private ResultFolder() {}

  /**
   * Checks that the folder is new, empty or meant to be gone on with.
   *
   * @throws BadInput with a hint what to do
   */
  static void check(Path folder, boolean resume, boolean canResume) {
    if (resume && !canResume) {
      throw new BadInput("--resume: this experiment is a single run, there is nothing to go on");
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw BadInput.file("--output", folder, "is a file, expected a folder");
    }
    if (!resume && Files.isDirectory(folder) && !isEmpty(folder)) {
      String hint = canResume ? "add --resume to go on, or give" : "give";
      throw BadInput.file("--output", folder, "is not empty; " + hint + " another folder");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.endsWith(LOCK_FILE));
    } catch (IOException e) {
      throw BadInput.file("--output", folder, e);
    }
  }
}
