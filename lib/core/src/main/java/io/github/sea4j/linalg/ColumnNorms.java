package io.github.sea4j.linalg;

/**
 * The norms of the columns of a matrix that is read row by row: each number once, in the order in
 * which it stands, where one column after the other takes a line of memory for each number.
 *
 * <p>The sums are those of {@link Vectors#norm(double[])}, in the same order, so the bits are too.
 * Several threads may add rows to different columns at once.
 */
public final class ColumnNorms {

  /** Sums of squares over the rows whose index modulo 4 is 0, 1, 2 and 3; the last few go to 0. */
  private final double[][] squares;

  private final int rows;

  private final int inFours;

  /** Reads a column of the matrix. */
  @FunctionalInterface
  public interface Columns {

    /** Writes column j, all of it. */
    void column(int j, double[] out);
  }

  /**
   * Nothing added yet.
   *
   * @param rows m, all of which are to be added, in order
   * @param columns how many columns
   */
  public ColumnNorms(int rows, int columns) {
    this.squares = new double[4][columns];
    this.rows = rows;
    this.inFours = rows - rows % 4;
  }

  /**
   * Adds row i.
   *
   * @param row its entries, of which those from one place, inclusive, to another, exclusive, count
   */
  public void add(int i, double[] row, int from, int to) {
    double[] sum = squares[i < inFours ? i % 4 : 0];
    for (int j = from; j < to; j++) {
      sum[j] = Math.fma(row[j], row[j], sum[j]);
    }
  }

  /**
   * The norm of column j.
   *
   * @param columns asked for column j where its squares over- or underflow
   */
  public double norm(int j, Columns columns) {
    double squared = (squares[0][j] + squares[1][j]) + (squares[2][j] + squares[3][j]);
    if (squared > Vectors.SMALLEST_SQUARE && squared < Vectors.LARGEST_SQUARE) {
      return Math.sqrt(squared);
    }
    double[] column = new double[rows];
    columns.column(j, column);
    return Vectors.norm(column);
  }
}
