package io.github.sea4j.cli;

import io.github.sea4j.cli.instance.InstanceCommand;
import io.github.sea4j.cli.io.OptionText;
import io.github.sea4j.cli.select.PredictCommand;
import io.github.sea4j.cli.select.SelectCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code sea4j solve --matrix A.csv --measurements y.csv --sparsity 5}.
 *
 * <p>Exit codes: 0 done; 1 a fault of this program, or shards that a merge misses; 2 bad input or
 * usage; 130 interrupted. A failure writes one line to standard error that begins with {@code
 * sea4j: }.
 */
@Command(
    name = "sea4j",
    description = "Sparse support recovery: min ||y - A x|| over all x with at most K non-zeros.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      SolveCommand.class,
      InstanceCommand.class,
      ExperimentCommand.class,
      SelectCommand.class,
      PredictCommand.class,
      HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sea4j instance --family deconvolution --columns 500 --sparsity 20 --seed 1 --output"
          + " spikes",
      "  sea4j solve --matrix spikes/A.csv --measurements spikes/y.csv --sparsity 20",
      "  sea4j select --data houses.csv --target price --folds 10 --save model.json",
      "  sea4j predict --model model.json --data new.csv --output predicted.csv",
      "  sea4j experiment list",
      "  sea4j help solve"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class Main implements Runnable {

  private static final int HELP_WIDTH = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "On a fault of this program, print where it happened.")
  private boolean debug;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /**
   * Runs the command.
   *
   * @param args as on the command line
   * @param out where results and help go; flushed, not closed
   * @param err where the one line of a failure and notes go; flushed, not closed
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    Main main = new Main();
    Failures failures = new Failures(() -> main.debug);
    PrintWriter results = new PrintWriter(out, false, Charset.defaultCharset());
    PrintWriter notes = new PrintWriter(err, true, Charset.defaultCharset());
    try {
      int code =
          new CommandLine(main)
              .setOut(results)
              .setErr(notes)
              .setUsageHelpWidth(HELP_WIDTH)
              .setExpandAtFiles(false)
              .setCaseInsensitiveEnumValuesAllowed(true)
              .registerConverter(Integer.class, OptionText::wholeNumber)
              .registerConverter(int.class, OptionText::wholeNumber)
              .registerConverter(Long.class, OptionText::longNumber)
              .registerConverter(long.class, OptionText::longNumber)
              .registerConverter(Path.class, OptionText::path)
              .setParameterExceptionHandler(failures::usage)
              .setExecutionExceptionHandler(failures::execution)
              .execute(args);
      return results.checkError() ? failures.lostOutput(notes) : code;
    } catch (Exception | Error fault) {
      return failures.report(fault, notes);
    }
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "missing command, expected one of solve, instance, experiment, select, predict");
  }
}
