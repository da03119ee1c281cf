package io.github.sea4j.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.bayes.move.ExactPosterior;
import io.github.sea4j.bayes.move.ModelParameters;
import io.github.sea4j.bayes.move.SmallProblem;
import io.github.sea4j.bayes.move.Spikes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With noise level and law given, frequencies are those of the exact posterior, counted over all
 * supports.
 *
 * <p>Seeds are fixed. 2 x 2,223 sweeps count: a frequency then has a standard error of at most
 * {@code sqrt(.25/4,446) = .0075} if sweeps were independent, and of about one and a half times
 * that as they are not. .035 is three of these.
 */
@Tag("slow")
class EnumerationTest {

  private static final int SWEEPS = 6_000;
  private static final int COUNTED = 4_446;
  private static final double ERROR = 0.035;
  private static final double MEAN = 1;
  private static final double SPREAD = 0.5;
  private static final double NOISE = 0.4;
  private static final int SPIKES = 3;
  private static final ModelParameters PARAMETERS =
      new ModelParameters(MEAN, SPREAD * SPREAD, NOISE * NOISE);

  static List<SmallProblem> families() {
    return SmallProblem.families();
  }

  @ParameterizedTest
  @MethodSource("families")
  void inclusionIsExact(SmallProblem problem) {
    ExactPosterior exact = exact(problem, SPIKES);
    Posterior found = sample(problem, settings(problem), SPIKES);
    assertInclusion(exact.inclusion(), found);
    assertTrue(found.chainDistance() < ERROR, () -> "chains " + found.chainDistance());
    for (int i = 0; i < SPIKES; i++) {
      int j = found.support()[i];
      double mean = exact.meanAmplitude(j) / problem.scale()[j];
      // Of both signs, so with a standard deviation of up to 1.2; three times 1.5 standard errors.
      double error = 4.5 * 1.2 / Math.sqrt(COUNTED * found.inclusion()[j]);
      assertEquals(mean, found.amplitudes().get(i).mean(), error, "amplitude at " + j);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void inclusionIsExactWhereTheNumberIsSampled(SmallProblem problem) {
    ExactPosterior exact = exact(problem, 0);
    Posterior found = sample(problem, settings(problem).choosingSize(), SPIKES);
    assertInclusion(exact.inclusion(), found);
    double[] sizes = new double[SPIKES + 1];
    exact.cases().forEach(c -> sizes[c.support().length] += c.weight() / exact.total());
    for (int s = 0; s < sizes.length; s++) {
      assertEquals(sizes[s], found.sizes()[s], ERROR, "size " + s);
    }
  }

  static List<AmplitudeLaw> cutLaws() {
    AmplitudeLaw law = AmplitudeLaw.of(MEAN, SPREAD);
    return List.of(
        law.withSign(AmplitudeLaw.Sign.POSITIVE),
        law.withSign(AmplitudeLaw.Sign.NEGATIVE),
        AmplitudeLaw.of(0, 1).withSign(AmplitudeLaw.Sign.POSITIVE),
        law.within(0.8, 1.4),
        AmplitudeLaw.of(0, 1).within(0.4, 1.6));
  }

  @ParameterizedTest
  @MethodSource("cutLaws")
  void inclusionIsExactUnderACutLaw(AmplitudeLaw law) {
    SmallProblem problem = SmallProblem.truncatedBlur();
    PosteriorSettings settings = settings(problem).withLaw(law);
    assertInclusion(
        new GridPosterior(problem, law, NOISE, 2).inclusion(), sample(problem, settings, 2));
    assertInclusion(
        new GridPosterior(problem, law, NOISE, 0).inclusion(),
        sample(problem, settings.choosingSize(), 2));
    assertInclusion(
        new GridPosterior(problem, law, NOISE, 0).inclusion(),
        sample(problem, settings.choosingSize().temperingLaw(), 2));
  }

  /** A law that gets broader with temperature leaves the posterior as it is. */
  @ParameterizedTest
  @MethodSource("families")
  void inclusionIsExactWhereTheLawIsTempered(SmallProblem problem) {
    PosteriorSettings settings = settings(problem).temperingLaw();
    assertInclusion(exact(problem, SPIKES).inclusion(), sample(problem, settings, SPIKES));
    Posterior found = sample(problem, settings.choosingSize(), SPIKES);
    assertInclusion(exact(problem, 0).inclusion(), found);
  }

  /** The same by hand, for the test below. */
  @Test
  void exchangesKeepThePosterior() {
    SpikeModel model = model(SmallProblem.truncatedBlur());
    assertTrue(worst(SmallProblem.truncatedBlur(), new Ladder(model, model.greedy(), 1)) < ERROR);
  }

  /** The test itself: exchanges at twice the difference of energies show. */
  @Test
  void noticesAWrongFactorOfExchanges() {
    SpikeModel model = model(SmallProblem.truncatedBlur());
    Ladder wrong =
        new Ladder(model, model.greedy(), 1) {
          @Override
          double logAcceptance(double exponent) {
            return 2 * exponent;
          }
        };
    double worst = worst(SmallProblem.truncatedBlur(), wrong);
    assertTrue(worst > ERROR, () -> "worst " + worst);
  }

  /** Nor do exchanges between laws change the amplitudes; those that forget the laws do. */
  @Test
  void exchangesKeepTheLawOfTheAmplitudes() {
    SmallProblem problem = SmallProblem.truncatedBlur();
    SpikeModel model = model(problem, settings(problem).temperingLaw());
    assertEquals(1, growth(new Ladder(model, model.greedy(), 1)), 0.02);
    Ladder wrong =
        new Ladder(model, model.greedy(), 1) {
          @Override
          double lawsAfter(int t) {
            return 0;
          }
        };
    assertTrue(growth(wrong) > 1.1, () -> "growth " + growth(wrong));
  }

  /** How far magnitudes are from their mean after exchanges, over that before; 12,000 sweeps. */
  private static double growth(Ladder ladder) {
    ladder.set(new ModelParameters(MEAN, 0.01, NOISE * NOISE));
    double before = 0;
    double after = 0;
    for (int i = 0; i < 12_000; i++) {
      for (int t = 0; t < Ladder.LEVELS; t++) {
        ladder.sweep(t, () -> false);
      }
      before += spread(ladder.coldest());
      ladder.exchange();
      after += spread(ladder.coldest());
    }
    return after / before;
  }

  private static double spread(Spikes spikes) {
    return IntStream.range(0, spikes.size())
        .mapToDouble(i -> Math.abs(Math.abs(spikes.amplitude(i)) - MEAN))
        .sum();
  }

  /** The largest error of the frequency of a column, over 12,000 sweeps. */
  private static double worst(SmallProblem problem, Ladder ladder) {
    double[] error = exact(problem, SPIKES).inclusion();
    ladder.set(PARAMETERS);
    int sweeps = 12_000;
    for (int i = 0; i < sweeps; i++) {
      for (int t = 0; t < Ladder.LEVELS; t++) {
        ladder.sweep(t, () -> false);
      }
      ladder.exchange();
      for (int j : ladder.coldest().support()) {
        error[j] -= 1.0 / sweeps;
      }
    }
    return Arrays.stream(error).map(Math::abs).max().orElseThrow();
  }

  private static ExactPosterior exact(SmallProblem problem, int least) {
    return new ExactPosterior(problem.a(), problem.y(), problem.scale(), PARAMETERS, least, SPIKES);
  }

  private static PosteriorSettings settings(SmallProblem problem) {
    return PosteriorSettings.DEFAULT
        .withSweeps(SWEEPS)
        .withNoise(NOISE)
        .withLaw(AmplitudeLaw.of(MEAN, SPREAD))
        .withScales(problem.scale());
  }

  private static SpikeModel model(SmallProblem problem) {
    return model(problem, settings(problem));
  }

  private static SpikeModel model(SmallProblem problem, PosteriorSettings settings) {
    return new SpikeModel(problem.operator(), problem.y(), SPIKES, settings, () -> false);
  }

  private static Posterior sample(SmallProblem problem, PosteriorSettings settings, int k) {
    return Chains.sample(
            problem.operator(), problem.y(), k, settings, () -> false, (sweeps, soFar) -> {})
        .posterior();
  }

  private static void assertInclusion(double[] exact, Posterior found) {
    for (int j = 0; j < exact.length; j++) {
      assertEquals(exact[j], found.inclusion()[j], ERROR, "column " + j);
    }
  }
}
