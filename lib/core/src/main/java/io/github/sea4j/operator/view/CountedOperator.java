package io.github.sea4j.operator.view;

import io.github.sea4j.linalg.OrthogonalRows;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.operator.ForwardingOperator;
import io.github.sea4j.operator.LinearOperator;
import java.util.function.BooleanSupplier;

/**
 * A view of an operator that counts its products: {@code A x}, {@code A' y} and Gram columns, which
 * cost about as much, are one each; fetching a column of A is free, as it costs a small part of
 * that.
 *
 * <p>The count does not depend on the machine, so a budget in products ends a run at the same
 * iteration everywhere. It belongs to one solve and its thread: unlike other operators, this one is
 * not safe for use by several threads.
 */
public final class CountedOperator extends ForwardingOperator {

  private long products;

  /** Counts from zero. */
  public CountedOperator(LinearOperator base) {
    super(base);
  }

  /** Number of products so far. */
  public long products() {
    return products;
  }

  /**
   * A view of this matrix with orthogonal rows, its products counted here: one for each vector, as
   * they cost what products with A and A' do. The decomposition is not counted, like all that is
   * done once for a matrix and shared.
   */
  public OrthogonalRows counted(OrthogonalRows rows) {
    return new CountedRows(rows);
  }

  private final class CountedRows implements OrthogonalRows {

    private final OrthogonalRows rows;

    CountedRows(OrthogonalRows rows) {
      this.rows = rows;
    }

    @Override
    public int columns() {
      return rows.columns();
    }

    @Override
    public double[] squares() {
      return rows.squares();
    }

    @Override
    public double[] rotated(double[] y) {
      return rows.rotated(y);
    }

    @Override
    public void apply(double[][] x, int count, double[][] c) {
      products += count;
      rows.apply(x, count, c);
    }

    @Override
    public void addTranspose(double[][] c, int count, double[][] x) {
      products += count;
      rows.addTranspose(c, count, x);
    }
  }

  @Override
  public void apply(double[] x, double[] y) {
    products++;
    base.apply(x, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    products++;
    base.applyTranspose(y, x);
  }

  @Override
  public void applyTranspose(double[][] y, double[][] x, int count) {
    products += count;
    base.applyTranspose(y, x, count);
  }

  @Override
  public void gramColumn(int j, double[] out) {
    products++;
    base.gramColumn(j, out);
  }

  @Override
  public PackedVector packedGramColumn(int j) {
    products++;
    return base.packedGramColumn(j);
  }

  /** {@inheritDoc} Counted as the pairs of products that the base makes for it, often none. */
  @Override
  public double norm(BooleanSupplier giveUp) {
    return base.norm(
        () -> {
          products += 2;
          return giveUp.getAsBoolean();
        });
  }
}
