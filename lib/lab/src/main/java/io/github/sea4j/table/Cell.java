package io.github.sea4j.table;

import java.io.Serializable;

/**
 * One point of an experiment's grid: the shape of its problems and their noise.
 *
 * @param rows m
 * @param columns n
 * @param sparsity k
 * @param signalToNoise in dB, {@code 20 log10(||A x*|| / ||e||)}; positive infinity without noise
 */
public record Cell(int rows, int columns, int sparsity, double signalToNoise)
    implements Serializable {

  /** Checks that the sparsity fits the shape and that the noise level is a number. */
  public Cell {
    int bound = Math.min(rows, columns);
    if (sparsity < 1 || sparsity > bound) {
      throw new IllegalArgumentException(
          "sparsity must be between 1 and min(rows, columns) = %d, but is %d"
              .formatted(bound, sparsity));
    }
    if (Double.isNaN(signalToNoise)) {
      throw new IllegalArgumentException("signalToNoise must be a number of dB, but is NaN");
    }
  }

  /** The cell of a row that was read. */
  static Cell of(Schema.Values read) {
    return new Cell(
        read.integer(ResultColumns.ROWS),
        read.integer(ResultColumns.COLUMNS),
        read.integer(ResultColumns.SPARSITY),
        read.decimal(ResultColumns.SIGNAL_TO_NOISE));
  }
}
