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

  /** What a reader in the core said, which may begin with the file already. */
  static DataException of(Path file, RuntimeException refused) {
    String message = String.valueOf(refused.getMessage());
    String start = file + ": ";
    String problem = message.startsWith(start) ? message.substring(start.length()) : message;
    return new DataException(file, problem, refused);
  }

  DataException(Path file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
