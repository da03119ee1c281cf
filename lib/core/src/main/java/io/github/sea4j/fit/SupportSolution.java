package io.github.sea4j.fit;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.UpdatableQr;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * The fit on one support, for least squares by a factorisation of its own ({@link SemiNormalFit}
 * where the support is large, else orthogonal), free of what updates may have left: the
 * confirmation of every answer that is returned.
 *
 * @param coefficients one for each index of the support; zero for columns that depend on others
 * @param value what is minimised; for least squares {@code ||A x - y||}
 * @param rankDeficient whether the columns depend on each other to working precision
 */
public record SupportSolution(double[] coefficients, double value, boolean rankDeficient) {

  /**
   * Fits {@code y} on the columns of a support.
   *
   * @param operator A with unit-norm columns
   * @param y m measurements, read only
   * @param support sorted column indices, read only
   */
  public static SupportSolution of(LinearOperator operator, double[] y, int[] support) {
    PackedVector[] columns =
        Arrays.stream(support).mapToObj(operator::packedColumn).toArray(PackedVector[]::new);
    double[] residual = new double[y.length];
    return SemiNormalFit.isLarge(y.length, support.length)
        ? SemiNormalFit.of(columns, y, residual)
        : of(columns, y, residual);
  }

  /**
   * The fit on columns that are at hand, with the residual.
   *
   * @param columns unit-norm columns of the support, in the order of its indices
   * @param residual {@code y - A x}, m entries, overwritten
   */
  static SupportSolution of(PackedVector[] columns, double[] y, double[] residual) {
    TouchedRows rows = TouchedRows.of(columns, y.length);
    UpdatableQr qr = new UpdatableQr(rows.count(), columns.length);
    int[] place = new int[columns.length];
    double[] entries = new double[rows.count()];
    for (int i = 0; i < columns.length; i++) {
      rows.gather(columns[i], entries);
      place[i] = qr.append(entries) ? qr.size() - 1 : -1;
    }
    rows.gather(y, entries);
    SupportSolution fit = read(qr, place, entries, entries);
    System.arraycopy(y, 0, residual, 0, y.length);
    rows.scatter(entries, residual);
    return new SupportSolution(fit.coefficients, Vectors.norm(residual), fit.rankDeficient);
  }

  /**
   * Reads the fit off a factorisation that a solver has built column by column.
   *
   * @param qr the factored columns
   * @param held for each of its columns, in order, the column's index
   * @param y m measurements, read only
   * @param support the same indices, sorted
   */
  public static SupportSolution of(UpdatableQr qr, int[] held, double[] y, int[] support) {
    int[] place = new int[support.length];
    for (int position = 0; position < qr.size(); position++) {
      place[Arrays.binarySearch(support, held[position])] = position;
    }
    return read(qr, place, y, new double[y.length]);
  }

  private static SupportSolution read(UpdatableQr qr, int[] place, double[] y, double[] residual) {
    double[] z = new double[place.length];
    double residualNorm = qr.project(y, z, residual);
    qr.solve(z, z);
    double[] coefficients = new double[place.length];
    for (int i = 0; i < place.length; i++) {
      coefficients[i] = place[i] < 0 ? 0 : z[place[i]];
    }
    return new SupportSolution(coefficients, residualNorm, qr.size() < place.length);
  }

  /** The same beside its support: sorted columns, as many as there are coefficients; copied. */
  public Fitted on(int[] support) {
    return new OnSupport(support.clone(), this);
  }

  private record OnSupport(int[] columns, SupportSolution fit) implements Fitted {

    @Override
    public int[] support() {
      return columns.clone();
    }

    @Override
    public double value() {
      return fit.value;
    }

    @Override
    public double[] coefficients() {
      return fit.coefficients.clone();
    }
  }
}
