package io.github.sea4j.cli;

import io.github.sea4j.problem.SparseProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
      description = "Write the coefficients to F: solver,index,value.")
  private @Nullable Path output;

  @Option(
      names = "--trace",
      paramLabel = "F",
      description =
          "Write one row an iteration to F: solver,iteration,residual_norm,best_residual_norm,"
              + "distinct_supports,support.")
  private @Nullable Path trace;

  @Option(names = "--json", description = "Print one JSON document instead of a table.")
  private boolean json;

  @Spec
  void setCommand(CommandSpec spec) {
    command = spec;
    spec.usageMessage().footer(SolverHelp.lines());
  }

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    List<ChosenSolver> solvers = choice.solvers();
    try (CoefficientFile coefficients = CoefficientFile.open(output, files.paths());
        TraceFile traces = TraceFile.open(trace, withOutput(files.paths()))) {
      SparseProblem problem = files.problem();
      List<Answer> answers = new ArrayList<>();
      for (ChosenSolver solver : solvers) {
        Answer answer = solver.solve(problem, traces);
        coefficients.add(answer);
        answers.add(answer);
      }
      coefficients.commit();
      traces.commit();
      Report report = new Report(problem, answers);
      out.print(json ? report.json() : files + System.lineSeparator() + report.table());
      out.flush();
      PrintWriter err = command.commandLine().getErr();
      choice.notes().forEach(note -> err.println("sea4j: " + note));
    }
    return 0;
  }

  private List<Path> withOutput(List<Path> inputs) {
    List<Path> all = new ArrayList<>(inputs);
    if (output != null) {
      all.add(output);
    }
    return all;
  }
}
