package io.github.sea4j.bayes;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import java.util.OptionalDouble;

/**
 * The k columns of largest posterior probability given {@code y = A x + e}, by sampling supports
 * and amplitudes.
 *
 * <pre>
 * model: supports of one size equally likely; coefficients N(+-mean, spread²); e ~ N(0, noise² I)
 * two chains, from the columns that correlate most and from random ones; each of 11 temperatures
 * repeat: each spike is drawn anew given all others, near its column or, at times, anywhere
 *         pairs of neighbours are drawn anew together
 *         neighbouring temperatures exchange their states
 *         first 2/3: learn noise, mean and spread; last third: count where spikes are
 * S = largest_k(how often a spike was there)
 * </pre>
 *
 * <p>With noise, the support of least residual is not the likeliest one, and neither is the one
 * that misses least on average: that one is made of the columns of largest inclusion probability.
 * So the residual of this answer is not the least one, and is not meant to be. Coefficients are the
 * least-squares fit; the {@link Posterior} among the details has what else is known: the
 * probability of every column, intervals of amplitudes, the noise level, and whether the two chains
 * agree.
 *
 * <p>Mean, spread and bounds are in the units of the user's coefficients, and the noise, a standard
 * deviation on one measurement, in those of y. A law that is learned is the same for all columns
 * scaled to unit norm. Noise is taken to be no less than -60 dB of the measurements. With {@code
 * size=learned}, k is the largest size; all sizes from none are equally likely beforehand, and the
 * likeliest one is the answer's.
 *
 * <p>Cost of a sweep of one chain: some 17 k moves of some hundred multiplications and a few Gram
 * columns added. Gram columns are computed when a spike first comes near, so nearly all are in the
 * end: {@code 8n²} bytes on dense matrices, up to a quarter of the memory, little for a blur.
 *
 * <p>An iteration is one of some sixteen looks at the answer so far, the start's included;
 * observers find the {@link Posterior} so far in {@link io.github.sea4j.solver.Iterate#detail}.
 * Ends as {@link Status#CONVERGED} if the chains agree (see {@link Posterior#isConverged}), as
 * {@link Status#ITERATION_LIMIT} if not: more {@code sweeps} may help. The same bits on any number
 * of threads. For sources see Ge, Idier, Le Carpentier, <i>Enhanced sampling schemes for MCMC based
 * blind Bernoulli-Gaussian deconvolution</i>, Signal Processing 91 (2011); Geyer (1991) on
 * exchanges of temperatures.
 */
public final class PosteriorSampler extends Search {

  private static final int LOOKS = 16;

  /** A relative residual up to this explains the measurements. */
  private static final double EXACT = 1e-12;

  private static final SolverOption<Long> SEED =
      SolverOption.of("seed", OptionType.LONG_COUNT, 1L, "of the random numbers");

  private static final SolverOption<Integer> SWEEPS =
      SolverOption.of(
          "sweeps",
          new OptionType<>(
              "a whole number >= " + PosteriorSettings.LEAST_SWEEPS,
              value -> value >= PosteriorSettings.LEAST_SWEEPS,
              OptionType.COUNT.read(),
              String::valueOf),
          PosteriorSettings.SWEEPS,
          "sweeps over all spikes, of each chain");

  private static final SolverOption<Double> NOISE =
      SolverOption.of(
          "noise",
          OptionType.NON_NEGATIVE,
          null,
          "standard deviation of the noise on one measurement, learned unless given");

  private static final SolverOption<Double> MEAN =
      SolverOption.of(
          "mean",
          OptionType.NON_NEGATIVE,
          null,
          "mean magnitude of the coefficients, learned unless given");

  private static final SolverOption<Double> SPREAD =
      SolverOption.of(
          "spread",
          OptionType.POSITIVE,
          null,
          "standard deviation of their magnitudes, learned unless given");

  private static final SolverOption<AmplitudeLaw.Sign> SIGN =
      SolverOption.of(
          "sign",
          OptionType.oneOf(AmplitudeLaw.Sign.class),
          AmplitudeLaw.Sign.EITHER,
          "signs that occur");

  private static final SolverOption<Double> LOW =
      SolverOption.of("low", OptionType.NON_NEGATIVE, 0.0, "least magnitude of a coefficient");

  private static final SolverOption<Double> HIGH =
      SolverOption.of("high", OptionType.POSITIVE, null, "largest magnitude of a coefficient");

  /** Whether k is the size or the largest one. */
  private enum Size {
    GIVEN,
    LEARNED
  }

  private static final SolverOption<Size> SIZE =
      SolverOption.of(
          "size",
          OptionType.oneOf(Size.class),
          Size.GIVEN,
          "learned: k or fewer columns, what is likeliest");

