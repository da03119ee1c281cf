package io.github.sea4j.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Results as CSV: UTF-8, a header, one row per line, numbers written so that reading gives the same
 * bits. What the seed decides and the times are two texts, so that the first is the same on every
 * machine.
 */
public final class ResultCsv {

  private static final List<String> TIME_COLUMN = List.of(ResultColumns.SECONDS);

  private ResultCsv() {}

  /** All rows without their times, with a header. */
  public static String format(List<ResultRow> rows) {
    return CsvText.of(ResultColumns.DETERMINED, rows.stream().map(ResultCsv::fields).toList());
  }

  /** The times of all rows, in the same order, with a header. */
  public static String formatTimes(List<ResultRow> rows) {
    return CsvText.of(
        TIME_COLUMN, rows.stream().map(row -> List.of(Double.toString(row.seconds()))).toList());
  }

  /** One line with its end, without any header. */
  public static String line(List<String> fields) {
    return CsvText.line(fields);
  }

  /** The fields of a row in the order of {@link ResultColumns#DETERMINED}. */
  public static List<String> fields(ResultRow row) {
    return List.of(
        row.experiment(),
        Integer.toString(row.cell().rows()),
        Integer.toString(row.cell().columns()),
        Integer.toString(row.cell().sparsity()),
        Double.toString(row.cell().signalToNoise()),
        Integer.toString(row.trial()),
        row.solver(),
        row.status(),
        Double.toString(row.supportDistance()),
        Boolean.toString(row.exactRecovery()),
        optional(row.meanShift()),
        optional(row.wasserstein()),
        Double.toString(row.relativeResidual()),
        Double.toString(row.truthRelativeResidual()),
        Long.toString(row.iterations()),
        Long.toString(row.distinctSupports()));
  }

  /**
   * The row that {@link #fields} wrote.
   *
   * @param fields as many as {@link ResultColumns#DETERMINED}; more are ignored
   * @throws IllegalArgumentException if one is missing or not of its type
   */
  public static ResultRow parse(List<String> fields, double seconds) {
    if (fields.size() < ResultColumns.DETERMINED.size()) {
      throw new IllegalArgumentException(
          "a row of results has %d fields, but this one has %d"
              .formatted(ResultColumns.DETERMINED.size(), fields.size()));
    }
    return new ResultRow(
        fields.get(0),
        new Cell(
            Integer.parseInt(fields.get(1)),
            Integer.parseInt(fields.get(2)),
            Integer.parseInt(fields.get(3)),
            Double.parseDouble(fields.get(4))),
        Integer.parseInt(fields.get(5)),
        fields.get(6),
        fields.get(7),
        Double.parseDouble(fields.get(8)),
        Boolean.parseBoolean(fields.get(9)),
        optional(fields.get(10)),
        optional(fields.get(11)),
        Double.parseDouble(fields.get(12)),
        Double.parseDouble(fields.get(13)),
        Long.parseLong(fields.get(14)),
        Long.parseLong(fields.get(15)),
        seconds);
  }

  /**
   * Reads what {@link #format} and {@link #formatTimes} wrote.
   *
   * @throws UncheckedIOException if a file cannot be read
   * @throws IllegalArgumentException naming file and line of what is not a result
   */
  public static List<ResultRow> read(Path results, Path times) {
    List<CsvRecord> rows = CsvText.read(results, ResultColumns.DETERMINED);
    List<CsvRecord> seconds = CsvText.read(times, TIME_COLUMN);
    if (rows.size() != seconds.size()) {
      throw new IllegalArgumentException(
          "%s has %d rows, but %s has %d".formatted(results, rows.size(), times, seconds.size()));
    }
    List<ResultRow> parsed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        double time = Double.parseDouble(seconds.get(i).getField(0));
        parsed.add(parse(rows.get(i).getFields(), time));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, line %d: %s"
                .formatted(results, rows.get(i).getStartingLineNumber(), e.getMessage()),
            e);
      }
    }
    return parsed;
  }

  private static String optional(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private static double optional(String field) {
    return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
  }
}
