package io.github.sea4j.kernel.help;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** The last of several pieces of code: JShell cannot look at imports and statements together. */
public final class LastPiece {

  private LastPiece() {}

  /** What comes after all pieces that are complete; the last piece if that is nothing. */
  public static String of(String code, SourceCodeAnalysis analysis) {
    String rest = code;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      String remaining = info.remaining();
      if (!info.completeness().isComplete() || remaining.isBlank()) {
        return rest;
      }
      rest = remaining;
    }
  }
}
