package io.github.sea4j.bayes.move;

/**
 * Two spikes drawn jointly: columns from two windows, signs and amplitudes.
 *
 * <p>At columns j and h, in units of {@code sqrt(tau)}, amplitudes are Gaussian with the precision
 * matrix {@code (1 rho; rho 1)}, {@code rho = sqrt(tau_j tau_h) a_j'a_h / s²}, and the weight is
 * {@code exp((u² - 2 rho u w + w²)/(2 (1 - rho²)))/sqrt(1 - rho²)} times those of the columns; u
 * and w are those of {@link Level} for one spike alone.
 */
final class PairDraw {

  /** Largest size of a window of the closest columns. */
  private static final int MOST = 5;

  /** For columns that are the same up to rounding. */
  private static final double LEAST_DETERMINANT = 1e-14;

  private final Neighbourhoods neighbourhoods;
  private final double[] weights = new double[4 * MOST * MOST];
  private final double[] halfInverses = new double[MOST * MOST];

  private int signs;
  private int count;

  private int first;
  private int second;
  private int firstSign;
  private int secondSign;
  private double firstAmplitude;
  private double secondAmplitude;

  PairDraw(Neighbourhoods neighbourhoods) {
    this.neighbourhoods = neighbourhoods;
  }

  /** The first spike's column. */
  int first() {
    return first;
  }

  /** The second spike's column. */
  int second() {
    return second;
  }

  /** The first spike's amplitude. */
  double firstAmplitude() {
    return firstAmplitude;
  }

  /** The second spike's amplitude. */
  double secondAmplitude() {
    return secondAmplitude;
  }

  /** Draws columns and signs, for a state without the two; at least one pair must be free. */
  void drawColumns(Spikes spikes, Level level, Window firsts, Window seconds, Chance chance) {
    double largest = fillExponents(spikes, level, firsts, seconds);
    double total = exponentiate(level, firsts, seconds, largest);
    int chosen = chance.index(weights, count, total);
    int pair = chosen / signs;
    first = firsts.columns()[pair / seconds.size()];
    second = seconds.columns()[pair % seconds.size()];
    firstSign = direction(spikes, level, first) * (1 - 2 * (chosen % signs & 1));
    secondSign = direction(spikes, level, second) * (1 - (chosen % signs & 2));
  }

  /** Draws amplitudes for the columns and signs; whether the law allows them. */
  boolean drawAmplitudes(Spikes spikes, Level level, Chance chance) {
    double[] c = spikes.correlations();
    // Along the signs, so that columns of the other sign only change those of the amplitudes.
    double rho = firstSign * secondSign * rho(level, first, second);
    double u = level.alpha(first) * firstSign * c[first] + level.kappa(first);
    double w = level.alpha(second) * secondSign * c[second] + level.kappa(second);
    double inverse = 2 * halfInverse(rho);
    double drawn = (w - rho * u) * inverse + Math.sqrt(inverse) * chance.gaussian();
    secondAmplitude = secondSign * level.rootTau(second) * drawn;
    firstAmplitude = firstSign * level.rootTau(first) * (u - rho * drawn + chance.gaussian());
    return level.allows(first, firstAmplitude, firstSign)
        && level.allows(second, secondAmplitude, secondSign);
  }

  /**
   * Logarithm of the density over the proposed density for two columns, 0 where both signs occur:
   * see {@link #exponent}.
   */
  double correction(Spikes spikes, Level level, int j, int h) {
    int only = level.cut().sign();
    if (only == 0) {
      return 0;
    }
    double[] c = spikes.correlations();
    double rho = rho(level, j, h);
    double u = level.alpha(j) * c[j] * only + level.kappa(j);
    double w = level.alpha(h) * c[h] * only + level.kappa(h);
    double inverse = halfInverse(rho);
    return quadratic(u, w, rho, inverse) - exponent(u, w, rho, inverse, only);
  }

