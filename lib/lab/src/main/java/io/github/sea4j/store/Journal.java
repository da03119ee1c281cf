package io.github.sea4j.store;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.sea4j.table.CsvText;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What a running study has finished, in the order it finished.
 *
 * <p>Each line ends with a checksum. A line that was torn, when the process was killed or the disk
 * was full, does not match it: its entry counts as not run, and the file is written anew without
 * it. What was appended survives the end of the process; the system writes it to the disk within
 * some seconds, and what a power cut takes runs again.
 */
final class Journal<K, R> implements AutoCloseable {

  private final RowFormat<K, R> format;
  private final Map<K, List<R>> finished;
  // Not a FileChannel: an interrupt, which stops a sweep, would close it in the middle of a write.
  private final FileOutputStream out;

  private Journal(RowFormat<K, R> format, Map<K, List<R>> finished, FileOutputStream out) {
    this.format = format;
    this.finished = finished;
    this.out = out;
  }

  /** Reads the entries that are whole and goes on behind them. */
  static <K, R> Journal<K, R> open(Path file, RowFormat<K, R> format) throws IOException {
    String text = read(file);
    Map<K, List<R>> entries;
    try {
      entries = format.entries(text.lines().map(Journal::decode).toList());
    } catch (IllegalArgumentException foreign) {
      throw new FolderRefusedException(
          "%s holds rows that are not of this experiment (%s); give another folder"
              .formatted(file, foreign.getMessage()),
          foreign);
    }
    if (!text(format, entries.values()).equals(text)) {
      write(file, format, entries.values());
    }
    FileOutputStream out = new FileOutputStream(file.toFile(), true);
    AtomicFile.syncFolderOf(file);
    return new Journal<>(format, entries, out);
  }

  /** The text of a journal; bytes that are no text make their line torn, and no other. */
  static String read(Path file) throws IOException {
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
  }

  /** Writes a journal of these entries, in place of what is there. */
  static <K, R> void write(Path file, RowFormat<K, R> format, Collection<List<R>> entries)
      throws IOException {
    AtomicFile.write(file, text(format, entries));
  }

  private static <K, R> String text(RowFormat<K, R> format, Collection<List<R>> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(encode(format.lines(entry))));
    return text.toString();
  }

  Map<K, List<R>> finished() {
    return finished;
  }

  /** Appends an entry by a single write. */
  void append(K key, List<R> entry) throws IOException {
    out.write(encode(format.lines(entry)).getBytes(StandardCharsets.UTF_8));
    finished.put(key, entry);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static String encode(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      List<String> fields = new ArrayList<>(line);
      fields.add(checksum(line));
      text.append(CsvText.line(fields));
    }
    return text.toString();
  }

  /** The fields of a line; none if the line is not whole. */
  private static List<String> decode(String line) {
    try {
      List<String> fields = CsvReader.builder().ofSingleCsvRecord(line).getFields();
      int last = fields.size() - 1;
      List<String> content = fields.subList(0, last);
      return fields.get(last).equals(checksum(content)) ? content : List.of();
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
