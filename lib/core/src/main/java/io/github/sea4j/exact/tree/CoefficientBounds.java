package io.github.sea4j.exact.tree;

import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How large each coefficient of a better answer can be, at the root.
 *
 * <p>Rigorous, where Q is positive definite: with {@code c = Q^-1 b} and {@code f* = f(c)}, {@code
 * f(x) = f* + (x - c)'Q(x - c)/2}, so that {@code f(x) <= upper} implies {@code |x_j - c_j| <=
 * sqrt(2 (upper - f*) (Q^-1)_jj)}. Q is lowered on its diagonal by {@link
 * SubsetProblem#definiteness} first, and the residual of the computed c is accounted for. With a
 * ridge, {@code |x_j| <= sqrt(2 upper/gamma)} besides.
 *
 * <p>Conditional otherwise: a bound that the caller assumes for all coefficients.
 *
 * @param smallest least value of each coefficient, at most 0
 * @param largest greatest value, at least 0
 * @param magnitude what was assumed; positive infinity for rigorous bounds
 * @param objective lower bound of the objective over all x; 0 if none is known
 */
record CoefficientBounds(double[] smallest, double[] largest, double magnitude, double objective) {

  /** Q is inverted up to this size; O(n³). */
  static final int MOST_INVERTED = 1000;

  private static final double SAFETY = 1 + 1e-6;

  /** Bounds that assume a largest absolute value. */
  static CoefficientBounds assumed(int columns, double magnitude) {
    double[] largest = new double[columns];
    double[] smallest = new double[columns];
    Arrays.fill(largest, magnitude);
    Arrays.fill(smallest, -magnitude);
    return new CoefficientBounds(smallest, largest, magnitude, 0);
  }

  /** Bounds that hold for every x with an objective of at most {@code upper}; null if unknown. */
  static @Nullable CoefficientBounds rigorous(SubsetProblem problem, double upper) {
    int n = problem.columns;
    boolean ridge = problem.ridge > 2 * problem.definiteness(n);
    double all = ridge ? Math.sqrt(2 * upper / problem.ridge) * SAFETY : Double.POSITIVE_INFINITY;
    if (n <= MOST_INVERTED && (ridge || n <= problem.rows)) {
      GramCholesky cholesky = new GramCholesky(n);
      double lowered = problem.definiteness(n);
      if (cholesky.factor(0, n, 0, new Lowered(problem, lowered))) {
        return ellipsoid(problem, cholesky, lowered, upper, all);
      }
    }
    if (!ridge) {
      return null;
    }
    CoefficientBounds box = assumed(n, all);
    return new CoefficientBounds(box.smallest, box.largest, Double.POSITIVE_INFINITY, 0);
  }

  /** Q with a lower diagonal. */
  private record Lowered(SubsetProblem problem, double by) implements GramCholesky.Source {

    @Override
    public void row(int i, int from, int to, double[] out) {
      System.arraycopy(problem.gram[i], from, out, from, to - from);
      if (from == i) {
        out[i] += problem.ridge - by;
      }
    }

    @Override
    public double rightHandSide(int i) {
      return problem.correlations[i];
    }
  }

  private static CoefficientBounds ellipsoid(
      SubsetProblem problem, GramCholesky cholesky, double lowered, double upper, double all) {
    int n = problem.columns;
    double[] inverse = new double[n];
    cholesky.inverseDiagonal(inverse);
    double[] centre = new double[n];
    cholesky.solve(centre);
    double[] step = residual(problem, lowered, centre);
    cholesky.solveGram(step);
    Vectors.axpy(1, step, centre);
    double[] rest = residual(problem, lowered, centre);

    double entry = (problem.entryError() + (n + 4) * SubsetProblem.ROUNDOFF) * (1 + problem.ridge);
    double norm1 = Vectors.norm1(centre, n);
    double error = entry * (norm1 + Math.sqrt(2 * problem.half));
    // f(c) = half - b'c + c'Qc/2 with Qc = b - rest.
    double explained = Vectors.dot(problem.correlations, centre) + Vectors.dot(rest, centre);
    double objective =
        problem.half
            - explained / 2
            - error * norm1
            - 4 * n * SubsetProblem.ROUNDOFF * problem.half;
    double[] solved = rest.clone();
    cholesky.solveGram(solved);
    double trace = Arrays.stream(inverse).sum();
    double rho = Math.sqrt(Math.max(0, Vectors.dot(rest, solved))) + error * Math.sqrt(n * trace);
    double distance = rho + Math.sqrt(rho * rho + 2 * Math.max(0, upper - objective));

    double[] smallest = new double[n];
    double[] largest = new double[n];
    for (int j = 0; j < n; j++) {
      double radius = distance * Math.sqrt(inverse[j]) * SAFETY;
      smallest[j] = Math.min(0, Math.max(-all, centre[j] - radius));
      largest[j] = Math.max(0, Math.min(all, centre[j] + radius));
    }
    double least = Math.max(0, objective - rho * rho / 2);
    return new CoefficientBounds(smallest, largest, Double.POSITIVE_INFINITY, least);
  }

  /** {@code b - (Q - lowered I) x}. */
  private static double[] residual(SubsetProblem problem, double lowered, double[] x) {
    double[] r = problem.correlations.clone();
    for (int j = 0; j < x.length; j++) {
      Vectors.axpy(-x[j], problem.gram[j], r);
      r[j] -= x[j] * (problem.ridge - lowered);
    }
    return r;
  }
}
