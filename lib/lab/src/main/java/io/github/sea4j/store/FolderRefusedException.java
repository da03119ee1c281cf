package io.github.sea4j.store;

import org.jspecify.annotations.Nullable;

/**
 * A folder of results cannot be used as asked, and nothing in it was changed: another run holds it,
 * it holds results of other parameters, or its files do not match their record. The message names
 * the folder or file and says what to do.
 */
public final class FolderRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With what is wrong and what to do. */
  public FolderRefusedException(String message) {
    this(message, null);
  }

  /** With what is wrong and what to do, and its cause. */
  public FolderRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
