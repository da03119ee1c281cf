package io.github.sea4j.bayes.vamp;

import io.github.sea4j.linalg.TopK;
import java.util.Arrays;

/**
 * One run of VAMP: its two messages {@code (r1, g1)} and {@code (r2, g2)}, what it has learned of
 * the amplitudes and of the noise, and its belief in each column.
 *
 * <p>An iteration is {@link #weigh}, the product by {@link VampBlock}, and {@link #denoise}.
 */
final class VampRun {

  /** The share of a new message; the rest is the message before. */
  private static final double DAMPING = 0.7;

  private static final double LEAST_PRECISION = 1e-6;
  private static final double LARGEST_PRECISION = 1e11;

  /** Of 1 / sigma²: beyond, noise is below rounding. */
  private static final double NO_NOISE = 1e9;

  /** The relative change of the estimate at which a run has settled. */
  private static final double SETTLED = 1e-6;

  private final VampProblem problem;
  private final VampStart start;
  private final boolean learnsNoise;
  private final double[] field;
  private final VampPrior prior = new VampPrior();

  /** r2, the message to the linear step. */
  final double[] message;

  /** What the linear step makes of it, then what the prior makes of that. */
  final double[] estimate;

  /** r1, the message to the prior. */
  private final double[] pseudo;

  private final double[] before;

  /** For each column the odds that its coefficient is not zero. */
  private final double[] odds;

  private double messagePrecision;
  private double pseudoPrecision;
  private double noisePrecision;
  private double nextNoisePrecision;

  /** The derivative of the linear step. */
  private double slope;

  private int iterations;
  private boolean settled;

  VampRun(VampProblem problem, VampStart start, double[] field, boolean learnsNoise) {
    this.problem = problem;
    this.start = start;
    this.learnsNoise = learnsNoise;
    this.field = field;
    int n = problem.columns;
    this.message = new double[n];
    this.estimate = new double[n];
    this.pseudo = new double[n];
    this.before = new double[n];
    this.odds = new double[n];
    this.messagePrecision = (double) n / problem.sparsity;
    this.noisePrecision = Math.min(start.precision(), NO_NOISE);
    this.nextNoisePrecision = noisePrecision;
  }

  /**
   * The weights d of {@code x2 = r2 + C'd}, the posterior mean for the Gaussian prior {@code N(r2,
   * 1/g2)}; and a step of expectation maximisation for the noise.
   *
   * @param projected {@code C r2}
   * @param weights overwritten
   */
  void weigh(double[] projected, double[] weights) {
    double[] squares = problem.squares;
    double misfit = problem.outside;
    double kept = problem.columns - squares.length;
    double spread = 0;
    for (int i = 0; i < squares.length; i++) {
      double precision = noisePrecision * squares[i] + messagePrecision;
      double gap = problem.rotated[i] - projected[i];
      weights[i] = noisePrecision * gap / precision;
      double left = gap * (messagePrecision / precision);
      misfit += left * left;
      spread += squares[i] / precision;
      kept += messagePrecision / precision;
    }
    slope = inside(kept / problem.columns);
    if (learnsNoise) {
      nextNoisePrecision =
          Math.min(Math.max(problem.measurements / (misfit + spread), 1e-2), NO_NOISE);
    }
  }

  /** What the prior makes of the estimate, and the message back. */
  void denoise() {
    noisePrecision = nextNoisePrecision;
    receive();
    double fading = Math.pow(start.decay(), iterations);
    double variance =
        prior.denoise(pseudo, 1 / pseudoPrecision, problem.logOdds, field, fading, estimate, odds);
    if (iterations >= VampPrior.FIRST_LEARNING) {
      prior.learn();
    }
    double back = inside(pseudoPrecision * variance);
    for (int j = 0; j < message.length; j++) {
      double extrinsic = (estimate[j] - back * pseudo[j]) / (1 - back);
      message[j] = DAMPING * extrinsic + (1 - DAMPING) * message[j];
    }
    messagePrecision = damped(messagePrecision, pseudoPrecision * (1 - back) / back);
    iterations++;
    settle();
  }

  /** r1 and g1 from the linear step, without what went into it. */
  private void receive() {
    double fresh = messagePrecision * (1 - slope) / slope;
    double share = iterations == 0 ? 1 : DAMPING;
    pseudoPrecision = iterations == 0 ? bounded(fresh) : damped(pseudoPrecision, fresh);
    for (int j = 0; j < pseudo.length; j++) {
      double extrinsic = (estimate[j] - slope * message[j]) / (1 - slope);
      pseudo[j] = share * extrinsic + (1 - share) * pseudo[j];
    }
  }

  private void settle() {
    double change = 0;
    double size = 0;
    for (int j = 0; j < estimate.length; j++) {
      double step = estimate[j] - before[j];
      change += step * step;
      size += estimate[j] * estimate[j];
      before[j] = estimate[j];
    }
    settled = change <= SETTLED * SETTLED * size;
  }

  /** The mean of both standard deviations. */
  private static double damped(double old, double fresh) {
    double deviation = DAMPING / Math.sqrt(bounded(fresh)) + (1 - DAMPING) / Math.sqrt(old);
    return 1 / (deviation * deviation);
  }

  private static double bounded(double precision) {
    return Math.min(Math.max(precision, LEAST_PRECISION), LARGEST_PRECISION);
  }

  private static double inside(double share) {
    return Math.min(Math.max(share, 1e-9), 1 - 1e-9);
  }

  int iterations() {
    return iterations;
  }

  boolean hasEnded() {
    return settled || iterations >= start.iterations();
  }

  /** g1: what is known of each coefficient before the prior, one over its variance. */
  double pseudoPrecision() {
    return pseudoPrecision;
  }

  /** 1 / sigma² as given or learned. */
  double noisePrecision() {
    return noisePrecision;
  }

  /** The k likeliest columns, sorted. */
  int[] support(TopK largest) {
    int[] support = TopK.firstIndices(problem.sparsity);
    largest.select(odds, support);
    return support;
  }

  /** For each column the probability that its coefficient is not zero; a new array. */
  double[] probabilities() {
    return Arrays.stream(odds).map(each -> each / (1 + each)).toArray();
  }
}
