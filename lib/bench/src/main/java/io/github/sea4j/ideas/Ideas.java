package io.github.sea4j.ideas;

import io.github.sea4j.ideas.AdaptiveWhitening.Learning;
import io.github.sea4j.ideas.GridChoice.Criterion;
import io.github.sea4j.ideas.Idea.Duel;
import io.github.sea4j.ideas.Idea.Trial;
import io.github.sea4j.ideas.StraightThrough.Update;
import io.github.sea4j.exchange.Els;
import io.github.sea4j.threshold.Htp;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.compose.Whitened;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All ideas; each hypothesis was written down before its test was run. */
final class Ideas {

  private static final int ITERATIONS = 600;
  private static final Sea SEA = new Sea().withIterations(ITERATIONS);

  /** What matters of the library's grid of tau with noise, and little enough for many variants. */
  private static final List<Double> NOISY = List.of(1.0, 0.3, 0.1, 0.03, 0.01);

  private static final List<Double> FEW = List.of(0.3, 0.03, 0.003);

  private static final Spectra SPECTRA = new Spectra();

  private static final Contender PLAIN = Contender.of("sea", SEA);
  private static final Contender WHITENED_NOISY =
      Contender.of("whitened, 5 tau", new Whitened(SEA).withTaus(values(NOISY)));
  private static final Contender WHITENED_FEW =
      Contender.of("whitened, 3 tau", new Whitened(SEA).withTaus(values(FEW)));

  private static final List<String> SPIKES = deconvolutions("-40dB");
  private static final List<String> GAUSSIAN =
      IntStream.of(40, 56, 64, 70).mapToObj(k -> "gaussian-200-500-" + k).toList();

  private Ideas() {}

  /** In the order of the table. */
  static List<Idea> all() {
    return List.of(
        new Idea(
            "control",
            "The prototype with SEA's own update is SEA: no difference",
            updates(SPIKES, List.of(new Variant("plain", Updates.plain())))),
        new Idea(
            "sr-ste",
            "Stale entries outside the support mislead; letting them decay lowers the distance",
            List.of(
                whitenedEverywhere(
                    new Variant("decay .001", Updates.decay(1e-3)),
                    new Variant("decay .003", Updates.decay(3e-3)),
                    new Variant("decay .01", Updates.decay(1e-2)),
                    new Variant("decay .1", Updates.decay(1e-1))))),
        new Idea(
            "sr-ste-rivals",
            "In whitened geometries SEA with decay beats HTP there, and swaps after SEA",
            List.of(new Trial(SPIKES, decayAndRivals()), new Trial(GAUSSIAN, decayAndRivals()))),
        new Idea(
            "average",
            "Averaging what HTP thresholds keeps SEA's memory and forgets what is stale",
            updates(
                SPIKES,
                List.of(
                    new Variant("lambda .01", Updates.averagedPursuit(1e-2)),
                    new Variant("lambda .1", Updates.averagedPursuit(1e-1))))),
        new Idea(
            "momentum",
            "Averaged gradients carry X over supports that repeat; the distance falls",
            updates(
                SPIKES,
                List.of(
                    new Variant("beta .5", Updates.momentum(0.5)),
                    new Variant("beta .9", Updates.momentum(0.9))))),
        new Idea(
            "step",
            "Steps that fit the gradient waste no iteration and do not jump over good supports",
            updates(
                SPIKES,
                List.of(
                    new Variant("normalised", Updates.normalised()),
                    new Variant("line search", Updates.lineSearch()),
                    new Variant("next crossing", Updates.nextCrossing())))),
        new Idea(
            "reste",
            "Entries near the threshold decide; weighting them up finds better supports",
            updates(
                SPIKES,
                List.of(
                    new Variant("order 2", Updates.power(2)),
                    new Variant("order 4", Updates.power(4))))),
        new Idea(
            "shaking",
            "Where the best residual stalls, the rest of the iterations is better spent elsewhere",
            updates(
                SPIKES,
                List.of(
                    new Variant("disturbed by .5", new Shaking(100, 0.5)),
                    new Variant("shuffled", new Shaking(100, 0))))),
        new Idea(
            "tau",
            "One tau by a rule is as good as the grid, at a sixth of its cost",
            List.of(
                new Trial(
                    deconvolutions("-40dB", "-20dB"),
                    duels(
                        WHITENED_NOISY,
                        single("noise level", TauRule.NOISE_LEVEL),
                        single("discrepancy", TauRule.DISCREPANCY),
                        single("cross-validation", TauRule.CROSS_VALIDATION),
                        single("likelihood", TauRule.LIKELIHOOD),
                        choice("oracle", GridChoice::oracle))))),
        new Idea(
            "decay-and-tau",
            "Decay and the tau of the discrepancy principle add up",
            List.of(new Trial(deconvolutions("-40dB", "-20dB"), decayAtDiscrepancy()))),
        new Idea(
            "evidence",
            "With much noise the likeliest support of the grid is closer than the best fit",
            List.of(
                new Trial(
                    deconvolutions("-20dB", "-10dB"),
                    duels(
                        choice("residual", GridChoice::residual),
                        choice("likelihood", GridChoice::evidence),
                        choice("oracle", GridChoice::oracle))))),
        new Idea(
            "annealing",
            "Each tau goes on from the best support so far: better than independent runs",
            List.of(new Trial(SPIKES, annealed()), new Trial(GAUSSIAN, annealed()))),
        new Idea(
            "local-swaps",
            "After whitened SEA, swaps among neighbours do what all swaps do",
            List.of(new Trial(deconvolutions("-20dB"), swaps()))),
        new Idea(
            "adaptive",
            "Whitening by the columns that are active beats whitening by all of them",
            List.of(
                new Trial(
                    deconvolutions("-20dB"),
                    duels(
                        WHITENED_NOISY,
                        adaptive("from the answer, 2 rounds", 2, Learning.ANSWER),
                        adaptive("bayesian, 3 rounds", 3, Learning.BAYESIAN),
                        adaptive("bayesian alone, 3 rounds", 3, Learning.BAYESIAN_ALONE))))));
  }

