package io.github.sea4j.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import io.github.sea4j.operator.DenseOperator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Rows of numbers from CSV, field by field as they are read; only the first row is kept as text.
 */
final class CsvNumbers extends AbstractBaseCsvCallbackHandler<Boolean> {

  static final String FIRST_ROW_COUNTS =
      "the first row is 0, 1, 2, ... and is read as numbers; if these are names, say so: --header,"
          + " or DataFormat.withHeader()";

  private static final String FIRST_COLUMN_COUNTS =
      "the first column is 0, 1, 2, ... and is read as numbers; if it is an index, say so: --index,"
          + " or DataFormat.withIndex()";

  /** How many names a note quotes. */
  private static final int SHOWN = 6;

  /** Fewer numbers count by chance. */
  private static final int COUNTED = 3;

  private final DataFile file;
  private final DataFormat format;
  private final char separator;

  /** The row at hand, as it is written. */
  private final List<String> fields = new ArrayList<>();

  private final List<double[]> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private List<String> names = List.of();
  private List<String> firstRow = List.of();

  /** Whether the first field of each row below the header is an index. */
  private boolean indexed;

  private long line;
  private long firstLine;
  private long blankLine;

  /** Fields of a row of numbers, an index among them; 0 before the first. */
  private int width;

  private long missing;
  private String firstMissing = "";

  /** The decimal mark of the numbers so far; 0 before the first that has one. */
  private char mark;

  private CsvNumbers(DataFile file, DataFormat format, char separator) {
    this.file = file;
    this.format = format;
    this.separator = separator;
    this.indexed = format.index() == DataFormat.Index.LEFT_OUT;
  }

  static Data read(DataFile file, Reader text, String start, DataFormat format) throws IOException {
    CsvNumbers numbers = new CsvNumbers(file, format, Separator.of(start));
    try (CsvReader<Boolean> csv = numbers.reader(text)) {
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
      throw new DataException(
          file.path(), "line %d: %s".formatted(numbers.line, e.getMessage()), e);
    }
    return numbers.data();
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
      row();
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
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    notes.add(
        "the first row is read as the names of %d columns: %s%s"
            .formatted(names.size(), shown, names.size() > SHOWN ? ", ..." : ""));
  }

  private void noteIndex() {
    indexed = true;
    notes.add("the first column has no name in the header and is left out as an index");
  }

  private void row() {
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
    int skipped = indexed ? 1 : 0;
    if (width == skipped) {
      throw file.failure("has an index and no other column");
    }
    double[] row = new double[width - skipped];
    for (int j = 0; j < row.length; j++) {
      row[j] = number(j + skipped);
    }
    if (rows.isEmpty() && names.isEmpty()) {
      firstRow = List.copyOf(fields.subList(skipped, width));
    }
    rows.add(row);
  }

  /** The number in a field; NaN where there is none, which is counted. */
  private double number(int field) {
    String text = fields.get(field);
    double value = NumberText.parse(text);
    if (Double.isNaN(value) && separator != ',' && text.indexOf(',') >= 0) {
      value = NumberText.parse(text.replace(',', '.'));
      checkMark(field, ',', value);
    } else if (text.indexOf('.') >= 0) {
      checkMark(field, '.', value);
    }
    if (Double.isNaN(value) && NumberText.isMissing(text)) {
      firstMissing = missing == 0 ? place(field) + ": '" + text + "'" : firstMissing;
      missing++;
    } else if (!Double.isFinite(value)) {
      throw file.failure(place(field) + ": " + NumberText.problem(text));
    }
    return value;
  }

  private void checkMark(int field, char own, double value) {
    if (!Double.isNaN(value) && mark != 0 && mark != own) {
      throw file.failure(
          "%s: found '%s', but the decimal mark so far is '%s'"
              .formatted(place(field), fields.get(field), mark));
    }
    mark = Double.isNaN(value) ? mark : own;
  }

  private String place(int field) {
    int column = field - (indexed ? 1 : 0);
    String name = names.isEmpty() ? "" : " (" + NumberText.quote(names.get(column)) + ")";
    return "line %d, field %d%s".formatted(line, field + 1, name);
  }

  private Data data() {
    if (rows.isEmpty()) {
      throw file.failure(names.isEmpty() ? "is empty" : "has names and no row of numbers");
    }
    if (missing > 0) {
      throw file.failure(
          "%d missing %s, the first in %s"
              .formatted(missing, missing == 1 ? "value" : "values", firstMissing));
    }
    if (mark == ',') {
      notes.add(
          "fields are separated by '%s', and a comma is a decimal comma".formatted(separator));
    }
    if (firstRow.size() >= COUNTED && count(firstRow)) {
      notes.add(FIRST_ROW_COUNTS);
    }
    boolean wide = rows.get(0).length > 1 && rows.size() >= COUNTED;
    if (wide && IntStream.range(0, rows.size()).allMatch(i -> rows.get(i)[0] == i)) {
      notes.add(FIRST_COLUMN_COUNTS);
    }
    DenseOperator numbers = DenseOperator.of(rows.toArray(double[][]::new));
    return new Data(file.path(), numbers, names, firstRow, notes);
  }

  /** Whether the fields are exactly 0, 1, 2, ... */
  private static boolean count(List<String> fields) {
    return !fields.isEmpty()
        && IntStream.range(0, fields.size())
            .allMatch(j -> fields.get(j).equals(Integer.toString(j)));
  }
}
