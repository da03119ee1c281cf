package io.github.sea4j.summary;

import io.github.sea4j.table.PhaseColumns;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The limit of message passing that knows the law of the coefficients, for Gaussian matrices as n
 * grows, without noise, amplitudes uniform in [-2, -1] and [1, 2].
 *
 * <p>State evolution (Donoho, Maleki and Montanari, <i>PNAS</i> 106, 2009; Bayati and Montanari,
 * <i>IEEE Transactions on Information Theory</i> 57, 2011): an iteration sees each coefficient
 * through Gaussian noise of variance tau, and the next one through {@code mmse(tau) / zeta}, where
 * mmse is the mean squared error of the posterior mean. It ends at 0 if that lies below tau
 * everywhere; the largest rho for which it does is the limit. Like {@link DonohoTanner} a landmark,
 * not a competitor.
 */
public final class MessagePassingLimit {

  /** E x² of an amplitude. */
  private static final double SQUARE = 7.0 / 3;

  /** Below it, all zeros are recognised, mmse is less than rho zeta tau, and tau falls. */
  private static final double SMALLEST = 1e-3;

  /** Points of a standard deviation in the sums over observations; more change nothing. */
  private static final int FINENESS = 12;

  private static final int VARIANCES = 240;
  private static final int HALVINGS = 20;

  private MessagePassingLimit() {}

  /** The curve at zeta = 0.1 to 0.9, columns {@link PhaseColumns#ZETA} and {@code RHO}. */
  public static Table curve() {
    double[] zeta = IntStream.rangeClosed(1, 9).mapToDouble(i -> i / 10.0).toArray();
    Observations[] grid = grid();
    double[] rho = Arrays.stream(zeta).map(each -> rho(each, grid)).toArray();
    return Table.create("limit of message passing")
        .addColumns(
            DoubleColumn.create(PhaseColumns.ZETA, zeta),
            DoubleColumn.create(PhaseColumns.RHO, rho));
  }

  /**
   * The largest rho = k / m from which state evolution ends at 0; 1 where it always does.
   *
   * @param zeta m / n, above 0 and below 1
   */
  public static double rho(double zeta) {
    requireShare("zeta", zeta);
    return rho(zeta, grid());
  }

  /**
   * One step of state evolution.
   *
   * @param zeta m / n, above 0 and below 1
   * @param rho k / m, above 0 and below 1
   * @param variance tau, of what is seen of each coefficient; at least 1e-3
   * @return the tau of the next iteration
   */
  public static double next(double zeta, double rho, double variance) {
    requireShare("zeta", zeta);
    requireShare("rho", rho);
    if (!(variance >= SMALLEST && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "variance must be at least %s and finite, but is %s".formatted(SMALLEST, variance));
    }
    return Observations.of(variance).error(rho * zeta) / zeta;
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s must be above 0 and below 1, but is %s".formatted(name, value));
    }
  }

  /** From almost exact to beyond {@code E x²}, where all iterations begin below. */
  private static Observations[] grid() {
    double step = Math.log(4 * SQUARE / SMALLEST) / (VARIANCES - 1);
    return IntStream.range(0, VARIANCES)
        .mapToObj(i -> Observations.of(SMALLEST * Math.exp(i * step)))
        .toArray(Observations[]::new);
  }

  private static double rho(double zeta, Observations[] grid) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double rho = (low + high) / 2;
      boolean falls = Arrays.stream(grid).allMatch(at -> at.error(rho * zeta) < zeta * at.variance);
      low = falls ? rho : low;
      high = falls ? high : rho;
    }
    return high == 1 ? 1 : low;
  }

  /** Observations r above 0 of coefficients through noise, equally spaced. */
  private record Observations(
      double variance, double step, double[] ofZero, double[] ofAmplitude, double[] moment) {

    /** The densities of r for 0 and for an amplitude, and the integral of x over the latter. */
    static Observations of(double variance) {
      double deviation = Math.sqrt(variance);
      double step = deviation / FINENESS;
      int count = (int) Math.ceil((2 + 9 * deviation) / step);
      double[] ofZero = new double[count];
      double[] ofAmplitude = new double[count];
      double[] moment = new double[count];
      for (int i = 0; i < count; i++) {
        double r = (i + 0.5) * step;
        ofZero[i] = density(r / deviation) / deviation;
        for (double from : new double[] {1, -2}) {
          double a = (from - r) / deviation;
          double b = (from + 1 - r) / deviation;
          double mass = Erf.erf(a / Math.sqrt(2), b / Math.sqrt(2)) / 4;
          ofAmplitude[i] += mass;
          moment[i] += r * mass - deviation * (density(b) - density(a)) / 2;
        }
      }
      return new Observations(variance, step, ofZero, ofAmplitude, moment);
    }

    private static double density(double z) {
      return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** {@code E x² - E (E[x | r])²} where a share of the coefficients is not zero. */
    double error(double share) {
      double explained = 0;
      for (int i = 0; i < moment.length; i++) {
        double mean = share * moment[i];
        double evidence = (1 - share) * ofZero[i] + share * ofAmplitude[i];
        explained += evidence == 0 ? 0 : mean * mean / evidence;
      }
      return share * SQUARE - 2 * step * explained;
    }
  }
}
