package io.github.sea4j.cli;

import io.github.sea4j.problem.SparseProblem;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which problem to solve. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ProblemFiles {

  private static final String MATRIX = "--matrix";
  private static final String MEASUREMENTS = "--measurements";
  private static final String SPARSITY = "--sparsity";

  @Option(
      names = MATRIX,
      required = true,
      paramLabel = "A.csv",
      description = "A, one row a line, no header; may be gzip.")
  private Path matrix;

  @Option(
      names = MEASUREMENTS,
      required = true,
      paramLabel = "y.csv",
      description = "y, as one column or one row; may be gzip.")
  private Path measurements;

  @Option(
      names = SPARSITY,
      required = true,
      paramLabel = "K",
      description = "Number of columns to choose, 1 to min(rows, columns).")
  private int sparsity;

  List<Path> paths() {
    return List.of(matrix, measurements);
  }

  /**
   * Reads the files.
   *
   * @throws BadInput naming file or option, value and bound
   */
  SparseProblem problem() {
    double[][] a = NumberFile.matrix(MATRIX, matrix);
    double[] y = NumberFile.vector(MEASUREMENTS, measurements);
    if (y.length != a.length) {
      throw BadInput.file(
          MEASUREMENTS,
          measurements,
          "expected %d numbers, one for each row of %s, but found %d"
              .formatted(a.length, matrix, y.length));
    }
    int bound = Math.min(a.length, a[0].length);
    if (sparsity < 1 || sparsity > bound) {
      throw new BadInput(
          "%s must be between 1 and min(rows, columns) = %d, but is %d"
              .formatted(SPARSITY, bound, sparsity));
    }
    try {
      return SparseProblem.of(a, y, sparsity);
    } catch (IllegalArgumentException e) {
      throw new BadInput("%s %s: %s".formatted(MATRIX, matrix, e.getMessage()), e);
    }
  }

  /** As a heading. */
  @Override
  public String toString() {
    return "A from %s, y from %s, at most %d columns".formatted(matrix, measurements, sparsity);
  }
}
