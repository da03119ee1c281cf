package io.github.sea4j.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file cannot be read as numbers: one line that begins with the file and says where and why. */
public final class DataException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  DataException(Path file, String problem) {
    this(file, problem, null);
  }

  /** Data that have a name and need not be a file. */
  DataException(String source, String problem) {
    super(source + ": " + problem);
  }

  DataException(Path file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
