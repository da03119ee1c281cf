package io.github.sea4j.threshold;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.fit.SparsePoint;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.search.SearchContext;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A k-sparse iterate x with its value and gradient, and the best one met so far. */
final class ThresholdedIterate implements Fitted {

  private final SparsePoint point;
  private final double[] dense;
  private int[] support = {};
  private double[] values = {};
  private Fixed best = new Fixed(new int[0], new double[0], Double.POSITIVE_INFINITY);

  /** An iterate that was left behind. */
  private record Fixed(int[] support, double[] coefficients, double value) implements Fitted {}

  /** x = 0. */
  private ThresholdedIterate(SearchContext context) {
    this.point = context.point();
    this.dense = new double[context.columns()];
  }

  /** The start of the solver, or x = 0 where it has none. */
  static ThresholdedIterate start(SearchContext context) {
    ThresholdedIterate iterate = new ThresholdedIterate(context);
    if (context.hasStart()) {
      double[] x = context.start();
      int[] nonZeros = IntStream.range(0, x.length).filter(j -> x[j] != 0).toArray();
      iterate.set(nonZeros, Vectors.gather(x, nonZeros));
    }
    return iterate;
  }

  /** Sets x to these values on a support, zero elsewhere; keeps both arrays. */
  void set(int[] newSupport, double[] newValues) {
    for (int j : support) {
      dense[j] = 0;
    }
    Vectors.scatter(newValues, newSupport, newSupport.length, dense);
    support = newSupport;
    values = newValues;
    point.set(support, values);
  }

  /** Replaces x by the proposal on the support, zero elsewhere; returns the norm of the change. */
  double threshold(double[] proposal, int[] newSupport) {
    double squared = 0;
    for (int j : support) {
      if (Arrays.binarySearch(newSupport, j) < 0) {
        squared += dense[j] * dense[j];
      }
    }
    double[] newValues = Vectors.gather(proposal, newSupport);
    for (int i = 0; i < newValues.length; i++) {
      double change = newValues[i] - dense[newSupport[i]];
      squared += change * change;
    }
    set(newSupport, newValues);
    return Math.sqrt(squared);
  }

  /** The gradient of the loss at x; n entries, overwritten. */
  void gradient(double[] g) {
    point.gradient(g);
  }

  /** {@code ||A d||} for a vector with few non-zeros, given by these. */
  double imageNorm(int[] columns, double[] d) {
    return point.imageNorm(columns, d);
  }

  /** Copies x, dense, to {@code out}. */
  void copyTo(double[] out) {
    System.arraycopy(dense, 0, out, 0, dense.length);
  }

  SparsePoint point() {
    return point;
  }

  /** {@inheritDoc} Shared; empty at x = 0 before the first step. */
  @Override
  public int[] support() {
    return support;
  }

  @Override
  public double value() {
    return point.value();
  }

  /** {@inheritDoc} Shared. */
  @Override
  public double[] coefficients() {
    return values;
  }

  double norm() {
    return Vectors.norm(values);
  }

  void rememberIfBest() {
    if (value() < best.value) {
      best = new Fixed(support, values, value());
    }
  }

  /** The present iterate, as it is now. */
  Fitted present() {
    return new Fixed(support, values, value());
  }

  /** The best iterate remembered. */
  Fitted best() {
    return best;
  }
}
