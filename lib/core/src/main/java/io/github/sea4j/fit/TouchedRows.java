package io.github.sea4j.fit;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows in which the columns of a support have entries. A factorisation of these rows alone is
 * the factorisation of the columns: of a million samples, fifty pulses meet some thousand.
 */
final class TouchedRows {

  /** Above this share of the rows the detour costs more than it saves. */
  private static final double FEW = 0.25;

  /** Sorted. */
  private final int[] rows;

  private TouchedRows(int[] rows) {
    this.rows = rows;
  }

  /**
   * The rows of these columns, or all m rows where the columns hold many entries; O(s log s) for s
   * entries.
   */
  static TouchedRows of(PackedVector[] columns, int m) {
    boolean few =
        Arrays.stream(columns).noneMatch(PackedVector::isDense)
            && Arrays.stream(columns).mapToLong(PackedVector::entries).sum() <= FEW * m;
    IntStream rows =
        few
            ? Arrays.stream(columns).flatMapToInt(PackedVector::indices).sorted().distinct()
            : IntStream.range(0, m);
    return new TouchedRows(rows.toArray());
  }

  int count() {
    return rows.length;
  }

  /** The entries of one of the columns in these rows. */
  void gather(PackedVector column, double[] out) {
    column.gather(rows, out);
  }

  /** The entries of a vector in these rows. */
  void gather(double[] full, double[] out) {
    Vectors.gather(full, rows, 0, rows.length, out);
  }

  /** Writes entries back to these rows. */
  void scatter(double[] some, double[] full) {
    Vectors.scatter(some, rows, rows.length, full);
  }
}
