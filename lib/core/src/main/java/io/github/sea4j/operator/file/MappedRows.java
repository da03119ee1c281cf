package io.github.sea4j.operator.file;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.linalg.BlockProduct;
import io.github.sea4j.linalg.ColumnNorms;
import io.github.sea4j.linalg.RowProducts;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Products with a matrix M of p rows and q columns whose numbers stand in a file row after row.
 *
 * <p>The file is read from its start to its end, a few rows at a time, each thread its rows or its
 * columns; a piece is copied into arrays, over which the loops are those of a {@link
 * io.github.sea4j.operator.DenseOperator}, in the same order of summation, and so with the same
 * bits. Room: 16 pieces of 4096 numbers for each thread.
 */
final class MappedRows {

  /** Columns of a piece, and rows whose pieces are added up before the sums go back. */
  private static final int PIECE = 4096;

  private static final int ROWS = 16;

  /** Below this share of non-zeros, numbers are fetched one by one; most of a page is not read. */
  private static final double FEW = 1.0 / 128;

  private final MappedNumbers numbers;
  private final int rows;
  private final int columns;

  MappedRows(MappedNumbers numbers, int rows, int columns) {
    this.numbers = numbers;
    this.rows = rows;
    this.columns = columns;
  }

  private void split(int length, int step, Workers.Part work) {
    Workers.splitIf((long) rows * columns >= Workers.LARGE_MATRIX, length, step, work);
  }

  /** {@code y = M x}. */
  void apply(double[] x, double[] y) {
    int[] support = IntStream.range(0, columns).filter(j -> x[j] != 0).toArray();
    if (support.length <= FEW * columns) {
      split(rows, 8, (from, to) -> applyFew(support, from, to, x, y));
    } else {
      apply(new double[][] {x}, new double[][] {y}, 1);
    }
  }

  /** What zeros would add changes no bit. */
  private void applyFew(int[] support, int from, int to, double[] x, double[] y) {
    for (int i = from; i < to; i++) {
      double sum = 0;
      for (int j : support) {
        sum = Math.fma(numbers.get((long) i * columns + j), x[j], sum);
      }
      y[i] = sum;
    }
  }

  /** {@code y_b = M x_b} for b below {@code count}: the file is read once for all of them. */
  void apply(double[][] x, double[][] y, int count) {
    split(rows, 8, (from, to) -> applyRows(from, to, x, y, count));
  }

  private void applyRows(int from, int to, double[][] x, double[][] y, int vectors) {
    for (int b = 0; b < vectors; b++) {
      Arrays.fill(y[b], from, to, 0);
    }
    double[][] held = new double[8][Math.min(columns, PIECE)];
    double[] part = new double[held[0].length];
    for (int i = from; i < to; i += 8) {
      int count = Math.min(8, to - i);
      for (int first = 0; first < columns; first += PIECE) {
        int length = Math.min(columns - first, PIECE);
        hold(i, count, first, length, held);
        for (int b = 0; b < vectors; b++) {
          System.arraycopy(x[b], first, part, 0, length);
          addInnerProducts(held, count, part, length, y[b], i);
        }
      }
    }
  }

  private static void addInnerProducts(
      double[][] held, int count, double[] x, int length, double[] y, int at) {
    if (count == 8) {
      RowProducts.addEightInnerProducts(held, 0, x, length, y, at);
      return;
    }
    for (int r = 0; r < count; r++) {
      RowProducts.addInnerProduct(held[r], x, length, y, at + r);
    }
  }

  /** Copies some columns of some rows. */
  private void hold(int row, int count, int first, int length, double[][] held) {
    for (int r = 0; r < count; r++) {
      numbers.read((long) (row + r) * columns + first, held[r], 0, length);
    }
  }

  /** {@code x = M'y}. Rows whose factors are zero are not read. */
  void applyTranspose(double[] y, double[] x) {
    split(columns, 8, (from, to) -> applyColumns(from, to, y, x));
  }