  private static final SolverOption<Boolean> TEMPERED =
      SolverOption.words("temperatures", false)
          .word("tempered", true, "hot chains have a broader law of coefficients as well");

  /** {@code posterior} in the solver language. */
  public static final SolverKind<PosteriorSampler> KIND =
      SolverKind.of(
              "posterior",
              "the columns of largest posterior probability, by sampling",
              PosteriorSampler::new)
          .with(SEED, SWEEPS, NOISE, MEAN, SPREAD, SIGN, LOW, HIGH, SIZE, TEMPERED);

  /** Learns noise and amplitudes; seed 1, 900 sweeps. */
  public PosteriorSampler() {
    super(KIND);
  }

  private PosteriorSampler(Settings settings) {
    super(settings);
    law(); // Refuses bounds that exclude each other.
  }

  /** With other random numbers; at least 1. */
  public PosteriorSampler withSeed(long seed) {
    return new PosteriorSampler(settings().with(SEED, seed));
  }

  /** With so many sweeps of each chain, at least 9. */
  public PosteriorSampler withSweeps(int sweeps) {
    return new PosteriorSampler(settings().with(SWEEPS, sweeps));
  }

  /** With noise of this standard deviation on each measurement, at least 0. */
  public PosteriorSampler withNoise(double deviation) {
    return new PosteriorSampler(settings().with(NOISE, deviation));
  }

  /** With magnitudes of this mean, at least 0. */
  public PosteriorSampler withMean(double mean) {
    return new PosteriorSampler(settings().with(MEAN, mean));
  }

  /** With magnitudes of this standard deviation, above 0. */
  public PosteriorSampler withSpread(double deviation) {
    return new PosteriorSampler(settings().with(SPREAD, deviation));
  }

  /** With coefficients of these signs only. */
  public PosteriorSampler withSign(AmplitudeLaw.Sign sign) {
    return new PosteriorSampler(settings().with(SIGN, sign));
  }

  /** With magnitudes from low, at least 0, to high, above low. */
  public PosteriorSampler within(double low, double high) {
    return new PosteriorSampler(settings().with(LOW, low).with(HIGH, high));
  }

  /** With k as the largest size; the likeliest one is chosen. */
  public PosteriorSampler choosingSize() {
    return new PosteriorSampler(settings().with(SIZE, Size.LEARNED));
  }

  /**
   * With a law of coefficients that gets broader with temperature, to a Gaussian around zero
   * without bounds: a sharp law and bounds are walls for a spike that moves to the next column, and
   * hot chains then have none. The posterior is the same, and chains find their way in it better;
   * how much, is in {@code lib/NOTES.md}.
   */
  public PosteriorSampler tempered() {
    return new PosteriorSampler(settings().with(TEMPERED, true));
  }

  /**
   * @throws IllegalArgumentException if the loss is not least squares, or the law is a million
   *     times off the measurements
   */
  @Override
  protected Outcome search(SearchContext context) {
    context.requireLeastSquares();
    // Threads would meet the end of a budget in products at a place that depends on chance.
    return context.countsProducts() ? Workers.alone(() -> sample(context)) : sample(context);
  }

  private Outcome sample(SearchContext context) {
    UserUnits units = new UserUnits(context.unit(), context.problem().columns(), law());
    Looks looks =
        new Looks(
            context,
            found -> units.posterior(found, noise()),
            Math.max(1, settings().get(SWEEPS) / LOOKS));
    Summary summary =
        Chains.sample(
            context.operator(),
            context.measurements(),
            context.sparsity(),
            units.settings(plain(), noise()),
            context::mustStop,
            looks::onSweeps);
    Posterior posterior = summary.posterior();
    Status status = looks.end(posterior, EXACT * context.measurementNorm());
    Outcome outcome =
        context.answer(posterior.support(), status).with(units.posterior(posterior, noise()));
    return settings().get(SIZE) == Size.LEARNED ? outcome.ofChosenSize() : outcome;
  }

  private PosteriorSettings plain() {
    PosteriorSettings plain =
        PosteriorSettings.DEFAULT.withSeed(settings().get(SEED)).withSweeps(settings().get(SWEEPS));
    plain = settings().get(TEMPERED) ? plain.temperingLaw() : plain;
    return settings().get(SIZE) == Size.LEARNED ? plain.choosingSize() : plain;
  }

  private AmplitudeLaw law() {
    return new AmplitudeLaw(
        optional(MEAN),
        optional(SPREAD),
        settings().get(SIGN),
        settings().get(LOW),
        optional(HIGH).orElse(Double.POSITIVE_INFINITY));
  }

  private OptionalDouble noise() {
    return optional(NOISE);
  }

  private OptionalDouble optional(SolverOption<Double> option) {
    return settings().find(option).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
