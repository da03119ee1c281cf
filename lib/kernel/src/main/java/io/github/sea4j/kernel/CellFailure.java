package io.github.sea4j.kernel;

import java.util.List;

/** Why a cell ended early, as its notebook is to show it. */
final class CellFailure extends Exception {

  private static final long serialVersionUID = 1;

  private final String name;
  private final transient List<String> lines;

  /**
   * A failure.
   *
   * @param name the exception's class, without its package
   * @param lines what is shown, with escapes for colours
   */
  CellFailure(String name, String message, List<String> lines) {
    super(message);
    this.name = name;
    this.lines = List.copyOf(lines);
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
