package io.github.sea4j.cli.io;

import io.github.sea4j.check.Reason;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the user gave, or where it should be written, does not do: one line that names the argument,
 * the value and the bound. Ends the program with exit code 2.
 */
public final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The whole line. */
  public BadInput(String message) {
    super(message);
  }

  /** The whole line, with what was noticed first. */
  public BadInput(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A file that was given as {@code argument} cannot be used. */
  public static BadInput file(String argument, Path file, String problem) {
    return new BadInput("%s %s: %s".formatted(argument, file, problem));
  }

  /** Writing a file that was given as {@code argument} failed. */
  public static BadInput file(String argument, Path file, IOException failure) {
    return new BadInput("%s %s: %s".formatted(argument, file, Reason.ofWriting(failure)), failure);
  }
}
