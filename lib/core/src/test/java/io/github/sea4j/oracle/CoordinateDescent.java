package io.github.sea4j.oracle;

/** {@code min 1/2 ||y - A x||² + lambda sum_j ||a_j|| |x_j|} by cyclic coordinate descent. */
public final class CoordinateDescent {

  private CoordinateDescent() {}

  /** The minimiser after so many sweeps, or once a sweep changes nothing beyond 1e-15. */
  public static double[] minimise(double[][] a, double[] y, double lambda, int sweeps) {
    double[][] unit = Dense.unitColumns(a);
    double[] norms = Dense.columnNorms(a);
    double[] z = new double[norms.length];
    double[] residual = y.clone();
    boolean moves = true;
    for (int sweep = 0; sweep < sweeps && moves; sweep++) {
      moves = false;
      for (int j = 0; j < z.length; j++) {
        double[] column = Dense.column(unit, j);
        double free = z[j] + Dense.dot(column, residual);
        double next = Math.signum(free) * Math.max(0, Math.abs(free) - lambda);
        for (int i = 0; i < residual.length; i++) {
          residual[i] -= (next - z[j]) * column[i];
        }
        moves |= Math.abs(next - z[j]) > 1e-15;
        z[j] = next;
      }
    }
    for (int j = 0; j < z.length; j++) {
      z[j] = norms[j] == 0 ? 0 : z[j] / norms[j];
    }
    return z;
  }
}
