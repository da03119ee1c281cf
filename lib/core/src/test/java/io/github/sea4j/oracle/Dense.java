package io.github.sea4j.oracle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Dense linear algebra by plain loops, and least squares by EJML's Householder QR. */
public final class Dense {

  private Dense() {}

  /** {@code A x}. */
  public static double[] apply(double[][] a, double[] x) {
    double[] y = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += a[i][j] * x[j];
      }
    }
    return y;
  }

  /** {@code A' y}. */
  public static double[] applyTranspose(double[][] a, double[] y) {
    double[] x = new double[a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < x.length; j++) {
        x[j] += a[i][j] * y[i];
      }
    }
    return x;
  }

  /** Column j. */
  public static double[] column(double[][] a, int j) {
    return Arrays.stream(a).mapToDouble(row -> row[j]).toArray();
  }

  /** Euclidean norms of the columns. */
  public static double[] columnNorms(double[][] a) {
    return IntStream.range(0, a[0].length).mapToDouble(j -> norm(column(a, j))).toArray();
  }

  /** The matrix with column j multiplied by {@code factor[j]}. */
  public static double[][] scaleColumns(double[][] a, double[] factor) {
    return Arrays.stream(a)
        .map(row -> IntStream.range(0, row.length).mapToDouble(j -> row[j] * factor[j]).toArray())
        .toArray(double[][]::new);
  }

  /** The matrix with columns of unit norm; zero columns stay zero. */
  public static double[][] unitColumns(double[][] a) {
    return scaleColumns(
        a, Arrays.stream(columnNorms(a)).map(norm -> norm == 0 ? 0 : 1 / norm).toArray());
  }

  /** The chosen columns, in the order given. */
  public static double[][] selectColumns(double[][] a, int[] chosen) {
    return Arrays.stream(a)
        .map(row -> IntStream.of(chosen).mapToDouble(j -> row[j]).toArray())
        .toArray(double[][]::new);
  }

  /** {@code a - b}. */
  public static double[] minus(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
  }

  /** Inner product. */
  public static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  /** Euclidean norm; entries of ordinary size only. */
  public static double norm(double[] v) {
    return Math.sqrt(dot(v, v));
  }

  /** {@code argmin ||A_S z - y||} by Householder QR; full column rank is assumed. */
  public static double[] leastSquares(double[][] a, int[] support, double[] y) {
    if (support.length == 0) {
      return new double[0];
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.qr(y.length, support.length);
    if (!solver.setA(new DMatrixRMaj(selectColumns(a, support)))) {
      throw new IllegalStateException("QR failed on " + Arrays.toString(support));
    }
    DMatrixRMaj x = new DMatrixRMaj(support.length, 1);
    solver.solve(DMatrixRMaj.wrap(y.length, 1, y.clone()), x);
    return x.data;
  }

  /** {@code y - A_S z} for the least-squares z. */
  public static double[] residual(double[][] a, int[] support, double[] y) {
    double[] z = leastSquares(a, support, y);
    return support.length == 0 ? y.clone() : minus(y, apply(selectColumns(a, support), z));
  }

  /** Sorted indices of the k largest {@code |v_j|}, ties to the lowest index. */
  public static int[] largest(double[] v, int k) {
    return byMagnitude(v).limit(k).sorted().toArray();
  }

  /** {@code |v|_(k) - |v|_(k+1)}: how far the choice of the k largest is from a tie. */
  public static double gap(double[] v, int k) {
    int[] order = byMagnitude(v).toArray();
    return k >= order.length
        ? Double.POSITIVE_INFINITY
        : Math.abs(v[order[k - 1]]) - Math.abs(v[order[k]]);
  }

  private static IntStream byMagnitude(double[] v) {
    return IntStream.range(0, v.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(v[j])))
        .mapToInt(Integer::intValue);
  }
}
