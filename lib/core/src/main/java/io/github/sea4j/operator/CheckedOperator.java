package io.github.sea4j.operator;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;

/**
 * A view of an operator that refuses answers which are no finite numbers.
 *
 * <p>Comparisons with NaN are all false, so an algorithm that meets one goes on and returns an
 * answer made from nothing. Every solver sees the operator through this view. It costs one pass
 * over the result of a product. The norm and the whitening are checked by who makes them.
 */
public final class CheckedOperator extends ForwardingOperator {

  /** The same matrix; its products throw {@link IllegalArgumentException} on NaN and infinity. */
  public CheckedOperator(LinearOperator base) {
    super(base);
  }

  @Override
  public void apply(double[] x, double[] y) {
    base.apply(x, y);
    check("A x", y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    base.applyTranspose(y, x);
    check("A' y", x);
  }

  @Override
  public void column(int j, double[] out) {
    base.column(j, out);
    check("a column of A", out);
  }

  @Override
  public void applyTranspose(double[][] y, double[][] x, int count) {
    base.applyTranspose(y, x, count);
    for (int b = 0; b < count; b++) {
      check("A'y", x[b]);
    }
  }

  @Override
  public void gramColumn(int j, double[] out) {
    base.gramColumn(j, out);
    check("a column of A'A", out);
  }

  @Override
  public PackedVector packedColumn(int j) {
    return checked("a column of A", base.packedColumn(j));
  }

  @Override
  public PackedVector packedGramColumn(int j) {
    return checked("a column of A'A", base.packedGramColumn(j));
  }

  @Override
  public double[] columnNorms() {
    double[] norms = base.columnNorms();
    check("the column norms of A", norms);
    return norms;
  }

  private static void check(String product, double[] result) {
    int bad = Vectors.firstNonFinite(result);
    if (bad >= 0) {
      throw refusal(product, bad, result[bad]);
    }
  }

  private static PackedVector checked(String product, PackedVector result) {
    int bad = result.firstNonFinite();
    if (bad >= 0) {
      throw refusal(product, bad, result.get(bad));
    }
    return result;
  }

  private static IllegalArgumentException refusal(String product, int entry, double value) {
    return new IllegalArgumentException(
        "operator: %s must be finite, but entry %d is %s".formatted(product, entry, value));
  }
}
