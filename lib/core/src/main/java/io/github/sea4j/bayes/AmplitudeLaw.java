package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.Cut;
import io.github.sea4j.check.Require;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * What is known beforehand of the non-zero coefficients, in the units of the user's coefficients.
 *
 * <p>A coefficient is {@code N(mean, spread²)} or {@code N(-mean, spread²)} with equal chance; with
 * one sign only the first, or only the second, cut to that sign. Bounds cut both to magnitudes
 * between low and high. What is not given is learned from the measurements.
 *
 * @param mean of the magnitude, at least 0; 0 is a Gaussian around zero
 * @param spread standard deviation around the mean, above 0
 * @param sign which signs occur
 * @param low least magnitude, at least 0
 * @param high largest magnitude, above low; infinite where there is no bound
 */
public record AmplitudeLaw(
    OptionalDouble mean, OptionalDouble spread, Sign sign, double low, double high) {

  /** Which signs occur. */
  public enum Sign {
    /** Both, with equal chance. */
    EITHER,
    /** Coefficients above 0 only. */
    POSITIVE,
    /** Coefficients below 0 only. */
    NEGATIVE
  }

  /** Nothing known: mean and spread are learned, both signs occur. */
  public static final AmplitudeLaw LEARNED =
      new AmplitudeLaw(
          OptionalDouble.empty(), OptionalDouble.empty(), Sign.EITHER, 0, Double.POSITIVE_INFINITY);

  /** Checks the bounds. */
  public AmplitudeLaw {
    mean.ifPresent(value -> Require.notNegative("mean", value));
    spread.ifPresent(value -> Require.positive("spread", value));
    Require.notNegative("low", low);
    if (!(high > low)) {
      throw new IllegalArgumentException(
          "high must be above low = %s, but is %s".formatted(low, high));
    }
  }

  /** A law whose mean and spread are given. */
  public static AmplitudeLaw of(double mean, double spread) {
    return LEARNED.withMean(mean).withSpread(spread);
  }

  /** The same with this mean. */
  public AmplitudeLaw withMean(double value) {
    return new AmplitudeLaw(OptionalDouble.of(value), spread, sign, low, high);
  }

  /** The same with this spread. */
  public AmplitudeLaw withSpread(double value) {
    return new AmplitudeLaw(mean, OptionalDouble.of(value), sign, low, high);
  }

  /** The same with these signs. */
  public AmplitudeLaw withSign(Sign value) {
    return new AmplitudeLaw(mean, spread, value, low, high);
  }

  /** The same with magnitudes between these bounds. */
  public AmplitudeLaw within(double least, double largest) {
    return new AmplitudeLaw(mean, spread, sign, least, largest);
  }

  /** Whether it is more than the signs that is known. */
  boolean hasUnits() {
    boolean bounded = low > 0 || high < Double.POSITIVE_INFINITY;
    return mean.isPresent() || spread.isPresent() || bounded;
  }

  /** The same law of coefficients in other units. */
  AmplitudeLaw in(DoubleUnaryOperator units) {
    return new AmplitudeLaw(
        mean.isPresent() ? OptionalDouble.of(units.applyAsDouble(mean.getAsDouble())) : mean,
        spread.isPresent() ? OptionalDouble.of(units.applyAsDouble(spread.getAsDouble())) : spread,
        sign,
        units.applyAsDouble(low),
        units.applyAsDouble(high));
  }

  /** What is cut off the Gaussians. */
  Cut cut() {
    int only =
        switch (sign) {
          case EITHER -> 0;
          case POSITIVE -> 1;
          case NEGATIVE -> -1;
        };
    return new Cut(only, low, high);
  }
}
