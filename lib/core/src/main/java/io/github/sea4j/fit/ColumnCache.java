package io.github.sea4j.fit;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a run has touched, their Gram columns {@code A'a_j} and their inner products,
 * each fetched or computed once.
 *
 * <p>A run of SEA visits a thousand supports but only some hundred columns, so nothing of the size
 * of A or A'A is ever formed. Not thread-safe.
 */
public final class ColumnCache {

  /** Entries of columns of a large matrix, each far from the next, that take half a millisecond. */
  private static final long MANY_ENTRIES = 50_000;

  private final LinearOperator operator;
  private final boolean large;
  private final @Nullable PackedVector[] columns;
  private final @Nullable PackedVector[] gramColumns;

  /** For each column one more than its row in the table of inner products; 0 where it has none. */
  private final int[] place;

  /** Inner products of the columns that have a row, below the diagonal; NaN where not known yet. */
  private double[][] products = {};

  private int rows;

  /** Nothing fetched yet. */
  public ColumnCache(LinearOperator operator) {
    this.operator = operator;
    this.large = operator.productCost() >= Workers.LARGE_MATRIX;
    this.columns = new PackedVector[operator.columns()];
    this.gramColumns = new PackedVector[operator.columns()];
    this.place = new int[operator.columns()];
  }

  /** {@code a_j}. */
  public PackedVector column(int j) {
    PackedVector column = columns[j];
    if (column == null) {
      column = operator.packedColumn(j);
      columns[j] = column;
    }
    return column;
  }

  /** {@code a_j} for each of some j; a new array. Many that are missing take all threads. */
  public PackedVector[] columns(int[] chosen) {
    if (large) {
      fetch(chosen);
    }
    PackedVector[] some = new PackedVector[chosen.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = column(chosen[i]);
    }
    return some;
  }

  private void fetch(int[] chosen) {
    int[] missing = IntStream.of(chosen).filter(j -> columns[j] == null).toArray();
    long entries = missing.length * (operator.productCost() / operator.columns());
    Workers.splitIf(
        entries >= MANY_ENTRIES,
        missing.length,
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            columns[missing[i]] = operator.packedColumn(missing[i]);
          }
        });
  }

  /** The columns fetched so far, ascending; a new array. */
  int[] fetched() {
    return IntStream.range(0, columns.length).filter(j -> columns[j] != null).toArray();
  }

  /** {@code A'a_j}. */
  public PackedVector gram(int j) {
    PackedVector gram = gramColumns[j];
    if (gram == null) {
      gram = operator.packedGramColumn(j);
      gramColumns[j] = gram;
    }
    return gram;
  }

  /**
   * Fetches those of some Gram columns that are missing; where each would be a product of its own,
   * several at a time.
   *
   * @param chosen their indices, of which the first {@code count} are read
   * @param hurry asked before each; once true, no more are fetched
   * @return whether all are at hand
   */
  boolean fetchGram(int[] chosen, int count, BooleanSupplier hurry) {
    int[] missing = IntStream.of(chosen).limit(count).filter(j -> !holdsGram(j)).toArray();
    int step = GramRental.columnsAtOnce(operator);
    for (int from = 0; from < missing.length; from += step) {
      if (hurry.getAsBoolean()) {
        return false;
      }
      int to = Math.min(missing.length, from + step);
      if (step == 1) {
        gram(missing[from]);
      } else {
        multiply(Arrays.copyOfRange(missing, from, to));
      }
    }
    return true;
  }

  private void multiply(int[] chosen) {
    double[][] dense = new double[chosen.length][operator.rows()];
    double[][] gram = new double[chosen.length][operator.columns()];
    for (int b = 0; b < chosen.length; b++) {
      column(chosen[b]).addTo(1, dense[b]);
    }
    operator.applyTranspose(dense, gram, chosen.length);
    for (int b = 0; b < chosen.length; b++) {
      gramColumns[chosen[b]] = PackedVector.taking(gram[b]);
    }
  }

  /** Whether {@code A'a_j} is at hand, so that {@link #gram} costs nothing. */
  public boolean holdsGram(int j) {
    return gramColumns[j] != null;
  }

  /**
   * The inner products {@code A_S'A_S} of some columns: from their Gram columns, fetched where they
   * are missing, or one by one where a Gram column is a long product.
   *
   * @param hurry asked before each Gram column; once true, no more are fetched
   * @return a new array; null in a hurry
   */
  public double @Nullable [][] innerProducts(int[] support, BooleanSupplier hurry) {
    boolean dear = GramRental.isDear(operator);
    if (!dear && !fetchGram(support, support.length, hurry)) {
      return null;
    }
    double[][] gram = new double[support.length][support.length];
    for (int i = 0; i < gram.length; i++) {
      if (dear) {
        innerProducts(support[i], support, 0, i + 1, gram[i]);
        for (int j = 0; j < i; j++) {
          gram[j][i] = gram[i][j];
        }
      } else {
        gram(support[i]).gather(support, gram[i]);
      }
    }
    return gram;
  }

  /**
   * The inner products of a column with some others: m multiplications for each that is not known
   * yet, where a Gram column costs a product.
   *
   * @param others of which those from one place, inclusive, to another, exclusive, take part
   * @param out {@code a_i'a_j} at the place of j among the others
   */
  void innerProducts(int i, int[] others, int from, int to, double[] out) {
    PackedVector column = column(i);
    if (column.isDense()) {
      int[] missing =
          Arrays.stream(others, from, to)
              .filter(j -> Double.isNaN(rowOf(i, j)[positionOf(i, j)]))
              .toArray();
      double[] found = new double[missing.length];
      PackedVector.dot(columns(missing), missing.length, column.dense(), found);
      for (int c = 0; c < missing.length; c++) {
        rowOf(i, missing[c])[positionOf(i, missing[c])] = found[c];
      }
    }
    for (int c = from; c < to; c++) {
      out[c] = innerProduct(i, others[c]);
    }
  }

  /** {@code a_i'a_j}, likewise. */
  double innerProduct(int i, int j) {
    double[] row = rowOf(i, j);
    int position = positionOf(i, j);
    if (Double.isNaN(row[position])) {
      row[position] = column(i).dot(column(j));
    }
    return row[position];
  }

  private double[] rowOf(int i, int j) {
    int row = Math.max(placeOf(i), placeOf(j));
    // Read only now: a new place may have moved the table.
    return products[row];
  }

  private int positionOf(int i, int j) {
    return Math.min(placeOf(i), placeOf(j));
  }

  private int placeOf(int j) {
    if (place[j] == 0) {
      if (rows == products.length) {
        products = Arrays.copyOf(products, Math.max(16, 2 * rows));
      }
      products[rows] = new double[rows + 1];
      Arrays.fill(products[rows], Double.NaN);
      rows++;
      place[j] = rows;
    }
    return place[j] - 1;
  }

  /**
   * {@code y += A x} for an x with few non-zeros, m for each of them.
   *
   * @param indices the non-zeros
   * @param values their values, in the same order
   * @param y m entries, mutated
   */
  public void addProduct(int[] indices, double[] values, double[] y) {
    PackedVector.addTo(values, columns(indices), indices.length, y);
  }
}
