package io.github.sea4j.sea;

import io.github.sea4j.linalg.OrthogonalRows;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The exploration vector of SEA with sampled supports, and its steps; see {@link Sea#sampled}.
 *
 * <p>All residuals are kept rotated, {@code U'(y - A z)} for {@code A = U diag(s) V'}: there {@code
 * A^+} and {@code (A A')^-1} are divisions by s² and two products make a step.
 */
final class SampledExploration {

  /** The share of the past in X and r. */
  private static final double MEMORY = 0.9;

  /** Of the self-feedback: above, taking it out would amplify too much. */
  private static final double MOST_FEEDBACK = 0.95;

  /** Least spread of the amplitudes, as a share of their squared mean. */
  private static final double LEAST_SPREAD = 0.05;

  /** Least variance, as a share of the mean square of X. */
  private static final double LEAST_VARIANCE = 1e-12;

  private final Set<SampledPart> without;
  private final UniformRandomProvider random;
  private final OrthogonalRows rows;
  private final int n;
  private final int k;

  /** U'y, and what a rotated residual is multiplied by before C': gain / s², or 1. */
  private final double[] rotated;

  private final double[] weights;

  /** tau is the sum of these times the squares of r. */
  private final double[] varianceWeights;

  /** X. */
  private final double[] vector;

  /** r, rotated. */
  private final double[] residual;

  private final double[] score;
  private final double[] perturbed;
  private final double[] estimate;
  private final double[] freed;
  private final double[] step;
  private final double[] misfit;
  private final double[] weighted;
  private final int[] support;
  private final TopK largest;

  private double least;
  private double tau;
  private double mean;
  private double shrinkage;
  private double threshold;
  private boolean drawn;

  /**
   * From {@code X = x0 + (n/m) A^+ (y - A x0)}.
   *
   * @param rows A with unit-norm columns, rotated
   * @param y the measurements
   * @param k size of the supports
   * @param start x0, n entries
   * @param without what to leave out, usually nothing
   */
  SampledExploration(
      OrthogonalRows rows,
      double[] y,
      int k,
      double[] start,
      Set<SampledPart> without,
      UniformRandomProvider random) {
    this.without = without;
    this.random = random;
    this.rows = rows;
    this.n = rows.columns();
    this.k = k;
    this.rotated = rows.rotated(y);
    this.weights = new double[rotated.length];
    this.varianceWeights = new double[rotated.length];
    this.vector = new double[n];
    this.residual = new double[rotated.length];
    this.score = new double[n];
    this.perturbed = new double[n];
    this.estimate = new double[n];
    this.freed = start.clone();
    this.step = new double[n];
    this.misfit = new double[rotated.length];
    this.weighted = new double[rotated.length];
    this.support = TopK.firstIndices(k);
    this.largest = new TopK(n);
    weigh();
    correct();
    System.arraycopy(step, 0, vector, 0, n);
    System.arraycopy(misfit, 0, residual, 0, misfit.length);
    // Above 0 where no column sees the measurements, and X stays 0.
    least = Math.max(Double.MIN_NORMAL, LEAST_VARIANCE * Vectors.dot(vector, vector) / n);
  }

  /** X; shared, changed by every {@link #move}. */
  double[] vector() {
    return vector;
  }

  /** The gradient is scaled so that its matrix has a mean diagonal of 1. */
  private void weigh() {
    double rank = rotated.length;
    double[] squares = rows.squares();
    boolean inverse = !without.contains(SampledPart.INVERSE);
    for (int i = 0; i < rotated.length; i++) {
      weights[i] = inverse ? n / rank / squares[i] : 1;
      varianceWeights[i] = inverse ? (n / rank - 1) / squares[i] / rank : 1 / rank;
    }
  }

  /** Replaces a support by the indices of the k largest entries of X; whether it changed. */
  boolean largest(int[] indices) {
    return largest.select(vector, indices);
  }

  /** The scores of the columns, and a support drawn by them. */
  void draw() {
    tau = least;
    for (int i = 0; i < residual.length; i++) {
      tau += varianceWeights[i] * residual[i] * residual[i];
    }
    double factor = drawn ? mean / tau : 1;
    drawn = true;
    boolean noisy = !without.contains(SampledPart.NOISE);
    double lowest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      score[j] = factor * Math.abs(vector[j]);
      perturbed[j] = score[j] + (noisy ? logistic() : 0);
      lowest = Math.min(lowest, perturbed[j]);
    }
    for (int j = 0; j < n; j++) {
      perturbed[j] -= lowest;
    }
    largest.select(perturbed, support);
    threshold = Double.POSITIVE_INFINITY;
    for (int j : support) {
      threshold = Math.min(threshold, perturbed[j]);
    }
    threshold += lowest;
  }

  /** A number of the standard logistic law. */
  private double logistic() {
    double uniform = ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
    return StrictMath.log(uniform / (1 - uniform));
  }

  /** The estimate on the support: the posterior mean for amplitudes {@code N(+-mu, phi)}. */
  void shrink() {
    double sum = 0;
    double squares = 0;
    for (int j : support) {
      sum += Math.abs(vector[j]);
      squares += vector[j] * vector[j];
    }
    mean = sum / k;
    double variance = squares / k - mean * mean;
    double spread = Math.max(variance - tau, LEAST_SPREAD * mean * mean);
    shrinkage = without.contains(SampledPart.SHRINKAGE) ? 1 : spread / (spread + tau);
    Arrays.fill(estimate, 0);
    for (int j : support) {
      estimate[j] = Math.copySign(shrunken(j), vector[j]);
    }
  }

  private double shrunken(int j) {
    return shrinkage * Math.abs(vector[j]) + (1 - shrinkage) * mean;
  }

  /** {@code z = (x - a X) / (1 - a)}: the estimate without what X has fed it. */
  void takeOutFeedback() {
    double feedback = 0;
    if (!without.contains(SampledPart.SUBTRACTION)) {
      feedback = Math.min(MOST_FEEDBACK, (shrinkage * k + gateSlopes()) / n);
    }
    for (int j = 0; j < n; j++) {
      freed[j] = (estimate[j] - feedback * vector[j]) / (1 - feedback);
    }
  }

  /** The gates are open with probability q, whose slope in X is q (1 - q) mu / tau. */
  private double gateSlopes() {
    if (without.contains(SampledPart.NOISE)) {
      return 0;
    }
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double open = 1 / (1 + StrictMath.exp(threshold - score[j]));
      sum += open * (1 - open) * shrunken(j);
    }
    return sum * mean / tau;
  }

  /** {@code X = .9 X + .1 (z + (n/m) A^+ (y - A z))}, and the same average of the residual. */
  void move() {
    correct();
    double memory = without.contains(SampledPart.MEMORY) ? 0 : MEMORY;
    for (int j = 0; j < n; j++) {
      vector[j] = memory * vector[j] + (1 - memory) * step[j];
    }
    for (int i = 0; i < residual.length; i++) {
      residual[i] = memory * residual[i] + (1 - memory) * misfit[i];
    }
  }

  /** {@code step = z + (n/m) A^+ (y - A z)}. */
  private void correct() {
    rows.apply(new double[][] {freed}, 1, new double[][] {misfit});
    for (int i = 0; i < misfit.length; i++) {
      misfit[i] = rotated[i] - misfit[i];
      weighted[i] = weights[i] * misfit[i];
    }
    System.arraycopy(freed, 0, step, 0, n);
    rows.addTranspose(new double[][] {weighted}, 1, new double[][] {step});
  }
}
