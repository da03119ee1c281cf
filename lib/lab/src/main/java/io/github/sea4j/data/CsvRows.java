package io.github.sea4j.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Rows of CSV as they are read: header, index, blank lines and counts of fields; what the fields
 * mean is a matter of those who extend this.
 */
abstract class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> {

  private static final String FIRST_COLUMN_COUNTS =
      "the first column is 0, 1, 2, ... and is read as numbers; if it is an index, say so: --index,"
          + " or DataFormat.withIndex()";

  /** How many names a note quotes. */
  private static final int SHOWN = 6;

  /** Fewer numbers count by chance. */
  static final int COUNTED = 3;

  final DataFile file;
  final List<String> notes = new ArrayList<>();

  /** Of the columns, without an index; none where the file has none. */
  List<String> names = List.of();

  /** Of the row at hand. */
  long line;

  private final DataFormat format;
  private final char separator;

  /** The row at hand, as it is written. */
  private final List<String> fields = new ArrayList<>();

  /** Whether the first field of each row below the header is an index. */
  private boolean indexed;

  private long firstLine;
  private long blankLine;

  /** Fields of a row, an index among them; 0 before the first. */
  private int width;

  private final SmallValues small = new SmallValues();

  /** The decimal mark of the numbers so far; 0 before the first that has one. */
  private char mark;

  CsvRows(DataFile file, DataFormat format, char separator) {
    this.file = file;
    this.format = format;
    this.separator = separator;
    this.indexed = format.index() == DataFormat.Index.LEFT_OUT;
  }

  /** A row below the header, without an index; the list is used again for the next row. */
  abstract void row(List<String> values);

  /** Reads to the end. */
  final void readAll(Reader text) throws IOException {
    try (CsvReader<Boolean> csv = reader(text)) {
      csv.forEach(row -> {});
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    } catch (CsvParseException e) {
      if (e.getCause() instanceof DataException ours) {
        throw ours;
      }
      if (e.getCause() instanceof IOException reading) {
        throw reading;
      }
      throw new DataException(file.path(), "line %d: %s".formatted(line, e.getMessage()), e);
    }
  }

  /** Counts of fields are checked here, where the line is known and the message is ours. */
  private CsvReader<Boolean> reader(Reader text) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .trimWhitespacesAroundQuotes(true)
        .commentStrategy(CommentStrategy.SKIP)
        .commentCharacter('#')
        .build(this, text);
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine;
    fields.clear();
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
    fields.add(new String(buffer, offset, size).strip());
  }

  @Override
  protected Boolean buildRecord() {
    if (getRecordType() == RecordType.COMMENT) {
      return true;
    }
    if (fields.isEmpty() || (fields.size() == 1 && fields.get(0).isEmpty())) {
      blankLine = blankLine == 0 ? line : blankLine;
    } else if (blankLine > 0) {
      throw file.failure("line %d: expected numbers, but the line is blank".formatted(blankLine));
    } else if (firstLine == 0 && isHeader()) {
      firstLine = line;
      header();
    } else {
      firstLine = firstLine == 0 ? line : firstLine;
      checkedRow();
    }
    return true;
  }

  /** A word makes a header; so do 0, 1, 2, ... behind an empty corner. */
  private boolean isHeader() {
    return format.header() == DataFormat.Header.NAMES
        || fields.stream().anyMatch(NumberText::isWord)
        || (fields.get(0).isEmpty() && count(fields.subList(1, fields.size())));
  }

  private void header() {
    names = List.copyOf(fields);
    if (names.size() > 1 && names.get(0).isEmpty()) {
      noteIndex();
    }
    if (indexed) {
      names = names.subList(1, names.size());
    }
    notes.add(
        "the first row is read as the names of %d columns: %s"
            .formatted(names.size(), NameList.of(names, SHOWN)));
  }

  private void noteIndex() {
    indexed = true;
    notes.add("the first column has no name in the header and is left out as an index");
  }

  private void checkedRow() {
    if (width == 0) {
      if (!names.isEmpty() && !indexed && fields.size() == names.size() + 1) {
        noteIndex();
      }
      width = names.isEmpty() ? fields.size() : names.size() + (indexed ? 1 : 0);
    }
    if (fields.size() != width) {
      throw file.failure(
          "line %d: expected %d fields like line %d, but found %d"
              .formatted(line, width, firstLine, fields.size()));
    }
    if (width == skipped()) {
      throw file.failure("has an index and no other column");
    }
    row(fields.subList(skipped(), width));
  }

  private int skipped() {
    return indexed ? 1 : 0;
  }

  /**
   * The number that a field holds, with a decimal point or comma, of one kind in the whole file;
   * infinite beyond the range of doubles, NaN where it is none.
   */
  final double number(int column, String text) {
    double value = NumberText.parse(text);
    if (Double.isNaN(value) && separator != ',' && text.indexOf(',') >= 0) {
      value = NumberText.parse(text.replace(',', '.'));
      checkMark(column, text, ',', value);
    } else if (text.indexOf('.') >= 0) {
      checkMark(column, text, '.', value);
    }
    small.see(text, value, () -> place(line, column));
    return value;
  }

  private void checkMark(int column, String text, char own, double value) {
    if (!Double.isNaN(value) && mark != 0 && mark != own) {
      throw file.failure(
          "%s: found '%s', but the decimal mark so far is '%s'"
              .formatted(place(line, column), text, mark));
    }
    mark = Double.isNaN(value) ? mark : own;
  }

  /** Where a field is, for messages. */
  final String place(long ofLine, int column) {
    String name = names.isEmpty() ? "" : " (" + NumberText.quote(names.get(column)) + ")";
    return "line %d, field %d%s".formatted(ofLine, column + skipped() + 1, name);
  }

  /** What is to be noted once all rows are read. */
  final void noteEnd(double[] firstColumn, int columns) {
    notes.addAll(small.notes());
    if (mark == ',') {
      notes.add(
          "fields are separated by '%s', and a comma is a decimal comma".formatted(separator));
    }
    boolean wide = columns > 1 && firstColumn.length >= COUNTED;
    if (wide && IntStream.range(0, firstColumn.length).allMatch(i -> firstColumn[i] == i)) {
      notes.add(FIRST_COLUMN_COUNTS);
    }
  }

  /** Whether the fields are exactly 0, 1, 2, ... */
  static boolean count(List<String> fields) {
    return !fields.isEmpty()
        && IntStream.range(0, fields.size())
            .allMatch(j -> fields.get(j).equals(Integer.toString(j)));
  }
}
