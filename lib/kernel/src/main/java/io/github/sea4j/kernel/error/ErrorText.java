package io.github.sea4j.kernel.error;

import io.github.sea4j.kernel.cell.CellInterrupted;
import io.github.sea4j.kernel.cell.CellStopped;
import io.github.sea4j.kernel.cell.CodeRejected;
import io.github.sea4j.kernel.cell.Evaluator;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import jdk.jshell.EvalException;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/**
 * Why a cell ended early, as its notebook shows it.
 *
 * @param name the exception's class, without its package
 * @param message one line
 * @param lines all there is to say, with escapes for colours
 */
public record ErrorText(String name, String message, List<String> lines) {

  private static final Set<String> SAY_NOTHING =
      Set.of(
          CellStopped.class.getName(),
          CancellationException.class.getName(),
          InterruptedException.class.getName(),
          InterruptedIOException.class.getName());

  /** Copies the lines. */
  public ErrorText {
    lines = List.copyOf(lines);
  }

  /**
   * The text for what the evaluation of a cell threw.
   *
   * @param cell number of the cell that ran
   */
  public static ErrorText of(Throwable thrown, Evaluator evaluator, int cell) {
    if (thrown instanceof CodeRejected rejected) {
      return new ErrorText(
          "CompilationException", String.valueOf(thrown.getMessage()), Rejected.lines(rejected));
    }
    if (thrown instanceof EvalException exception) {
      return new ErrorText(
          Thrown.name(exception.getExceptionClassName()),
          Thrown.message(exception),
          new Thrown(evaluator, cell).lines(exception));
    }
    if (thrown instanceof UnresolvedReferenceException unresolved) {
      return unresolved(unresolved, evaluator);
    }
    return internal(thrown);
  }

  /**
   * The text for a cell that was stopped.
   *
   * @param leftBehind where code is that did not end when it was to, null if all did
   */
  public static ErrorText of(CellInterrupted interrupted, @Nullable String leftBehind) {
    List<String> lines = new ArrayList<>();
    lines.add(AnsiStyle.red("Evaluation interrupted."));
    if (leftBehind != null) {
      // Two lines, as a notebook does not wrap them.
      lines.add("Code in " + leftBehind + " does not answer and was left behind.");
      lines.add(
          "Nothing it prints is shown, but it takes processor time until it ends or the kernel is"
              + " restarted.");
    } else if (interrupted.getCause() instanceof EvalException last && says(last)) {
      lines.add(Thrown.name(last.getExceptionClassName()) + ": " + last.getMessage());
    }
    return new ErrorText("Interrupted", "Evaluation interrupted.", lines);
  }

  /** Library code that was interrupted may say what it left; that it was interrupted is known. */
  private static boolean says(EvalException last) {
    Throwable each = last;
    while (each instanceof EvalException told) {
      if (SAY_NOTHING.contains(told.getExceptionClassName())) {
        return false;
      }
      each = told.getCause();
    }
    return last.getMessage() != null;
  }

  /** The text for a value whose view or text could not be made. */
  public static ErrorText ofView(Throwable thrown) {
    String what = thrown.getClass().getSimpleName();
    String message =
        "the value cannot be shown: "
            + what
            + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
    return new ErrorText(what, message, List.of(AnsiStyle.red(message)));
  }

  private static ErrorText unresolved(UnresolvedReferenceException thrown, Evaluator evaluator) {
    List<String> lines = new ArrayList<>();
    String missing =
        String.join(", ", evaluator.shell().unresolvedDependencies(thrown.getSnippet()).toList());
    String message = "not declared yet: " + missing;
    lines.add(AnsiStyle.red(message));
    thrown.getSnippet().source().lines().forEach(line -> lines.add("    " + line));
    return new ErrorText("UnresolvedReferenceException", message, lines);
  }

  /** What no cell has thrown, so that its own stack tells most. */
  private static ErrorText internal(Throwable thrown) {
    StringWriter stack = new StringWriter();
    thrown.printStackTrace(new PrintWriter(stack, true));
    return new ErrorText(
        thrown.getClass().getSimpleName(),
        String.valueOf(thrown.getMessage()),
        stack.toString().lines().limit(40).toList());
  }
}
