package io.github.sea4j.leastsquares;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns that a run has touched, written in an orthonormal basis of their span.
 *
 * <p>A run of SEA visits many supports but few columns: 45 to 130 in 1000 iterations. Least squares
 * on any of those supports can be done in the coordinates of this basis, d numbers a column instead
 * of m, without losing accuracy: the basis is built by Gram-Schmidt with re-orthogonalisation, so
 * {@code a_j = B c_j} holds to working precision. Gram columns {@code A'a_j} are kept beside, each
 * made at its first use.
 */
final class VisitedColumns {

  private static final double DEPENDENT = 1e-15;

  private final LinearOperator operator;
  private final int[] slotOf;
  private final List<double[]> basis = new ArrayList<>();
  private final List<double[]> coordinates = new ArrayList<>();
  private final List<double[]> gramColumns = new ArrayList<>();
  private final double[] column;
  private final double[] coefficients;

  /** What the basis leaves of the measurements, and their coordinates in it. */
  private final double[] outside;

  private final double[] measurementCoordinates;

  VisitedColumns(LinearOperator operator, double[] measurements) {
    this.operator = operator;
    this.slotOf = new int[operator.columns()];
    Arrays.fill(slotOf, -1);
    this.column = new double[operator.rows()];
    int capacity = Math.min(operator.rows(), operator.columns());
    this.coefficients = new double[capacity + 1];
    this.outside = measurements.clone();
    this.measurementCoordinates = new double[capacity];
  }

  /** The place of column j among the visited ones; fetches it on the first visit. */
  int slot(int j) {
    if (slotOf[j] < 0) {
      slotOf[j] = coordinates.size();
      operator.column(j, column);
      coordinates.add(addToBasis(column));
      double[] gram = new double[operator.columns()];
      operator.gramColumn(j, gram);
      gramColumns.add(gram);
    }
    return slotOf[j];
  }

  /** Number of basis vectors, d. */
  int dimension() {
    return basis.size();
  }

  /** Coordinates of a visited column; those beyond the array's length are zero. */
  double[] coordinates(int slot) {
    return coordinates.get(slot);
  }

  /** {@code A' a_j} of a visited column. */
  double[] gram(int slot) {
    return gramColumns.get(slot);
  }

  /** Coordinates of the measurements in the basis, in the first d entries. */
  double[] measurementCoordinates() {
    return measurementCoordinates;
  }

  /** Norm of the part of the measurements outside the span of the visited columns. */
  double outsideNorm() {
    return Vectors.norm(outside);
  }

  /** The vector of R^m that these coordinates stand for, plus the measurements' outside part. */
  void toRows(double[] coordinatesOfVector, double[] out) {
    System.arraycopy(outside, 0, out, 0, out.length);
    for (int i = 0; i < basis.size(); i++) {
      Vectors.axpy(coordinatesOfVector[i], basis.get(i), out);
    }
  }

  private double[] addToBasis(double[] a) {
    int d = basis.size();
    Arrays.fill(coefficients, 0, d + 1, 0);
    double norm = Vectors.norm(a);
    double before = norm;
    double rest = orthogonalise(a);
    // Where most of the vector cancelled, what is left is not yet orthogonal: once more.
    while (rest < 0.7 * before && rest > DEPENDENT * norm) {
      before = rest;
      rest = orthogonalise(a);
    }
    if (rest <= DEPENDENT * norm || d == measurementCoordinates.length) {
      return Arrays.copyOf(coefficients, d);
    }
    double[] b = a.clone();
    Vectors.scale(1 / rest, b);
    coefficients[d] = rest;
    basis.add(b);
    double along = Vectors.dot(b, outside);
    measurementCoordinates[d] = along;
    Vectors.axpy(-along, b, outside);
    return Arrays.copyOf(coefficients, d + 1);
  }

  private double orthogonalise(double[] a) {
    for (int i = 0; i < basis.size(); i++) {
      double[] b = basis.get(i);
      double h = Vectors.dot(b, a);
      coefficients[i] += h;
      Vectors.axpy(-h, b, a);
    }
    return Vectors.norm(a);
  }
}
