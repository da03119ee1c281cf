package io.github.sea4j.experiment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.ResultCsv;
import io.github.sea4j.table.ResultRow;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The finished trials of a running sweep, in the order they finished.
 *
 * <p>Each line is a row of results, its seconds and a checksum of both. A line that was torn, when
 * the process was killed or the disk was full, does not match its checksum: its trial counts as not
 * run, and the file is written anew without it.
 */
final class Journal implements AutoCloseable {

  private final int rowsPerTrial;
  private final Map<Trial.Key, List<ResultRow>> finished;
  // Not a FileChannel: an interrupt, which stops a sweep, would close it in the middle of a write.
  private final FileOutputStream out;

  private Journal(
      int rowsPerTrial, Map<Trial.Key, List<ResultRow>> finished, FileOutputStream out) {
    this.rowsPerTrial = rowsPerTrial;
    this.finished = finished;
    this.out = out;
  }

  /** Reads the trials that are whole and goes on behind them. */
  static Journal open(Path file, int rowsPerTrial) throws IOException {
    String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    Map<Trial.Key, List<ResultRow>> trials = new LinkedHashMap<>();
    text.lines().map(Journal::decode).forEach(row -> row.forEach(r -> add(trials, r)));
    trials.values().removeIf(rows -> rows.size() != rowsPerTrial);
    StringBuilder whole = new StringBuilder();
    trials.values().forEach(rows -> whole.append(encode(rows)));
    if (!whole.toString().equals(text)) {
      AtomicFile.write(file, whole.toString());
    }
    return new Journal(rowsPerTrial, trials, new FileOutputStream(file.toFile(), true));
  }

  Map<Trial.Key, List<ResultRow>> finished() {
    return finished;
  }

  /** Appends all rows of a trial by a single write. */
  void append(Trial.Key trial, List<ResultRow> rows) throws IOException {
    if (rows.size() != rowsPerTrial) {
      throw new IllegalArgumentException(
          "a trial has %d rows, but %s has %d".formatted(rowsPerTrial, trial, rows.size()));
    }
    out.write(encode(rows).getBytes(StandardCharsets.UTF_8));
    finished.put(trial, rows);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static void add(Map<Trial.Key, List<ResultRow>> trials, ResultRow row) {
    trials
        .computeIfAbsent(new Trial.Key(row.cell(), row.trial()), key -> new ArrayList<>())
        .add(row);
  }

  private static String encode(List<ResultRow> rows) {
    StringBuilder lines = new StringBuilder();
    for (ResultRow row : rows) {
      List<String> fields = new ArrayList<>(ResultCsv.fields(row));
      fields.add(Double.toString(row.seconds()));
      fields.add(checksum(fields));
      lines.append(ResultCsv.line(fields));
    }
    return lines.toString();
  }

  /** The row of a line, or none if the line is not whole. */
  private static List<ResultRow> decode(String line) {
    try {
      List<String> fields = CsvReader.builder().ofSingleCsvRecord(line).getFields();
      int last = fields.size() - 1;
      if (fields.size() != ResultColumns.DETERMINED.size() + 2
          || !fields.get(last).equals(checksum(fields.subList(0, last)))) {
        return List.of();
      }
      return List.of(ResultCsv.parse(fields, Double.parseDouble(fields.get(last - 1))));
    } catch (CsvParseException torn) {
      return List.of();
    }
  }

  private static String checksum(List<String> fields) {
    CRC32 crc = new CRC32();
    crc.update(String.join("\u001f", fields).getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
