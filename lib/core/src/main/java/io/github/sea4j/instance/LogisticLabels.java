package io.github.sea4j.instance;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.loss.GlmLoss;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Instances whose measurements are labels: {@code y_i} is 1 with probability {@code 1 / (1 +
 * exp(-(A x*)_i))}, else 0. Problems have the logistic loss with an intercept, whose true value is
 * 0.
 *
 * <p>Matrix and support are those of another family, bit for bit; the truth is scaled to a level.
 * With {@code l_i} of the standard logistic law, whose standard deviation is pi / sqrt(3), {@code
 * y_i = 1} where {@code (A x*)_i + l_i > 0}; so the level is {@code 20 log10(||A x*|| sqrt(3) / (pi
 * sqrt(m)))} dB, the signal-to-noise ratio of what lies behind the labels. Labels tell far less
 * than numbers would: levels are not to be compared with those of other families. Without noise
 * labels are the signs, and the truth is as the family drew it.
 *
 * <p>Immutable and thread-safe as far as the family is.
 *
 * @param numbers the other family, without noise
 * @param decibel the level; positive infinity for signs
 */
public record LogisticLabels(InstanceGenerator numbers, double decibel)
    implements InstanceGenerator {

  /** Checks the level. */
  public LogisticLabels {
    if (Double.isNaN(decibel) || decibel == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException(
          "decibel must be a number above minus infinity, but is " + decibel);
    }
  }

  /** Labels of a family's noiseless measurements at a level of 0 dB. */
  public static LogisticLabels of(InstanceGenerator family) {
    return new LogisticLabels(family.withSignalToNoise(Double.POSITIVE_INFINITY), 0);
  }

  @Override
  public int rows() {
    return numbers.rows();
  }

  @Override
  public int columns() {
    return numbers.columns();
  }

  /** {@inheritDoc} All levels share the random numbers, so that labels change where they must. */
  @Override
  public Instance instance(int sparsity, long seed) {
    Instance drawn = numbers.instance(sparsity, seed);
    double[] eta = drawn.problem().measurements();
    double[] truth = drawn.truth().toDense();
    boolean noisy = decibel < Double.POSITIVE_INFINITY;
    if (noisy) {
      double scale = scale(eta);
      Vectors.scale(scale, eta);
      Vectors.scale(scale, truth);
    }
    UniformRandomProvider random = RandomStream.NOISE.of(seed);
    double[] labels = new double[eta.length];
    double squares = 0;
    for (int i = 0; i < labels.length; i++) {
      double sign = eta[i] > 0 ? 1 : 0;
      // StrictMath: the same bits on every platform.
      double probability = noisy ? 1 / (1 + StrictMath.exp(-eta[i])) : sign;
      labels[i] = random.nextDouble() < probability ? 1 : 0;
      squares += (labels[i] - probability) * (labels[i] - probability);
    }
    return new Instance(
        SparseProblem.of(drawn.problem().operator(), labels, sparsity).withLoss(GlmLoss.logistic()),
        SparseVector.ofNonZeros(truth),
        Math.sqrt(squares),
        drawn.description().replaceAll(", noiseless$", "")
            + ", labels at %s dB".formatted(Measurement.number(decibel)));
  }

  private double scale(double[] eta) {
    double norm = Vectors.norm(eta);
    double asked = StrictMath.pow(10, decibel / 20) * Math.PI * Math.sqrt(eta.length / 3.0);
    if (norm == 0 || !Double.isFinite(asked / norm)) {
      throw new IllegalArgumentException(
          "decibel: a level of %s dB asks for a truth that is not finite, for ||A x*|| = %s"
              .formatted(decibel, norm));
    }
    return asked / norm;
  }

  @Override
  public LogisticLabels withSignalToNoise(double level) {
    return new LogisticLabels(numbers, level);
  }

  @Override
  public String toString() {
    return numbers + ", labels";
  }
}
