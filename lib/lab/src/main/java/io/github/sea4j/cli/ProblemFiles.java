package io.github.sea4j.cli;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.data.Data;
import io.github.sea4j.data.DataException;
import io.github.sea4j.data.DataFormat;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which problem to solve. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ProblemFiles {

  private static final String MATRIX = "--matrix";
  private static final String MEASUREMENTS = "--measurements";
  private static final String SPARSITY = "--sparsity";
  private static final String TRUTH = "--truth";

  @Option(
      names = MATRIX,
      required = true,
      paramLabel = "A.csv",
      description = {
        "A, one row a line; CSV or MatrixMarket, may be gzip or a pipe;",
        "or .npy as NumPy saves it, which may be larger than the memory."
      })
  private Path matrix;

  @Option(
      names = MEASUREMENTS,
      required = true,
      paramLabel = "y.csv",
      description = "y, as one column or one row; likewise.")
  private Path measurements;

  @Option(
      names = {"-k", SPARSITY},
      required = true,
      paramLabel = "K",
      description = "Number of columns to choose, 1 to min(rows, columns).")
  private int sparsity;

  @Option(
      names = TRUTH,
      paramLabel = "x.csv",
      description = {
        "x* where it is known, rows index,value as sea4j instance writes them:",
        "shows how much of it each solver found."
      })
  private @Nullable Path truth;

  @Option(
      names = "--header",
      description = "The first row of A names its columns, be the names numbers.")
  private boolean header;

  @Option(names = "--index", description = "The first column of A is an index: leave it out.")
  private boolean index;

  /**
   * What was read.
   *
   * @param problem from both files
   * @param names of the columns of A; none where the file has none
   * @param truth null where it is not known
   * @param notes on how the files were read
   */
  record Loaded(
      SparseProblem problem, List<String> names, @Nullable SparseVector truth, List<String> notes) {

    /** How a column is called: by its name, or by its number from 0. */
    String name(int column) {
      return names.isEmpty() ? Integer.toString(column) : names.get(column);
    }
  }

  List<Path> paths() {
    return truth == null ? List.of(matrix, measurements) : List.of(matrix, measurements, truth);
  }

  /**
   * Reads the files.
   *
   * @throws BadInput naming file or option, value and bound
   */
  Loaded load() {
    DataFormat format = header ? DataFormat.DETECTED.withHeader() : DataFormat.DETECTED;
    Data a = read(MATRIX, matrix, index ? format.withIndex() : format);
    Data y = read(MEASUREMENTS, measurements, DataFormat.DETECTED);
    int size = y.rows() == 1 ? y.columns() : y.rows();
    if (a.rows() == size + 1 && a.mayHaveNamesInFirstRow() && a.columns() > 1) {
      a = a.withFirstRowAsNames("as A has one row more than y");
    } else if (size == a.rows() + 1
        && a.isNamed()
        && y.mayHaveNamesInFirstRow()
        && startsLikeHeader(y)) {
      y = y.withFirstRowAsNames("as y has one row more than A");
    }
    List<String> notes = new ArrayList<>();
    a.notes().forEach(note -> notes.add("%s %s: %s".formatted(MATRIX, matrix, note)));
    y.notes().forEach(note -> notes.add("%s %s: %s".formatted(MEASUREMENTS, measurements, note)));
    SparseProblem problem = problem(a, y);
    SparseVector known = truth == null ? null : truth(truth, problem.columns());
    return new Loaded(problem, a.isNamed() ? a.names() : List.of(), known, notes);
  }

  private static SparseVector truth(Path file, int length) {
    Data rows = read(TRUTH, file, DataFormat.DETECTED);
    if (rows.columns() != 2) {
      throw BadInput.file(
          TRUTH, file, "expected two columns, index and value, but found " + rows.columns());
    }
    double[] x = new double[length];
    for (double[] row : rows.matrix()) {
      boolean isIndex = row[0] == Math.rint(row[0]) && row[0] >= 0 && row[0] < length;
      if (!isIndex || row[1] == 0 || x[(int) row[0]] != 0) {
        throw BadInput.file(
            TRUTH,
            file,
            "expected indices from 0 to %d, each once, and values that are not 0, but found %s,%s"
                .formatted(length - 1, Double.toString(row[0]), Double.toString(row[1])));
      }
      x[(int) row[0]] = row[1];
    }
    return SparseVector.ofNonZeros(x);
  }

  /** A column without a name is called 0 where tables are written by number. */
  private boolean startsLikeHeader(Data y) {
    return y.columns() == 1 && (header || y.column(0)[0] == 0);
  }

  private static Data read(String argument, Path file, DataFormat format) {
    try {
      return Data.read(file, format);
    } catch (DataException refused) {
      throw new BadInput(argument + " " + refused.getMessage(), refused);
    }
  }

  private SparseProblem problem(Data a, Data data) {
    double[] y;
    try {
      y = data.vector();
    } catch (DataException refused) {
      throw new BadInput(MEASUREMENTS + " " + refused.getMessage(), refused);
    }
    if (y.length != a.rows()) {
      throw BadInput.file(
          MEASUREMENTS,
          measurements,
          "expected %d %s, one for each row of %s, but found %d"
              .formatted(a.rows(), a.rows() == 1 ? "number" : "numbers", matrix, y.length));
    }
    int bound = Math.min(a.rows(), a.columns());
    if (sparsity < 1 || sparsity > bound) {
      throw new BadInput(
          "%s must be between 1 and min(rows, columns) = %d, but is %d"
              .formatted(SPARSITY, bound, sparsity));
    }
    try {
      return SparseProblem.of(a.operator(), y, sparsity);
    } catch (IllegalArgumentException e) {
      throw new BadInput("%s %s: %s".formatted(MATRIX, matrix, e.getMessage()), e);
    }
  }

  /** As a heading. */
  @Override
  public String toString() {
    return "A from %s, y from %s, k = %d".formatted(matrix, measurements, sparsity);
  }
}
