package io.github.sea4j.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the user gave, or where it should be written, does not do: one line that names the argument,
 * the value and the bound. Ends the program with exit code 2.
 */
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }

  BadInput(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A file that was given as {@code argument} cannot be used. */
  static BadInput file(String argument, Path file, String problem) {
    return file(argument, file, problem, null);
  }

  /** The same, with what was noticed first. */
  static BadInput file(String argument, Path file, String problem, @Nullable Throwable cause) {
    return new BadInput("%s %s: %s".formatted(argument, file, problem), cause);
  }

  /** Reading or writing a file that was given as {@code argument} failed. */
  static BadInput file(String argument, Path file, IOException failure) {
    return file(argument, file, reason(failure), failure);
  }

  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file";
    }
    if (failure instanceof CharacterCodingException) {
      return "not UTF-8 text, it looks binary";
    }
    String message =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
