package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.ColumnCache;
import io.github.sea4j.leastsquares.GramGradient;
import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A k-sparse iterate x with its residual and gradient, and the best one met so far. */
final class ThresholdedIterate {

  private final UnitNormProblem unit;
  private final Progress progress;

  /** Columns met so far: few, and met again and again. */
  private final ColumnCache cache;

  private final double[] dense;
  private int[] support = {};
  private double[] values = {};
  private boolean stayed;

  /** {@code A x - y}. */
  private final double[] misfit;

  private double residualNorm;
  private final double[] image;
  private @Nullable GramGradient fromGram;

  private int[] bestSupport = {};
  private double[] bestValues = {};
  private double bestResidualNorm = Double.POSITIVE_INFINITY;

  /** x = 0. */
  private ThresholdedIterate(UnitNormProblem unit, Progress progress) {
    this.unit = unit;
    this.progress = progress;
    this.cache = new ColumnCache(unit.operator());
    this.dense = new double[unit.columns()];
    this.misfit = new double[unit.rows()];
    this.image = new double[unit.rows()];
    updateResidual();
  }

  /** The answer of a start, or x = 0 without one. */
  static ThresholdedIterate startingFrom(
      @Nullable Start start, SparseProblem problem, UnitNormProblem unit, Progress progress) {
    ThresholdedIterate iterate = new ThresholdedIterate(unit, progress);
    if (start != null) {
      double[] x = unit.fromUser(start.solve(problem, progress).x());
      int[] nonZeros = IntStream.range(0, x.length).filter(j -> x[j] != 0).toArray();
      iterate.set(nonZeros, Arrays.stream(nonZeros).mapToDouble(j -> x[j]).toArray());
    }
    return iterate;
  }

  /** Sets x to these values on a support, zero elsewhere; keeps both arrays. */
  void set(int[] newSupport, double[] newValues) {
    for (int j : support) {
      dense[j] = 0;
    }
    for (int i = 0; i < newSupport.length; i++) {
      dense[newSupport[i]] = newValues[i];
    }
    stayed = Arrays.equals(newSupport, support);
    support = newSupport;
    values = newValues;
    updateResidual();
  }

  /** Replaces x by the proposal on the support, zero elsewhere; returns the norm of the change. */
  double threshold(double[] proposal, int[] newSupport) {
    double squared = 0;
    for (int j : support) {
      if (Arrays.binarySearch(newSupport, j) < 0) {
        squared += dense[j] * dense[j];
      }
    }
    double[] newValues = new double[newSupport.length];
    for (int i = 0; i < newValues.length; i++) {
      newValues[i] = proposal[newSupport[i]];
      double change = newValues[i] - dense[newSupport[i]];
      squared += change * change;
    }
    set(newSupport, newValues);
    return Math.sqrt(squared);
  }

  private void updateResidual() {
    double[] y = unit.measurements();
    for (int i = 0; i < misfit.length; i++) {
      misfit[i] = -y[i];
    }
    cache.addProduct(support, values, misfit);
    residualNorm = Vectors.norm(misfit);
  }

  /**
   * {@code g = A'(A x - y)}, by a product, or from Gram columns if that is accurate. Those of a
   * support are fetched, at a product each, once it has stayed: then it is likely to go on staying.
   */
  void gradient(double[] g) {
    boolean accurate = GramGradient.isAccurate(values, values.length, residualNorm);
    PackedVector[] gram = accurate ? gramColumns() : null;
    if (gram == null) {
      unit.operator().applyTranspose(misfit, g);
      return;
    }
    if (fromGram == null) {
      fromGram = new GramGradient(unit.operator(), unit.measurements());
    }
    fromGram.evaluate(values, gram, values.length, g);
  }

  private PackedVector @Nullable [] gramColumns() {
    PackedVector[] gram = new PackedVector[support.length];
    for (int i = 0; i < gram.length; i++) {
      if (!cache.holdsGram(support[i]) && (!stayed || progress.mustStop())) {
        return null;
      }
      gram[i] = cache.gram(support[i]);
    }
    return gram;
  }

  /** {@code ||A d||} for a vector with few non-zeros, given by these. */
  double imageNorm(int[] columns, double[] d) {
    Arrays.fill(image, 0);
    cache.addProduct(columns, d, image);
    return Vectors.norm(image);
  }

  /** Copies x, dense, to {@code out}. */
  void copyTo(double[] out) {
    System.arraycopy(dense, 0, out, 0, dense.length);
  }

  ColumnCache cache() {
    return cache;
  }

  double residualNorm() {
    return residualNorm;
  }

  /** The support, sorted; shared. Empty at x = 0 before the first step. */
  int[] support() {
    return support;
  }

  double norm() {
    return Vectors.norm(values);
  }

  /** The values on the support, in the order of its indices; shared. */
  double[] coefficients() {
    return values;
  }

  void rememberIfBest() {
    if (residualNorm < bestResidualNorm) {
      bestResidualNorm = residualNorm;
      bestSupport = support;
      bestValues = values;
    }
  }

  Outcome last(Status status) {
    return new Outcome(support, new SupportSolution(values, residualNorm, false), status);
  }

  Outcome best(Status status) {
    return new Outcome(
        bestSupport, new SupportSolution(bestValues, bestResidualNorm, false), status);
  }
}
