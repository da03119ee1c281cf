package io.github.sea4j.cli.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A CSV file being written row by row; takes its place whole or not at all. */
public final class CsvOutput implements AutoCloseable {

  private final @Nullable OutputFile file;
  private final @Nullable CsvWriter csv;

  private CsvOutput(@Nullable OutputFile file) {
    this.file = file;
    this.csv =
        file == null
            ? null
            : CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file.writer());
  }

  /**
   * Opens the file.
   *
   * @param path null for no file: nothing is written
   * @param taken files that must not be overwritten; this one joins them
   * @throws BadInput as {@link OutputFile#open} does
   */
  public static CsvOutput open(String argument, @Nullable Path path, List<Path> taken) {
    return new CsvOutput(OptionalFile.open(argument, path, taken).file());
  }

  /** Whether there is a file. */
  public boolean isOpen() {
    return file != null;
  }

  /** Writes a row. */
  public void row(String... cells) {
    if (csv == null || file == null) {
      return;
    }
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw file.failure(Objects.requireNonNull(e.getCause()));
    }
  }

  /** Puts the finished file into its place. */
  public void commit() {
    if (csv == null || file == null) {
      return;
    }
    try {
      csv.flush();
    } catch (IOException e) {
      throw file.failure(e);
    }
    file.commit();
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
