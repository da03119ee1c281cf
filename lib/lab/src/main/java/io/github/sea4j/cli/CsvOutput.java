package io.github.sea4j.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A CSV file being written row by row; takes its place whole or not at all. */
final class CsvOutput implements AutoCloseable {

  private final OutputFile file;
  private final CsvWriter csv;

  private CsvOutput(OutputFile file) {
    this.file = file;
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file.writer());
  }

  /**
   * Opens the file.
   *
   * @param header names of the columns; none for a file without a header
   * @throws BadInput as {@link OutputFile#open} does
   */
  static CsvOutput open(String argument, Path path, List<Path> others, String... header) {
    CsvOutput output = new CsvOutput(OutputFile.open(argument, path, others));
    if (header.length > 0) {
      output.row(header);
    }
    return output;
  }

  void row(String... cells) {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw file.failure(Objects.requireNonNull(e.getCause()));
    }
  }

  /** Puts the finished file into its place. */
  void commit() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw file.failure(e);
    }
    file.commit();
  }

  @Override
  public void close() {
    file.close();
  }
}
