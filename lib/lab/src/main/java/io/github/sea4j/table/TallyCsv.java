package io.github.sea4j.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tallies as CSV: one row for each cell and solver. What the seed decides and the times are two
 * texts, as for {@link ResultCsv}.
 */
public final class TallyCsv {

  private static final List<String> HEADER =
      List.of(
          ResultColumns.ROWS,
          ResultColumns.COLUMNS,
          ResultColumns.SPARSITY,
          ResultColumns.SOLVER,
          PhaseColumns.RUNS,
          PhaseColumns.SUCCESSES,
          "successes_by_block");
  private static final List<String> TIME_HEADER = List.of(ResultColumns.SECONDS);

  private TallyCsv() {}

  /** All rows without their times, with a header. */
  public static String format(List<Tally> tallies) {
    return CsvText.of(HEADER, tallies.stream().map(TallyCsv::fields).toList());
  }

  /** The times of all rows, in the same order, with a header. */
  public static String formatTimes(List<Tally> tallies) {
    return CsvText.of(
        TIME_HEADER, tallies.stream().map(t -> List.of(Double.toString(t.seconds()))).toList());
  }

  /** The fields of a row, without its time. */
  public static List<String> fields(Tally tally) {
    return List.of(
        Integer.toString(tally.cell().rows()),
        Integer.toString(tally.cell().columns()),
        Integer.toString(tally.cell().sparsity()),
        tally.solver(),
        Integer.toString(tally.runs()),
        Integer.toString(tally.successes()),
        tally.blocks().stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  /**
   * The row that {@link #fields} wrote.
   *
   * @param fields of the row; more than {@link #fields} gives are ignored
   * @throws IllegalArgumentException if one is missing or not of its type
   */
  public static Tally parse(List<String> fields, double seconds) {
    if (fields.size() < HEADER.size()) {
      throw new IllegalArgumentException(
          "a tally has %d fields, but this one has %d".formatted(HEADER.size(), fields.size()));
    }
    Cell cell =
        new Cell(
            Integer.parseInt(fields.get(0)),
            Integer.parseInt(fields.get(1)),
            Integer.parseInt(fields.get(2)),
            Double.POSITIVE_INFINITY);
    List<Integer> blocks = Arrays.stream(fields.get(6).split(" ")).map(Integer::valueOf).toList();
    return new Tally(cell, fields.get(3), Integer.parseInt(fields.get(4)), blocks, seconds);
  }

  /**
   * Reads what {@link #format} and {@link #formatTimes} wrote.
   *
   * @throws UncheckedIOException if a file cannot be read
   * @throws IllegalArgumentException naming file and line of what is not a tally
   */
  public static List<Tally> read(Path results, Path times) {
    List<CsvRecord> rows = CsvText.read(results, HEADER);
    List<CsvRecord> seconds = CsvText.read(times, TIME_HEADER);
    if (rows.size() != seconds.size()) {
      throw new IllegalArgumentException(
          "%s has %d rows, but %s has %d".formatted(results, rows.size(), times, seconds.size()));
    }
    List<Tally> tallies = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        double time = Double.parseDouble(seconds.get(i).getField(0));
        tallies.add(parse(rows.get(i).getFields(), time));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, line %d: %s"
                .formatted(results, rows.get(i).getStartingLineNumber(), e.getMessage()),
            e);
      }
    }
    return tallies;
  }
}
