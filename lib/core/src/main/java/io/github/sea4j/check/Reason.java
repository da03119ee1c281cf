package io.github.sea4j.check;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words. */
public final class Reason {

  private Reason() {}

  /** The reason without the name of the file and without that of a class, where Java gives one. */
  public static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file";
    }
    if (failure instanceof CharacterCodingException) {
      return "not text in UTF-8";
    }
    String message =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /** The reason why a file could not be written, whose folder is there. */
  public static String ofWriting(IOException failure) {
    return failure instanceof NoSuchFileException ? "cannot be made there" : of(failure);
  }
}
