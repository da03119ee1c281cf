package io.github.sea4j.cli;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Matrices and vectors from CSV files without a header, one row a line; gzip is unpacked.
 *
 * <p>Blanks around numbers, scientific notation, either line ending, a byte order mark and blank
 * lines at the end are accepted; all else that is not a rectangle of finite numbers is a {@link
 * BadInput} that names file, line and field, both counted from 1. The file is read once, row by
 * row.
 */
final class NumberFile {

  private NumberFile() {}

  /** A matrix of at least one row and one column. */
  static double[][] matrix(String argument, Path path) {
    InputFile file = new InputFile(argument, path);
    try {
      return file.read(text -> rows(file, text)).toArray(double[][]::new);
    } catch (OutOfMemoryError e) {
      throw BadInput.file(
          argument,
          path,
          "does not fit into %d MB of memory; give Java more with JAVA_TOOL_OPTIONS=-Xmx8g"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          e);
    }
  }

  /** A vector, written as one column or as one row. */
  static double[] vector(String argument, Path path) {
    double[][] rows = matrix(argument, path);
    if (rows.length == 1) {
      return rows[0];
    }
    if (rows[0].length > 1) {
      throw BadInput.file(
          argument,
          path,
          "expected one column or one row, but found %d rows of %d fields"
              .formatted(rows.length, rows[0].length));
    }
    double[] vector = new double[rows.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = rows[i][0];
    }
    return vector;
  }

  private static List<double[]> rows(InputFile file, Reader text) throws IOException {
    List<double[]> rows = new ArrayList<>();
    NumberRows fields = new NumberRows(file);
    long blankLine = 0;
    try (CsvReader<double[]> csv = lenient().build(fields, text)) {
      for (double[] row : csv) {
        if (row.length == 0) {
          blankLine = blankLine == 0 ? fields.line() : blankLine;
          continue;
        }
        if (blankLine > 0) {
          throw file.failure(
              "line %d: expected numbers, but the line is blank".formatted(blankLine));
        }
        if (!rows.isEmpty() && row.length != rows.get(0).length) {
          throw file.failure(
              "line %d: expected %d fields like line 1, but found %d"
                  .formatted(fields.line(), rows.get(0).length, row.length));
        }
        rows.add(row);
      }
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    } catch (CsvParseException e) {
      if (e.getCause() instanceof BadInput ours) {
        throw ours;
      }
      if (e.getCause() instanceof IOException reading) {
        throw reading;
      }
      String problem = "line %d: %s".formatted(fields.line(), e.getMessage());
      throw BadInput.file(file.argument(), file.path(), problem, e);
    }
    if (rows.isEmpty()) {
      throw file.failure("is empty");
    }
    return rows;
  }

  /** Counts of fields are checked here, where the line is known and the message is ours. */
  private static CsvReader.CsvReaderBuilder lenient() {
    return CsvReader.builder()
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .trimWhitespacesAroundQuotes(true)
        .commentStrategy(CommentStrategy.NONE);
  }
}
