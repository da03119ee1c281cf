package io.github.sea4j.operator;

import io.github.sea4j.check.Require;
import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.csc.CommonOps_DSCC;

/**
 * A sparse matrix, stored by columns. Products cost two flops a stored entry.
 *
 * <p>The transpose is stored as well (the same memory again): through it a Gram column costs only
 * the entries of the rows that its column meets.
 */
public final class SparseOperator implements LinearOperator {

  /** Entries times pairs of products that a norm may cost, and how many pairs it always may. */
  private static final int NORM_WORK = 1_000_000_000;

  private static final int FEWEST_STEPS = 100;

  private final DMatrixSparseCSC matrix;
  private final DMatrixSparseCSC transpose;

  private SparseOperator(DMatrixSparseCSC matrix) {
    this.matrix = matrix;
    this.transpose = CommonOps_DSCC.transpose(matrix, null, null);
  }

  /**
   * A copy of an EJML matrix in compressed columns.
   *
   * @throws IllegalArgumentException on a matrix without rows or columns, or an entry that is NaN,
   *     infinite or stored twice
   */
  public static SparseOperator of(DMatrixSparseCSC matrix) {
    if (matrix.numRows < 1 || matrix.numCols < 1) {
      throw new IllegalArgumentException(
          "matrix must have at least one row and one column, but is %d x %d"
              .formatted(matrix.numRows, matrix.numCols));
    }
    checkEntries(matrix);
    return new SparseOperator(matrix.copy());
  }

  private static void checkEntries(DMatrixSparseCSC matrix) {
    int[] seenInColumn = new int[matrix.numRows];
    Arrays.fill(seenInColumn, -1);
    for (int j = 0; j < matrix.numCols; j++) {
      for (int p = matrix.col_idx[j]; p < matrix.col_idx[j + 1]; p++) {
        int i = matrix.nz_rows[p];
        if (!Double.isFinite(matrix.nz_values[p])) {
          throw new IllegalArgumentException(
              "matrix: entry (%d, %d) must be finite, but is %s"
                  .formatted(i, j, matrix.nz_values[p]));
        }
        if (seenInColumn[i] == j) {
          throw new IllegalArgumentException(
              "matrix: entry (%d, %d) must be stored once, but is stored twice".formatted(i, j));
        }
        seenInColumn[i] = j;
      }
    }
  }

  /**
   * A copy of an EJML matrix given by triplets.
   *
   * @throws IllegalArgumentException on a matrix without rows or columns, or an entry that is NaN,
   *     infinite or given twice
   */
  public static SparseOperator of(DMatrixSparseTriplet matrix) {
    return of(DConvertMatrixStruct.convert(matrix, (DMatrixSparseCSC) null));
  }

  @Override
  public int rows() {
    return matrix.numRows;
  }

  @Override
  public int columns() {
    return matrix.numCols;
  }

  /** Number of stored entries. */
  public int entries() {
    return matrix.nz_length;
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    innerProducts(transpose, x, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    innerProducts(matrix, y, x);
  }

  /** {@code out[j]} = column j times {@code vector}. */
  private static void innerProducts(DMatrixSparseCSC byColumns, double[] vector, double[] out) {
    Workers.splitIf(
        byColumns.nz_length >= Workers.LARGE_MATRIX,
        byColumns.numCols,
        8,
        (from, to) -> innerProducts(byColumns, vector, out, from, to));
  }

  private static void innerProducts(
      DMatrixSparseCSC byColumns, double[] vector, double[] out, int from, int to) {
    for (int j = from; j < to; j++) {
      double sum = 0;
      for (int p = byColumns.col_idx[j]; p < byColumns.col_idx[j + 1]; p++) {
        sum += byColumns.nz_values[p] * vector[byColumns.nz_rows[p]];
      }
      out[j] = sum;
    }
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    Arrays.fill(out, 0, rows(), 0);
    addColumn(matrix, j, 1, out);
  }

  @Override
  public PackedVector packedColumn(int j) {
    Require.column(j, columns());
    int from = matrix.col_idx[j];
    int to = matrix.col_idx[j + 1];
    for (int p = from + 1; p < to; p++) {
      if (matrix.nz_rows[p] < matrix.nz_rows[p - 1]) {
        return LinearOperator.super.packedColumn(j);
      }
    }
    return PackedVector.ofEntries(
        rows(),
        Arrays.copyOfRange(matrix.nz_rows, from, to),
        Arrays.copyOfRange(matrix.nz_values, from, to));
  }

  @Override
  public void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    Arrays.fill(out, 0, columns(), 0);
    for (int p = matrix.col_idx[j]; p < matrix.col_idx[j + 1]; p++) {
      addColumn(transpose, matrix.nz_rows[p], matrix.nz_values[p], out);
    }
  }

  /** {@inheritDoc} Here one for each stored entry. */
  @Override
  public long productCost() {
    return entries();
  }

  /** {@inheritDoc} Here entries of a column times entries of a row, on average. */
  @Override
  public long gramColumnCost() {
    return (long) entries() * entries() / rows() / columns();
  }

  /**
   * {@inheritDoc} With more than ten million stored entries after {@value #FEWEST_STEPS} steps,
   * with fewer entries after more: a lower bound, on a random matrix of 10^7 entries right to 1e-5.
   */
  @Override
  public double norm(BooleanSupplier giveUp) {
    int most = Math.max(FEWEST_STEPS, NORM_WORK / Math.max(1, entries()));
    int[] steps = {0};
    return LinearOperator.super.norm(
        () -> {
          steps[0]++;
          return giveUp.getAsBoolean() || steps[0] >= most;
        });
  }

  /** {@code out += factor} times a column. */
  private static void addColumn(DMatrixSparseCSC source, int j, double factor, double[] out) {
    for (int p = source.col_idx[j]; p < source.col_idx[j + 1]; p++) {
      out[source.nz_rows[p]] += factor * source.nz_values[p];
    }
  }

  @Override
  public double[] columnNorms() {
    double[] norms = new double[columns()];
    for (int j = 0; j < norms.length; j++) {
      norms[j] =
          Vectors.norm(
              Arrays.copyOfRange(matrix.nz_values, matrix.col_idx[j], matrix.col_idx[j + 1]));
    }
    return norms;
  }

  @Override
  public LinearOperator scaleColumns(double[] scale) {
    double[] factors = ScaledColumns.checked(scale, columns());
    DMatrixSparseCSC scaled = matrix.copy();
    for (int j = 0; j < factors.length; j++) {
      for (int p = scaled.col_idx[j]; p < scaled.col_idx[j + 1]; p++) {
        scaled.nz_values[p] *= factors[j];
      }
    }
    return new SparseOperator(scaled);
  }

  @Override
  public String toString() {
    return "SparseOperator(%d x %d, %d entries)".formatted(rows(), columns(), entries());
  }
}