  private void applyColumns(int from, int to, double[] y, double[] x) {
    Arrays.fill(x, from, to, 0);
    double[][] held = new double[4][Math.min(to - from, PIECE)];
    double[] sum = new double[held[0].length];
    for (int i = 0; i < rows; i += ROWS) {
      int last = Math.min(rows, i + ROWS);
      if (isZero(y, i, last)) {
        continue;
      }
      for (int first = from; first < to; first += PIECE) {
        int length = Math.min(to - first, PIECE);
        System.arraycopy(x, first, sum, 0, length);
        addRows(i, last, first, length, held, y, sum);
        System.arraycopy(sum, 0, x, first, length);
      }
    }
  }

  private void addRows(
      int from, int to, int first, int length, double[][] held, double[] y, double[] sum) {
    for (int i = from; i < to; i += 4) {
      int count = Math.min(4, to - i);
      if (isZero(y, i, i + count)) {
        continue;
      }
      hold(i, count, first, length, held);
      if (count == 4) {
        RowProducts.addFourRows(held, 0, y, i, sum, 0, length);
      } else {
        for (int r = 0; r < count; r++) {
          RowProducts.addRow(y[i + r], held[r], sum, 0, length);
        }
      }
    }
  }

  private static boolean isZero(double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      if (y[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code x_b = M'y_b} for b below {@code count}: the file is read once for all of them. */
  void applyTranspose(double[][] y, double[][] x, int count) {
    split(columns, 8, (from, to) -> applyColumns(from, to, y, x, count));
  }

  private void applyColumns(int from, int to, double[][] y, double[][] x, int vectors) {
    for (int b = 0; b < vectors; b++) {
      Arrays.fill(x[b], from, to, 0);
    }
    double[][] held = new double[Math.min(rows, ROWS)][Math.min(to - from, PIECE)];
    double[][] weights = new double[vectors][];
    double[][] sums = new double[vectors][];
    for (int i = 0; i < rows; i += ROWS) {
      int count = Math.min(rows - i, ROWS);
      double[][] block = count == held.length ? held : Arrays.copyOf(held, count);
      for (int b = 0; b < vectors; b++) {
        weights[b] = Arrays.copyOfRange(y[b], i, i + count);
      }
      for (int first = from; first < to; first += PIECE) {
        int length = Math.min(to - first, PIECE);
        hold(i, count, first, length, block);
        for (int b = 0; b < vectors; b++) {
          sums[b] = Arrays.copyOfRange(x[b], first, first + length);
        }
        BlockProduct.add(block, weights, vectors, sums);
        for (int b = 0; b < vectors; b++) {
          System.arraycopy(sums[b], 0, x[b], first, length);
        }
      }
    }
  }

  /** Row i. */
  void row(int i, double[] out) {
    numbers.read((long) i * columns, out, 0, columns);
  }

  /** Column j: a page of the file for each number, where rows are long. */
  void column(int j, double[] out) {
    for (int i = 0; i < rows; i++) {
      out[i] = numbers.get((long) i * columns + j);
    }
  }

  /** The norms of all rows. */
  double[] rowNorms() {
    double[] norms = new double[rows];
    split(
        rows,
        1,
        (from, to) -> {
          double[] row = new double[columns];
          for (int i = from; i < to; i++) {
            row(i, row);
            norms[i] = Vectors.norm(row);
          }
        });
    return norms;
  }

  /** The norms of all columns, with the sums of {@link Vectors#norm(double[])}. */
  double[] columnNorms() {
    double[] norms = new double[columns];
    split(columns, 8, (from, to) -> columnNorms(from, to, norms));
    return norms;
  }

  private void columnNorms(int from, int to, double[] norms) {
    double[] row = new double[to - from];
    ColumnNorms sums = new ColumnNorms(rows, row.length);
    for (int i = 0; i < rows; i++) {
      numbers.read((long) i * columns + from, row, 0, row.length);
      sums.add(i, row, 0, row.length);
    }
    for (int j = from; j < to; j++) {
      norms[j] = sums.norm(j - from, (at, out) -> column(from + at, out));
    }
  }
}