  /** Fills the exponents of all pairs and signs, -1 where a column is taken; the largest. */
  private double fillExponents(Spikes spikes, Level level, Window firsts, Window seconds) {
    double[] c = spikes.correlations();
    int only = level.cut().sign();
    signs = level.isCentred() || only != 0 ? 1 : 4;
    double largest = 0;
    int pair = 0;
    for (int j : firsts.columns()) {
      Runs gram = neighbourhoods.gram(j);
      double root = level.rootTau(j) * level.precision();
      int along = direction(spikes, level, j);
      double u = level.alpha(j) * along * c[j];
      for (int h : seconds.columns()) {
        if (j == h || !spikes.isFree(j) || !spikes.isFree(h)) {
          skip(pair++);
          continue;
        }
        int other = direction(spikes, level, h);
        double rho = along * other * root * level.rootTau(h) * gram.get(h);
        double inverse = halfInverse(rho);
        halfInverses[pair] = inverse;
        double w = level.alpha(h) * other * c[h];
        double found = fillSigns(pair++, u, level.kappa(j), w, level.kappa(h), rho, only);
        largest = Math.max(largest, found);
      }
    }
    count = pair * signs;
    return largest;
  }

  /** The only sign there is, or that of the correlation, which the signs of a pair refer to. */
  private static int direction(Spikes spikes, Level level, int j) {
    int only = level.cut().sign();
    return only != 0 ? only : spikes.correlations()[j] < 0 ? -1 : 1;
  }

  private void skip(int pair) {
    for (int z = 0; z < signs; z++) {
      weights[pair * signs + z] = -1;
    }
  }

  private double fillSigns(
      int pair, double u, double kappaU, double w, double kappaW, double rho, int only) {
    double inverse = halfInverses[pair];
    int at = pair * signs;
    double both = exponent(u + kappaU, w + kappaW, rho, inverse, only);
    weights[at] = both;
    if (signs == 1) {
      return both;
    }
    double minusFirst = quadratic(u - kappaU, w + kappaW, rho, inverse);
    double minusSecond = quadratic(u + kappaU, w - kappaW, rho, inverse);
    double neither = quadratic(u - kappaU, w - kappaW, rho, inverse);
    weights[at + 1] = minusFirst;
    weights[at + 2] = minusSecond;
    weights[at + 3] = neither;
    return Math.max(Math.max(both, minusFirst), Math.max(minusSecond, neither));
  }

  /** Replaces the exponents by weights; their sum. */
  private double exponentiate(Level level, Window firsts, Window seconds, double largest) {
    double least = Math.max(0, largest + Placement.NEGLIGIBLE);
    double total = 0;
    int at = 0;
    for (int a = 0; a < firsts.size(); a++) {
      double firstFactor = level.weight(firsts.columns()[a]) * firsts.shares()[a];
      for (int b = 0; b < seconds.size(); b++) {
        double factor = 0;
        for (int z = 0; z < signs; z++, at++) {
          double exponent = weights[at];
          double weight = 0;
          if (exponent >= least) {
            if (factor == 0) {
              factor = level.weight(seconds.columns()[b]) * seconds.shares()[b];
              factor *= firstFactor * Math.sqrt(2 * halfInverses[at / signs]);
            }
            weight = FastExp.exp(exponent - largest) * factor;
            total += weight;
          }
          weights[at] = weight;
        }
      }
    }
    return total;
  }

  /**
   * The exponent that pairs are proposed by. With one sign only, a pair that fits best with one of
   * the two of the other sign counts as much as the better of the two alone: else windows would be
   * full of pairs whose amplitudes the law refuses.
   */
  private static double exponent(double u, double w, double rho, double halfInverse, int only) {
    if (only == 0 || (u >= rho * w && w >= rho * u)) {
      return quadratic(u, w, rho, halfInverse);
    }
    double larger = Math.max(0, Math.max(u, w));
    return 0.5 * larger * larger;
  }

  private static double quadratic(double u, double w, double rho, double halfInverse) {
    return (u * u + w * w - 2 * rho * u * w) * halfInverse;
  }

  private double rho(Level level, int j, int h) {
    return level.rootTau(j) * level.precision() * level.rootTau(h) * neighbourhoods.gram(j).get(h);
  }

  private static double halfInverse(double rho) {
    return 0.5 / Math.max(LEAST_DETERMINANT, 1 - rho * rho);
  }
}
