package io.github.sea4j.fit;

import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.oracle.Dense;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** {@code ||D (A x - y)||} for a diagonal D, by dense QR: a second loss, for tests of the seam. */
final class WeightedLeastSquares implements Loss {

  private final double[] d;

  WeightedLeastSquares(double... d) {
    this.d = d.clone();
  }

  @Override
  public Fit fit(LinearOperator operator, double[] y, int most, BooleanSupplier hurry) {
    return new Point(operator, y);
  }

  @Override
  public SparsePoint point(LinearOperator operator, double[] y, BooleanSupplier hurry) {
    return new Point(operator, y);
  }

  @Override
  public SupportSolution solve(LinearOperator operator, double[] y, int[] support) {
    Point point = new Point(operator, y);
    point.moveTo(support);
    return point.solution();
  }

  @Override
  public String toString() {
    return "weighted least squares";
  }

  /** Both seams at once: every move is a fresh fit. */
  private final class Point implements Fit, SparsePoint {

    private final LinearOperator operator;
    private final double[] y;
    private int[] support = {};
    private double[] x = {};

    Point(LinearOperator operator, double[] y) {
      this.operator = operator;
      this.y = y;
    }

    @Override
    public void moveTo(int[] newSupport) {
      double[][] weighted = new double[y.length][newSupport.length];
      double[] column = new double[y.length];
      for (int i = 0; i < newSupport.length; i++) {
        operator.column(newSupport[i], column);
        for (int row = 0; row < y.length; row++) {
          weighted[row][i] = d[row] * column[row];
        }
      }
      double[] right = new double[y.length];
      Arrays.setAll(right, row -> d[row] * y[row]);
      support = newSupport.clone();
      x =
          newSupport.length == 0
              ? new double[0]
              : Dense.leastSquares(
                  weighted, IntStream.range(0, newSupport.length).toArray(), right);
    }

    @Override
    public void set(int[] newSupport, double[] coefficients) {
      support = newSupport;
      x = coefficients;
    }

    private double[] misfit() {
      double[] dense = new double[operator.columns()];
      for (int i = 0; i < support.length; i++) {
        dense[support[i]] = x[i];
      }
      double[] misfit = new double[y.length];
      operator.apply(dense, misfit);
      Arrays.setAll(misfit, row -> d[row] * (misfit[row] - y[row]));
      return misfit;
    }

    @Override
    public void gradient(double[] g) {
      double[] misfit = misfit();
      Arrays.setAll(misfit, row -> d[row] * misfit[row]);
      operator.applyTranspose(misfit, g);
    }

    @Override
    public double imageNorm(int[] columns, double[] direction) {
      throw new UnsupportedOperationException("only normalised steps ask for it");
    }

    @Override
    public boolean rankDeficient() {
      return false;
    }

    @Override
    public int[] support() {
      return support.clone();
    }

    @Override
    public double value() {
      return Dense.norm(misfit());
    }

    @Override
    public double[] coefficients() {
      return x.clone();
    }
  }
}
