package io.github.sea4j.experiment;

import io.github.sea4j.compose.BestPart;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of solvers that several experiments start with. */
final class SolverList {

  /** The paper's six algorithms, SEA also started from OMP and ELS. */
  static final String OF_THE_PAPER = "sea, sea(omp), sea(els), omp, ompr, els, iht, htp";

  /** With the LASSO path: on coherent columns a comparison without it would flatter the others. */
  static final String WITH_LASSO = OF_THE_PAPER + ", lasso";

  /**
   * SEA with a tenfold budget; both readings of the paper's ELS, and exchanges of pairs; IHT, HTP
   * and the LASSO path as they are stored elsewhere and with a larger cap or another step.
   */
  static final String BASELINES =
      "sea, sea(iterations=10000), els, els(add), els(pairs), iht, iht(iterations=10000), htp, "
          + "htp(step=1.8/L), lasso, lasso(steps=10000)";

  /** Each with SEA behind it. */
  static final String IMPROVED =
      "omp, sea(omp), ompr, sea(ompr), els, sea(els), iht, sea(iht), htp, sea(htp), lasso, "
          + "sea(lasso)";

  /**
   * Plain ones for comparison, then what whitening, exchanges of pairs and all together do; the
   * exchanges without whitening, which tells the two apart.
   */
  static final String WHITENED =
      "sea, els, lasso, whitened(omp), whitened(ompr), whitened(htp), whitened(sea), "
          + "whitened(sea(decay=0.003)), els(whitened(sea(decay=0.003)), pairs), best, els(pairs)";

  /** With noise, the posterior too. */
  static final String WHITENED_NOISE = WHITENED + ", posterior";

  /**
   * The law of the amplitudes learned or told, and in hot chains the same or broader. The
   * magnitudes of instances are uniform between 1 and 2.
   */
  static final String AMPLITUDE_LAWS =
      "posterior, posterior(tempered), posterior(mean=1.5, spread=0.29), "
          + "posterior(mean=1.5, spread=0.29, tempered)";

  /**
   * Where neighbours need not overlap: message passing and sampled SEA. The posterior takes seconds
   * a solve on dense matrices.
   */
  static final String CORRELATED = WHITENED + ", vamp, sea(sampled)";

  /**
   * For n = 5000, where {@code best} would take minutes: what whitening does, and what does without
   * it.
   */
  static final String WHITENED_LARGE =
      "sea, omp, els, whitened(omp), whitened(sea), els(whitened(sea(decay=0.003))), els(pairs), "
          + "lasso(steps=10000), els(lasso, pairs), posterior";

  /** Few enough for images of 65,536 pixels, where SEA takes 15 ms an iteration. */
  static final String IMAGES =
      "omp, htp, sea(iterations=300), whitened(htp, tau=0.1 1e-5), whitened(omp, tau=0.1 1e-5)";

  private static final String WITHIN_BUDGETS =
      "sea, restarts(sea), restarts(sea(decay=0.003)), restarts(els), restarts(htp), lasso, "
          + "restarts(els(whitened(sea(decay=0.003)), pairs)), best, restarts(els(pairs))";

  /** Held to budgets: those that end early, and restarts, which go on; the posterior. */
  static final String ANYTIME = WITHIN_BUDGETS + ", posterior";

  /** The same on Gaussian matrices, where message passing is at home. */
  static final String ANYTIME_GAUSSIAN = WITHIN_BUDGETS + ", vamp";

  /**
   * SEA with sampled supports, whole and without each of its parts, beside VAMP and SEA that
   * forgets.
   */
  static final String SAMPLED =
      "sea(decay=0.003), vamp(runs=1), vamp, sea(sampled), "
          + "sea(sampled, without=noise), sea(sampled, without=subtraction), "
          + "sea(sampled, without=shrinkage), sea(sampled, without=memory), "
          + "sea(sampled, without=inverse)";

  private SolverList() {}

  /** {@code best} on a blur, without one part after the other, and with message passing. */
  static String bestOnABlur() {
    return bestWithoutEach(EnumSet.complementOf(EnumSet.of(BestPart.VAMP)))
        + ", "
        + best(EnumSet.allOf(BestPart.class));
  }

  /** The same on full matrices, where message passing is one of its parts. */
  static String bestOnFullMatrices() {
    return bestWithoutEach(EnumSet.allOf(BestPart.class));
  }

  private static String bestWithoutEach(Set<BestPart> parts) {
    Stream<String> without =
        parts.stream()
            .map(
                part -> {
                  Set<BestPart> others = EnumSet.copyOf(parts);
                  others.remove(part);
                  return best(others);
                });
    return Stream.concat(Stream.of("best"), without).collect(Collectors.joining(", "));
  }

  private static String best(Set<BestPart> parts) {
    return parts.stream()
        .map(BestPart::toString)
        .collect(Collectors.joining(" ", "best(parts=", ")"));
  }
}
