package io.github.sea4j.cli;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.OptionText;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on standard error and an exit code. */
final class Failures {

  static final int FAULT = 1;
  static final int BAD_INPUT = 2;
  static final int INTERRUPTED = 130;

  private final BooleanSupplier debug;

  /**
   * Failures of one run.
   *
   * @param debug whether a fault of the program shows where it happened; asked when it occurs
   */
  Failures(BooleanSupplier debug) {
    this.debug = debug;
  }

  /** The command line itself is wrong. */
  int usage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    String help = " (see " + command.getCommandSpec().qualifiedName() + " --help)";
    return line(command.getErr(), message(failure, command) + help, BAD_INPUT);
  }

  private static String message(ParameterException failure, CommandLine command) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !command.getSubcommands().isEmpty()) {
      return "unknown command '%s', expected one of %s"
          .formatted(
              unmatched.getUnmatched().get(0),
              String.join(", ", command.getSubcommands().keySet()));
    }
    return OptionText.lowerFirst(failure.getMessage());
  }

  /** A command failed. */
  int execution(Exception failure, CommandLine command, ParseResult parsed) {
    return report(failure, command.getErr());
  }

  /** The results could not be written: a full disk, or nobody reads on. */
  int lostOutput(PrintWriter err) {
    return line(err, "standard output: cannot be written to", BAD_INPUT);
  }

  int report(Throwable failure, PrintWriter err) {
    if (failure instanceof Interruption
        || failure instanceof CancellationException
        || failure.getCause() instanceof ClosedByInterruptException) {
      return line(err, "interrupted", INTERRUPTED);
    }
    if (failure instanceof BadInput) {
      return line(err, String.valueOf(failure.getMessage()), BAD_INPUT);
    }
    int code = line(err, "this is a fault of sea4j, please report it: " + failure, FAULT);
    if (debug.getAsBoolean()) {
      failure.printStackTrace(err);
      err.flush();
    }
    return code;
  }

  private static int line(PrintWriter err, String message, int code) {
    err.println("sea4j: " + OptionText.oneLine(message));
    err.flush();
    return code;
  }

  /** The solving thread was interrupted. */
  static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
