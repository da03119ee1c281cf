package io.github.sea4j.bayes.move;

/**
 * One temperature: what moves need to know of it for each column.
 *
 * <p>With noise variance s² at this temperature, amplitudes {@code N(+-mean, psi)} and {@code tau =
 * 1/(1/s² + 1/psi)}, a spike at column j, given all others, has amplitude {@code sqrt(tau) N(u, 1)}
 * and weight {@code sqrt(tau/psi) exp(u²/2)}, where {@code u = alpha c_j +- kappa}, {@code alpha =
 * sqrt(tau)/s²}, {@code kappa = sqrt(tau) mean/psi} and {@code c_j = a_j'r} without the spike. On
 * columns of unit norm, mean and psi are the user's times the scale of the column and its square.
 */
public final class Level {

  private final double[] scale;
  private final double[] rootTau;
  private final double[] alpha;
  private final double[] kappa;
  private final double[] weight;

  /** All bits, or none where all columns have the same scale: one entry then serves them all. */
  private final int mask;

  private ModelParameters parameters = new ModelParameters(0, 1, 1);
  private Cut cut = Cut.NONE;
  private double precision;
  private boolean centred;
  private double logSlabFactor;

  /**
   * A level without parameters; {@link #set} must follow.
   *
   * @param scale amplitude of a user's coefficient 1, for each column
   */
  public Level(double[] scale) {
    this.scale = scale;
    this.mask = isConstant(scale) ? 0 : -1;
    int entries = mask == 0 ? 1 : scale.length;
    this.rootTau = new double[entries];
    this.alpha = new double[entries];
    this.kappa = new double[entries];
    this.weight = new double[entries];
  }

  private static boolean isConstant(double[] scale) {
    for (double value : scale) {
      if (Math.abs(value - scale[0]) > 1e-12 * scale[0]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Changes the parameters.
   *
   * @param law what they are at this temperature, but for the noise
   * @param bounds of the law
   * @param beta inverse temperature, which divides the noise variance
   */
  public void set(ModelParameters law, Cut bounds, double beta) {
    parameters = law;
    cut = bounds;
    precision = beta / parameters.noiseVariance();
    centred = parameters.mean() == 0;
    for (int j = 0; j < alpha.length; j++) {
      double psi = parameters.variance() * scale[j] * scale[j];
      rootTau[j] = 1 / Math.sqrt(precision + 1 / psi);
      alpha[j] = rootTau[j] * precision;
      kappa[j] = rootTau[j] * parameters.mean() * scale[j] / psi;
      weight[j] = rootTau[j] / scale[j];
    }
    logSlabFactor = parameters.logSlabFactor(cut);
  }

  /** {@code 1/s²}. */
  public double precision() {
    return precision;
  }

  /** Whether the mean is 0, so that both signs are one and the same Gaussian. */
  boolean isCentred() {
    return centred;
  }

  Cut cut() {
    return cut;
  }

  double rootTau(int j) {
    return rootTau[j & mask];
  }

  double alpha(int j) {
    return alpha[j & mask];
  }

  double kappa(int j) {
    return kappa[j & mask];
  }

  /** The part of the weight that differs between columns: {@code sqrt(tau)} over the scale. */
  double weight(int j) {
    return weight[j & mask];
  }

  /** Its exponential makes {@code weight exp(u²/2)} the factor of the posterior for a spike. */
  double logSlabFactor() {
    return logSlabFactor;
  }

  /**
   * Logarithm of the density of a state's amplitudes under the law, up to what is the same at all
   * levels; minus infinity if the law does not allow one of them.
   */
  public double logLaw(Spikes spikes) {
    double mean = parameters.mean();
    double variance = parameters.variance();
    double constant = logSlabFactor + 0.5 * mean * mean / variance;
    boolean bothComponents = cut.sign() == 0 && (centred || !cut.cuts());
    double sum = 0;
    for (int i = 0; i < spikes.size(); i++) {
      int j = spikes.column(i);
      double component = cut.sign() == 0 ? Math.signum(spikes.amplitude(i)) : cut.sign();
      if (!allows(j, spikes.amplitude(i), component)) {
        return Double.NEGATIVE_INFINITY;
      }
      double magnitude = component * spikes.amplitude(i) / scale[j];
      double off = magnitude - mean;
      sum += constant - 0.5 * off * off / variance;
      if (bothComponents) {
        sum += StrictMath.log1p(FastExp.exp(-2 * magnitude * mean / variance));
      }
    }
    return sum;
  }

  /** Whether the law allows an amplitude at column j from the component of that sign. */
  boolean allows(int j, double amplitude, double component) {
    double coefficient = amplitude / scale[j];
    boolean eitherComponent = centred && cut.sign() == 0;
    return cut.allows(coefficient, eitherComponent ? Math.signum(coefficient) : component);
  }
}
