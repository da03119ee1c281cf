package io.github.sea4j.bayes.move;

/**
 * Where one more spike may go: the conditional distribution of its column, sign and amplitude given
 * all others, among some columns.
 *
 * <p>Exact, unless the law of the amplitudes is cut: what is drawn then comes from Gaussians that
 * are not, and {@link #correction} and {@link Level#allows} say what a Metropolis step needs.
 */
final class Placement {

  /** Weights below e^-36 of the largest are left out: less than rounding. */
  static final double NEGLIGIBLE = -36;

  private final double[] weights;
  private int[] columns = {};
  private int count;
  private double shift;
  private double total;

  private int column;
  private double sign;
  private double amplitude;

  /**
   * @param most largest number of columns
   */
  Placement(int most) {
    this.weights = new double[most];
  }

  /**
   * Computes the weights of some columns, 0 for those that are taken.
   *
   * @param candidates the first {@code size} are used; kept until the next call
   * @param shares factors of their weights
   */
  void weigh(Spikes spikes, Level level, int[] candidates, double[] shares, int size) {
    columns = candidates;
    count = size;
    fillFits(spikes, level);
    double least = Math.sqrt(Math.max(0, 2 * (shift + NEGLIGIBLE)));
    boolean bothSigns = level.cut().sign() == 0;
    total = 0;
    for (int q = 0; q < count; q++) {
      double u = weights[q];
      double weight = 0;
      if (u >= least) {
        int j = columns[q];
        weight = FastExp.exp(0.5 * u * u - shift) * level.weight(j) * shares[q];
        if (bothSigns) {
          weight *= 1 + otherSign(u, level.kappa(j));
        }
        total += weight;
      }
      weights[q] = weight;
    }
  }

  /**
   * Fills in the u of the likelier sign, -1 where a column is taken; the shift from the largest.
   */
  private void fillFits(Spikes spikes, Level level) {
    double[] c = spikes.correlations();
    int only = level.cut().sign();
    double largest = 0;
    for (int q = 0; q < count; q++) {
      int j = columns[q];
      double along = only == 0 ? Math.abs(c[j]) : only * c[j];
      double u = Math.max(0, level.alpha(j) * along + level.kappa(j));
      weights[q] = spikes.isFree(j) ? u : -1;
      largest = Math.max(largest, weights[q]);
    }
    shift = 0.5 * largest * largest;
  }

  /** The weight of the less likely sign over that of the likelier one, whose u this is. */
  private static double otherSign(double u, double kappa) {
    double exponent = -2 * (u - kappa) * kappa;
    return exponent < NEGLIGIBLE ? 0 : FastExp.exp(exponent);
  }

  /** Draws column, sign and amplitude; at least one column must be free. */
  void draw(Spikes spikes, Level level, Chance chance) {
    column = columns[chance.index(weights, count, total)];
    double c = spikes.correlations()[column];
    double kappa = level.kappa(column);
    int only = level.cut().sign();
    double u = level.alpha(column) * (only == 0 ? Math.abs(c) : only * c) + kappa;
    sign = only;
    if (only == 0) {
      double other = otherSign(u, kappa);
      boolean likelier = other == 0 || chance.share() * (1 + other) <= 1;
      sign = likelier == c < 0 ? -1 : 1;
      u = likelier ? u : 2 * kappa - u;
    }
    double along = u > 0 || only == 0 ? u + chance.gaussian() : Math.abs(chance.gaussian());
    amplitude = sign * level.rootTau(column) * along;
  }

  /**
   * Density over proposed density of a spike, for states without it. With one sign only, a column
   * on which a spike of that sign does not fit is proposed with weight 1 and half a Gaussian,
   * instead of the weight {@code exp(u²/2)} that its other half would give it.
   */
  static double correction(Spikes spikes, Level level, int j, double amplitude) {
    int only = level.cut().sign();
    if (only == 0) {
      return 1;
    }
    double u = level.alpha(j) * only * spikes.correlations()[j] + level.kappa(j);
    return u > 0 ? 1 : 0.5 * FastExp.exp(u * Math.abs(amplitude) / level.rootTau(j));
  }

  /** Logarithm of the sum of the weights, as far as they differ between columns. */
  double logTotal() {
    return shift + StrictMath.log(total);
  }

  /** The column drawn. */
  int column() {
    return column;
  }

  /** The amplitude drawn. */
  double amplitude() {
    return amplitude;
  }

  /** Whether the law allows what was drawn. */
  boolean isAllowed(Level level) {
    return level.allows(column, amplitude, sign);
  }

  /** Tells a listener how likely each column was. */
  void report(PlacementListener listener) {
    listener.onConditional(columns, weights, count, total);
  }
}
