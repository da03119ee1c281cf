package io.github.sea4j.cli;

import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.TraceRow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the solvers did, one row an iteration, written while they run. */
final class TraceFile implements AutoCloseable {

  private final @Nullable CsvOutput file;

  private TraceFile(@Nullable CsvOutput file) {
    this.file = file;
  }

  /** Opens the file; without a path all calls do nothing. */
  static TraceFile open(@Nullable Path path, List<Path> others) {
    return new TraceFile(
        path == null
            ? null
            : CsvOutput.open(
                "--trace",
                path,
                others,
                "solver",
                "iteration",
                "residual_norm",
                "best_residual_norm",
                "distinct_supports",
                "support"));
  }

  /** The run, watched where there is a file; an unwatched run is faster. */
  Run watch(String solver, Run run) {
    CsvOutput rows = file;
    return rows == null
        ? run
        : run.observedBy(
            iterate -> {
              write(rows, solver, TraceRow.of(iterate));
              return RunObserver.Signal.CONTINUE;
            });
  }

  private static void write(CsvOutput rows, String solver, TraceRow row) {
    rows.row(
        solver,
        Long.toString(row.iteration()),
        Double.toString(row.residualNorm()),
        Double.toString(row.bestResidualNorm()),
        Long.toString(row.distinctSupports()),
        blankSeparated(row.support()));
  }

  private static String blankSeparated(Support support) {
    return Arrays.stream(support.toArray())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  void commit() {
    if (file != null) {
      file.commit();
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