  /** The deconvolutions with each of these endings. */
  private static List<String> deconvolutions(String... endings) {
    return Stream.of(endings)
        .flatMap(
            ending -> IntStream.of(10, 20, 35, 50).mapToObj(k -> "deconvolution-500-" + k + ending))
        .toList();
  }

  /** An update of SEA's exploration vector with its name. */
  private record Variant(String name, Update update) {

    private StraightThrough solver() {
      return new StraightThrough(name, ITERATIONS, update);
    }

    private Contender plain() {
      return Contender.of(name, solver());
    }

    private Contender whitened() {
      return Contender.of(name + ", whitened", new Whitened(solver()).withTaus(values(FEW)));
    }
  }

  /** Updates against SEA's, for spikes over a grid of tau too. */
  private static List<Trial> updates(List<String> spikes, List<Variant> variants) {
    List<Duel> plain = variants.stream().map(variant -> new Duel(variant.plain(), PLAIN)).toList();
    List<Duel> whitened =
        variants.stream().map(variant -> new Duel(variant.whitened(), WHITENED_FEW)).toList();
    return List.of(new Trial(spikes, together(plain, whitened)), new Trial(GAUSSIAN, plain));
  }

  /** The same on all problems, the Gaussian ones whitened too. */
  private static Trial whitenedEverywhere(Variant... variants) {
    List<Duel> duels =
        Stream.of(variants)
            .flatMap(
                variant ->
                    Stream.of(
                        new Duel(variant.plain(), PLAIN),
                        new Duel(variant.whitened(), WHITENED_FEW)))
            .toList();
    return new Trial(
        Stream.of(deconvolutions("", "-40dB", "-20dB"), GAUSSIAN).flatMap(List::stream).toList(),
        duels);
  }

  private static List<Duel> decayAndRivals() {
    Contender decay = new Variant("decay .003", Updates.decay(3e-3)).whitened();
    Contender swaps =
        Contender.of(
            "whitened, 3 tau, then swaps", new Els().from(new Whitened(SEA).withTaus(values(FEW))));
    Contender htp =
        Contender.of("whitened htp, 3 tau", new Whitened(new Htp()).withTaus(values(FEW)));
    return together(duels(WHITENED_FEW, decay), duels(swaps, decay), duels(htp, decay));
  }

  private static List<Duel> decayAtDiscrepancy() {
    StraightThrough decaying = new Variant("decay .003", Updates.decay(3e-3)).solver();
    Contender decay =
        new Contender(
            "decay .003, discrepancy", new SingleTau(decaying, TauRule.DISCREPANCY, SPECTRA));
    return together(
        duels(single("discrepancy", TauRule.DISCREPANCY), decay), duels(WHITENED_NOISY, decay));
  }

  private static List<Duel> annealed() {
    return duels(
        WHITENED_FEW,
        new Contender("down", new Annealing(SEA, FEW)),
        new Contender("up", new Annealing(SEA, reversed(FEW))));
  }

  private static List<Duel> swaps() {
    Whitened solver = new Whitened(SEA).withTaus(values(NOISY));
    Contender all = Contender.of("all swaps", new Els().from(solver));
    Contender near = new Contender("neighbours above .5", new LocalSwaps(solver, 0.5));
    Contender far = new Contender("neighbours above .1", new LocalSwaps(solver, 0.1));
    return together(duels(WHITENED_NOISY, all, near, far), duels(all, near, far));
  }

  private static Contender single(String name, TauRule rule) {
    return new Contender(name, new SingleTau(SEA, rule, SPECTRA));
  }

  private static Contender choice(String name, Criterion criterion) {
    return new Contender(name, new GridChoice(SEA, NOISY, criterion));
  }

  private static Contender adaptive(String name, int rounds, Learning learning) {
    return new Contender(name, new AdaptiveWhitening(SEA, rounds, learning));
  }

  private static List<Duel> duels(Contender against, Contender... challengers) {
    return Stream.of(challengers).map(challenger -> new Duel(challenger, against)).toList();
  }

  @SafeVarargs
  private static List<Duel> together(List<Duel>... lists) {
    List<Duel> all = new ArrayList<>();
    for (List<Duel> list : lists) {
      all.addAll(list);
    }
    return all;
  }

  private static double[] values(List<Double> taus) {
    return taus.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> reversed(List<Double> taus) {
    List<Double> reversed = new ArrayList<>(taus);
    Collections.reverse(reversed);
    return reversed;
  }
}
