package io.github.sea4j.cli;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.CsvOutput;
import io.github.sea4j.plot.Figures;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import io.github.sea4j.solver.TraceRow;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sea4j solve}: one problem from files, any number of solvers, a table or JSON. */
@Command(
    name = "solve",
    description = "Solves min ||y - A x|| over all x with at most K non-zeros.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SolveCommand implements Callable<Integer> {

  private CommandSpec command;

  @Mixin private ProblemFiles files;

  @Mixin private SolverChoice choice;

  @Option(
      names = "--output",
      paramLabel = "F",
      description =
          "Write the coefficients to F: solver,index,value; with the name where A has names.")
  private @Nullable Path output;

  @Option(
      names = "--trace",
      paramLabel = "F",
      description =
          "Write one row an iteration to F: solver,iteration,residual_norm,best_residual_norm,"
              + "distinct_supports,support.")
  private @Nullable Path trace;

  @Option(
      names = FigureFile.PLOT,
      paramLabel = "F",
      description = "Draw the coefficients to F: .png, .svg or .pdf.")
  private @Nullable Path plot;

  @Option(names = "--json", description = "Print one JSON document instead of a table.")
  private boolean json;

  @Spec
  void setCommand(CommandSpec spec) {
    command = spec;
    spec.usageMessage().footer(SolverHelp.lines());
  }

  @Override
  public Integer call() {
    List<? extends Solver> solvers = choice.solvers();
    List<Path> taken = new ArrayList<>(files.paths());
    try (CsvOutput coefficients = CsvOutput.open("--output", output, taken);
        CsvOutput traces = CsvOutput.open("--trace", trace, taken);
        FigureFile figure = FigureFile.open(plot, taken)) {
      ProblemFiles.Loaded loaded = files.load();
      List<Solution> answers = new ArrayList<>();
      String[] header = {"solver", "iteration", "residual_norm", "best_residual_norm"};
      traces.row(append(header, "distinct_supports", "support"));
      for (Solver solver : solvers) {
        answers.add(solve(solver, loaded, traces));
      }
      write(answers, loaded, coefficients);
      coefficients.commit();
      traces.commit();
      figure.commit(() -> Figures.answers(estimates(answers)));
      show(new Report(loaded, answers));
      List<String> notes = new ArrayList<>(loaded.notes());
      notes.addAll(choice.notes());
      PrintWriter err = command.commandLine().getErr();
      notes.forEach(note -> err.println("sea4j: note: " + note));
    }
    return 0;
  }

  /** A solver that is asked twice is drawn once: it has one answer. */
  private static Map<String, double[]> estimates(List<Solution> answers) {
    Map<String, double[]> estimates = new LinkedHashMap<>();
    answers.forEach(answer -> estimates.put(answer.solver(), answer.x().toDense()));
    return estimates;
  }

  private void show(Report report) {
    PrintWriter out = command.commandLine().getOut();
    out.print(json ? report.json() : files + System.lineSeparator() + report.table());
    out.flush();
  }

  private Solution solve(Solver solver, ProblemFiles.Loaded loaded, CsvOutput traces) {
    Run run = choice.run();
    Solution solution;
    try {
      solution =
          solver.solve(loaded.problem(), traces.isOpen() ? watched(run, solver, traces) : run);
    } catch (UncheckedIOException e) {
      throw new BadInput(String.valueOf(e.getMessage()), e); // a matrix that stays in its file
    } catch (IllegalArgumentException e) {
      throw new BadInput("--solver " + solver.name() + ": " + e.getMessage(), e);
    }
    if (solution.status() == Status.INTERRUPTED) {
      throw new Failures.Interruption();
    }
    return solution;
  }

  private static Run watched(Run run, Solver solver, CsvOutput traces) {
    return run.observedBy(
        iterate -> {
          TraceRow row = TraceRow.of(iterate);
          traces.row(
              solver.name(),
              Long.toString(row.iteration()),
              Double.toString(row.residualNorm()),
              Double.toString(row.bestResidualNorm()),
              Long.toString(row.distinctSupports()),
              Arrays.stream(row.support().toArray())
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining(" ")));
          return RunObserver.Signal.CONTINUE;
        });
  }

  private static void write(List<Solution> answers, ProblemFiles.Loaded loaded, CsvOutput file) {
    boolean named = !loaded.names().isEmpty();
    String[] header = {"solver", "index", "value"};
    file.row(named ? append(header, "name") : header);
    for (Solution answer : answers) {
      Support support = answer.support();
      double[] values = answer.coefficients();
      for (int i = 0; i < values.length; i++) {
        String index = Integer.toString(support.get(i));
        String[] row = {answer.solver(), index, Double.toString(values[i])};
        file.row(named ? append(row, loaded.name(support.get(i))) : row);
      }
    }
  }

  private static String[] append(String[] row, String... more) {
    String[] all = Arrays.copyOf(row, row.length + more.length);
    System.arraycopy(more, 0, all, row.length, more.length);
    return all;
  }
}
