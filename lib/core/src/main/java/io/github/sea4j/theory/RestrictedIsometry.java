package io.github.sea4j.theory;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.SymmetricEigenvalues;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.CombinationSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The restricted isometry constant {@code delta_l = max over supports S of l columns of ||A_S'A_S -
 * I||_2}, or a bound on it, with the word for which of them it is.
 *
 * <p>Columns count as scaled to unit norm.
 *
 * @param order l
 * @param value the constant or the bound
 * @param certainty what is known of it
 */
public record RestrictedIsometry(int order, double value, Certainty certainty) {

  /** The most supports that {@link #exact} goes through. */
  public static final long MOST_SUPPORTS = 2_000_000;

  /** What a value says of the constant. */
  public enum Certainty {
    /** The constant, up to rounding. */
    EXACT,
    /** The constant is at most this: a certificate. */
    UPPER_BOUND,
    /** The constant is at least this; it certifies no recovery. */
    LOWER_BOUND
  }

  /**
   * The constant, by the eigenvalues of every Gram matrix of l columns.
   *
   * @param order l, from 1 to n
   * @throws IllegalArgumentException if there are more than {@link #MOST_SUPPORTS} supports
   */
  public static RestrictedIsometry exact(LinearOperator operator, int order) {
    int n = operator.columns();
    requireOrder(order, n);
    long supports = binomial(n, order);
    if (supports > MOST_SUPPORTS) {
      throw new IllegalArgumentException(
          "order %d of %d columns needs more supports than the bound of %d"
              .formatted(order, n, MOST_SUPPORTS));
    }
    double[][] gram = gram(UnitScale.columnsOf(operator));
    int[] support = TopK.firstIndices(order);
    double worst = 0;
    do {
      worst = Math.max(worst, deviation(subMatrix(gram, support)));
    } while (TopK.nextIndices(support, n));
    return new RestrictedIsometry(order, worst, Certainty.EXACT);
  }

  /**
   * The certificate {@code delta_l <= (l - 1) mu} with the coherence mu: by Gershgorin's circles,
   * for any n. Cost: n Gram columns.
   */
  public static RestrictedIsometry coherenceBound(LinearOperator operator, int order) {
    requireOrder(order, operator.columns());
    double bound = order == 1 ? 0 : (order - 1) * Coherence.of(operator);
    return new RestrictedIsometry(order, bound, Certainty.UPPER_BOUND);
  }

  /**
   * The certificate {@code delta_l <= mu_1(l - 1)} with the Babel function, never above {@link
   * #coherenceBound}; by the same circles, at the same cost.
   */
  public static RestrictedIsometry babelBound(LinearOperator operator, int order) {
    requireOrder(order, operator.columns());
    double bound = order == 1 ? 0 : Coherence.babel(operator, order - 1)[order - 2];
    return new RestrictedIsometry(order, bound, Certainty.UPPER_BOUND);
  }

  /**
   * A lower bound: the worst of so many random supports.
   *
   * @param samples at least 1
   * @param seed decides the supports
   */
  public static RestrictedIsometry sampledLowerBound(
      LinearOperator operator, int order, int samples, long seed) {
    requireOrder(order, operator.columns());
    Require.atLeast("samples", samples, 1);
    LinearOperator unit = UnitScale.columnsOf(operator);
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    CombinationSampler sampler = new CombinationSampler(random, unit.columns(), order);
    double worst = 0;
    for (int s = 0; s < samples; s++) {
      int[] support = sampler.sample();
      worst = Math.max(worst, deviation(gramOf(unit, support)));
    }
    return new RestrictedIsometry(order, worst, Certainty.LOWER_BOUND);
  }

  /** The value, where it may stand in for the constant in a hypothesis. */
  double certified() {
    if (certainty == Certainty.LOWER_BOUND) {
      throw new IllegalArgumentException(
          "a lower bound on delta_%d certifies nothing; give the constant or an upper bound"
              .formatted(order));
    }
    return value;
  }

  private static void requireOrder(int order, int n) {
    if (order < 1 || order > n) {
      throw new IllegalArgumentException(
          "order must be between 1 and the number of columns %d, but is %d".formatted(n, order));
    }
  }

  /** {@code max |lambda - 1|}, never below 0 by rounding. */
  private static double deviation(double[][] gram) {
    SymmetricEigenvalues eigenvalues = SymmetricEigenvalues.of(gram);
    return Math.max(0, Math.max(eigenvalues.largest() - 1, 1 - eigenvalues.smallest()));
  }

  private static double[][] gram(LinearOperator unit) {
    double[][] gram = new double[unit.columns()][unit.columns()];
    for (int j = 0; j < gram.length; j++) {
      unit.gramColumn(j, gram[j]);
    }
    return gram;
  }

  private static double[][] gramOf(LinearOperator unit, int[] support) {
    double[][] columns = new double[support.length][unit.rows()];
    double[][] gram = new double[support.length][support.length];
    for (int i = 0; i < support.length; i++) {
      unit.column(support[i], columns[i]);
      for (int j = 0; j <= i; j++) {
        gram[i][j] = Vectors.dot(columns[i], columns[j]);
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  private static double[][] subMatrix(double[][] gram, int[] support) {
    double[][] part = new double[support.length][];
    Arrays.setAll(part, i -> Vectors.gather(gram[support[i]], support));
    return part;
  }

  /** C(n, l), or a number above {@link #MOST_SUPPORTS} where it is larger than that. */
  private static long binomial(int n, int l) {
    long count = 1;
    int fewer = Math.min(l, n - l);
    for (int i = 1; i <= fewer; i++) {
      count = count * (n - fewer + i) / i;
      if (count > MOST_SUPPORTS) {
        return count;
      }
    }
    return count;
  }
}
