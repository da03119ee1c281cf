package io.github.sea4j.kernel;

import io.github.sea4j.kernel.error.ErrorText;
import java.util.List;

/** Why a cell ended early, as its notebook is to show it. */
final class CellFailure extends Exception {

  private static final long serialVersionUID = 1;

  private final String name;
  private final transient List<String> lines;

  private CellFailure(String name, String message, List<String> lines) {
    super(message);
    this.name = name;
    this.lines = lines;
  }

  static CellFailure of(ErrorText text) {
    return new CellFailure(text.name(), text.message(), text.lines());
  }

  String name() {
    return name;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  List<String> lines() {
    return lines;
  }
}
