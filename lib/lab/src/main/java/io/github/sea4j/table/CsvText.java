package io.github.sea4j.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.sea4j.check.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts as CSV: a header, one row a line, lines ended by a line feed on every machine. */
public final class CsvText {

  private CsvText() {}

  /** One line with its end. */
  public static String line(List<String> fields) {
    StringWriter text = new StringWriter();
    writer(text).writeRecord(fields);
    return text.toString();
  }

  static String of(List<String> header, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    CsvWriter csv = writer(text);
    csv.writeRecord(header);
    rows.forEach(csv::writeRecord);
    return text.toString();
  }

  /**
   * The rows of a file below its header.
   *
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException naming the file, if it has another header
   */
  static List<CsvRecord> read(Path file, List<String> header) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file);
        CloseableIterator<CsvRecord> records = reader.iterator()) {
      if (!records.hasNext() || !records.next().getFields().equals(header)) {
        throw new IllegalArgumentException(
            file + ", line 1: expected the header " + String.join(",", header));
      }
      List<CsvRecord> rows = new ArrayList<>();
      records.forEachRemaining(rows::add);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + Reason.of(e), e);
    }
  }

  private static CsvWriter writer(StringWriter text) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(text);
  }
}
