package io.github.sea4j.kernel.error;

import io.github.sea4j.kernel.cell.Evaluator;
import io.github.sea4j.kernel.cell.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import org.jspecify.annotations.Nullable;

/** An exception of a cell's code, in words. */
final class Thrown {

  /** A refusal of ours says what is wrong; how it was found out is no help. */
  private static final String OURS = "io.github.sea4j.";

  /** The kernel's own calls between a cell and what it uses. */
  private static final List<String> KERNELS =
      List.of("io.github.sea4j.kernel.", "io.github.spencerpark.", "jdk.jshell.");

  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");
  private static final int MOST_LIBRARY_FRAMES = 3;
  private static final int MOST_CELL_FRAMES = 8;
  private static final int MOST_CAUSES = 5;

  private final Evaluator evaluator;
  private final int cell;

  /**
   * Words for what a cell throws.
   *
   * @param cell number of the cell that ran
   */
  Thrown(Evaluator evaluator, int cell) {
    this.evaluator = evaluator;
    this.cell = cell;
  }

  /** The exception's class without its package and outer classes. */
  static String name(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  List<String> lines(EvalException thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    if (isRefusal(thrown)) {
      return List.of(AnsiStyle.red(head(thrown)) + AnsiStyle.grey(where(stack)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(AnsiStyle.red(head(thrown)));
    lines.addAll(frames(stack));
    Throwable cause = thrown.getCause();
    for (int i = 0; cause instanceof EvalException told && i < MOST_CAUSES; i++) {
      lines.add(AnsiStyle.red("caused by " + head(told)));
      lines.addAll(frames(told.getStackTrace()));
      cause = told.getCause();
    }
    return lines;
  }

  private static String head(EvalException thrown) {
    String name = name(thrown.getExceptionClassName());
    return thrown.getMessage() == null ? name : name + ": " + message(thrown);
  }

  /** The message without the classes that JShell wraps around a cell's variables and types. */
  static String message(EvalException thrown) {
    return WRAPPER.matcher(String.valueOf(thrown.getMessage())).replaceAll("");
  }

  private static boolean isRefusal(EvalException thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    return thrown.getExceptionClassName().equals(IllegalArgumentException.class.getName())
        && stack.length > 0
        && stack[0].getClassName().startsWith(OURS);
  }

  /** In one phrase, the cell's line that is to be mended. */
  private String where(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      Place place = place(frame);
      if (place != null) {
        return "  (" + line(place, frame) + ")";
      }
    }
    return "";
  }

  private List<String> frames(StackTraceElement[] stack) {
    List<String> lines = new ArrayList<>();
    int library = 0;
    int own = 0;
    for (StackTraceElement frame : stack) {
      Place place = place(frame);
      if (place != null) {
        String line = "    at " + line(place, frame) + text(place, frame);
        // A lambda stands on the line of the call that runs it.
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(line)) {
          own++;
          if (own <= MOST_CELL_FRAMES) {
            lines.add(line);
          }
        }
      } else if (own == 0 && KERNELS.stream().noneMatch(frame.getClassName()::startsWith)) {
        library++;
        if (library <= MOST_LIBRARY_FRAMES) {
          lines.add(AnsiStyle.grey("    in " + frame));
        }
      }
    }
    if (own > MOST_CELL_FRAMES) {
      lines.add(AnsiStyle.grey("    ... and " + (own - MOST_CELL_FRAMES) + " more calls in cells"));
    }
    return lines;
  }

  /** Where a frame of a cell's code stands; null for any other frame. JShell names it #id. */
  private @Nullable Place place(StackTraceElement frame) {
    String file = frame.getFileName();
    return file != null && file.startsWith("#") ? evaluator.place(file.substring(1)) : null;
  }

  private String line(Place place, StackTraceElement frame) {
    String line = "line " + place.line(frame.getLineNumber());
    if (place.cell() == 0) {
      return line + " of the kernel's start-up script";
    }
    return place.cell() == cell ? line : line + " of cell [" + place.cell() + "]";
  }

  private static String text(Place place, StackTraceElement frame) {
    String text = place.text(frame.getLineNumber());
    return text == null ? "" : ": " + text;
  }
}
