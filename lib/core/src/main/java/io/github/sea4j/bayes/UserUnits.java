package io.github.sea4j.bayes;

import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Between the user's units and those of the sampler, whose columns have unit norm and whose
 * measurements have a norm in [1/2, 1).
 *
 * <p>A law with a mean, a spread or bounds is one of the user's coefficients. One that is learned
 * is the same for all columns of unit norm, so that the units of columns do not matter. Either is
 * put into units of the root mean square of the columns' norms.
 */
final class UserUnits {

  /** A law so far from the size of the measurements says nothing; arithmetic stays in range. */
  private static final double FAR = 1e6;

  /** A column of smaller norm, beside the others, has no part in the measurements. */
  private static final double LEAST_SCALE = 1e-9;

  private final UnitNormProblem unit;
  private final int length;
  private final AmplitudeLaw law;
  private final double[] norms;
  private final double typical;

  /**
   * @param length number of the user's columns
   * @param law in the user's units
   */
  UserUnits(UnitNormProblem unit, int length, AmplitudeLaw law) {
    this.unit = unit;
    this.length = length;
    this.law = law;
    this.norms = norms(unit, length);
    this.typical = rootMeanSquare(norms);
  }

  private static double[] norms(UnitNormProblem unit, int length) {
    // Half a norm at a time: the scale of the measurements times 1 might overflow.
    double[] halves = new double[length];
    Arrays.fill(halves, unit.toUser(0.5));
    Support all = Support.of(IntStream.range(0, length).toArray());
    double[] norms = unit.fromUser(SparseVector.of(length, all, halves));
    Arrays.setAll(norms, j -> 2 * norms[j]);
    return norms;
  }

  private static double rootMeanSquare(double[] values) {
    double largest = Arrays.stream(values).max().orElseThrow();
    double sum = 0;
    for (double value : values) {
      sum += (value / largest) * (value / largest);
    }
    return largest * Math.sqrt(sum / values.length);
  }

  /**
   * The same settings in the units of the sampler.
   *
   * @param noise standard deviation in the user's units
   * @throws IllegalArgumentException if the law is a million times off the measurements
   */
  PosteriorSettings settings(PosteriorSettings plain, OptionalDouble noise) {
    requireInRange("mean", law.mean(), 0);
    requireInRange("spread", law.spread(), 1 / FAR);
    requireInRange("low", OptionalDouble.of(law.low()), 0);
    PosteriorSettings settings = plain.withLaw(law.in(this::bound));
    if (noise.isPresent()) {
      settings = settings.withNoise(Math.min(FAR, unit.fromUser(noise.getAsDouble())));
    }
    return law.hasUnits() ? settings.withScales(scales()) : settings;
  }

  private double coefficient(double user) {
    return unit.fromUser(user * typical);
  }

  /** A bound that is far beyond is none; means and spreads have been checked before. */
  private double bound(double user) {
    double here = coefficient(user);
    return here > FAR ? Double.POSITIVE_INFINITY : here;
  }

  private void requireInRange(String name, OptionalDouble value, double least) {
    if (value.isEmpty()) {
      return;
    }
    double here = coefficient(value.getAsDouble());
    if (!(here >= least && here <= FAR)) {
      throw new IllegalArgumentException(
          "%s must be %.3g to %.3g beside these columns and measurements, but is %s"
              .formatted(name, user(least), user(FAR), value.getAsDouble()));
    }
  }

  private double[] scales() {
    return Arrays.stream(norms).map(norm -> Math.max(LEAST_SCALE, norm / typical)).toArray();
  }

  /** A coefficient of a column of typical norm. */
  private double user(double coefficient) {
    double user =
        typical >= 1 ? unit.toUser(coefficient / typical) : unit.toUser(coefficient) / typical;
    return Math.min(Double.MAX_VALUE, user);
  }

  /** What was found, in the user's units and columns. */
  Posterior posterior(Posterior found, OptionalDouble noise) {
    double[] inclusion = new double[length];
    double[] probabilities = found.inclusion();
    for (int j = 0; j < probabilities.length; j++) {
      inclusion[unit.userColumn(j)] = probabilities[j];
    }
    int[] columns = found.support();
    List<Amplitude> amplitudes = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      amplitudes.add(amplitude(found.amplitudes().get(i), columns[i]));
    }
    return new Posterior(
        inclusion,
        Arrays.stream(columns).map(unit::userColumn).toArray(),
        amplitudes,
        found.sizes(),
        noise.orElse(unit.toUser(found.noise())),
        law.mean().orElse(user(found.mean())),
        law.spread().orElse(user(found.spread())),
        found.chainDistance(),
        found.rHat(),
        found.sweeps());
  }

  private Amplitude amplitude(Amplitude found, int j) {
    double scale = law.hasUnits() ? Math.max(LEAST_SCALE, norms[j] / typical) : 1;
    return new Amplitude(
        unit.coefficientToUser(j, found.mean() * scale),
        unit.coefficientToUser(j, found.low() * scale),
        unit.coefficientToUser(j, found.high() * scale));
  }
}
