package io.github.sea4j.kernel.error;

import io.github.sea4j.kernel.cell.CodeRejected;
import io.github.sea4j.kernel.cell.Place;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.Diag;

/** What the compiler says of a piece of a cell, in words. */
final class Rejected {

  private Rejected() {}

  static List<String> lines(CodeRejected rejected) {
    Place place = rejected.place();
    if (rejected.diagnostics().isEmpty()) {
      return List.of(
          AnsiStyle.red(
              "line " + place.firstLine() + ": incomplete code, a bracket or quote is open"),
          "    " + String.valueOf(place.text(1)));
    }
    List<String> lines = new ArrayList<>();
    for (Diag diagnostic : rejected.diagnostics()) {
      add(lines, diagnostic, rejected.source(), place);
    }
    return lines;
  }

  private static void add(List<String> lines, Diag diagnostic, String source, Place place) {
    String[] message = diagnostic.getMessage(null).split("\\R", -1);
    int at = (int) Math.max(0, Math.min(diagnostic.getPosition(), source.length()));
    int line = (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
    lines.add(AnsiStyle.red("line " + place.line(line + 1) + ": " + message[0]));
    int begin = source.lastIndexOf('\n', at - 1) + 1;
    int end = source.indexOf('\n', at);
    lines.add("    " + source.substring(begin, end < 0 ? source.length() : end));
    int width = (int) Math.min(diagnostic.getEndPosition(), end < 0 ? source.length() : end) - at;
    lines.add("    " + " ".repeat(at - begin) + AnsiStyle.red("^".repeat(Math.max(1, width))));
    for (int i = 1; i < message.length; i++) {
      // The class that JShell wraps around a statement has no name to tell.
      if (!message[i].strip().startsWith("location: class")) {
        lines.add("    " + message[i].strip());
      }
    }
  }
}
