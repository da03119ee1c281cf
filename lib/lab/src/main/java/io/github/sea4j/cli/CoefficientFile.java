package io.github.sea4j.cli;

import io.github.sea4j.problem.SparseVector;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The coefficients of all answers as CSV: solver, index (from 0), value. */
final class CoefficientFile implements AutoCloseable {

  private final @Nullable CsvOutput file;

  private CoefficientFile(@Nullable CsvOutput file) {
    this.file = file;
  }

  /** Opens the file; without a path all calls do nothing. */
  static CoefficientFile open(@Nullable Path path, List<Path> others) {
    return new CoefficientFile(
        path == null ? null : CsvOutput.open("--output", path, others, "solver", "index", "value"));
  }

  void add(Answer answer) {
    SparseVector x = answer.solution().x();
    for (int i = 0; file != null && i < x.support().size(); i++) {
      file.row(answer.solver(), Integer.toString(x.support().get(i)), Double.toString(x.value(i)));
    }
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
