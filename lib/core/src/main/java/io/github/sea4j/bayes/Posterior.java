package io.github.sea4j.bayes;

import java.util.List;

/**
 * What sampling has found: how likely each column is, and what follows.
 *
 * <p>Probabilities are posterior ones under the model with its learned parameters, estimated from
 * two chains; how far to trust the estimates, {@link #chainDistance} says.
 *
 * @param inclusion probability of each column, n entries; estimates, cut at 1, so that their sum
 *     may be slightly below the mean of the sizes
 * @param support the likeliest columns, sorted: k, or the likeliest number of them where it was
 *     sampled. In the mean they miss least; the support of least residual is another one
 * @param amplitudes coefficients of these columns, in the user's units
 * @param sizes probability of each number of columns, from none to k
 * @param noise standard deviation of the noise on one measurement, given or learned
 * @param mean of the magnitudes of coefficients, given or learned; user's units. Where it is
 *     learned, the law is one of {@code |x_j| ||a_j||} over the root mean square of the norms
 * @param spread of the magnitudes around it, likewise
 * @param chainDistance half the sum of differences between the inclusion probabilities of the two
 *     chains, over the number of columns: 0 where they agree, 1 where they have nothing in common.
 *     What chance alone does is of order {@code 1/sqrt(sweeps)}
 * @param rHat ratio of the spread of {@code ||r||²} over both chains to that within each of their
 *     halves; above 1.1 they have not mixed
 * @param sweeps counted in each chain
 */
@SuppressWarnings("ArrayRecordComponent") // Results are not compared.
public record Posterior(
    double[] inclusion,
    int[] support,
    List<Amplitude> amplitudes,
    double[] sizes,
    double noise,
    double mean,
    double spread,
    double chainDistance,
    double rHat,
    int sweeps) {

  /** Each half of a chain needs two for a variance. */
  private static final int FEWEST = 4;

  /** Copies what can be changed. */
  public Posterior {
    inclusion = inclusion.clone();
    support = support.clone();
    amplitudes = List.copyOf(amplitudes);
    sizes = sizes.clone();
  }

  /** Probability of each column; a new array. */
  @Override
  public double[] inclusion() {
    return inclusion.clone();
  }

  /** The likeliest columns, sorted; a new array. */
  @Override
  public int[] support() {
    return support.clone();
  }

  /** Probability of each number of columns, from none to k; a new array. */
  @Override
  public double[] sizes() {
    return sizes.clone();
  }

  /**
   * Whether the two chains agree: distance below .1 and R-hat below 1.1, of at least four sweeps,
   * as fewer have no R-hat.
   */
  public boolean isConverged() {
    return sweeps >= FEWEST && chainDistance < 0.1 && rHat < 1.1;
  }

  /**
   * Mean number of columns of the support that are wrong, over their number; means nothing before
   * {@link #sweeps} have been counted.
   */
  public double expectedMisses() {
    double sum = 0;
    for (int j : support) {
      sum += 1 - inclusion[j];
    }
    return support.length == 0 ? 0 : sum / support.length;
  }
}
