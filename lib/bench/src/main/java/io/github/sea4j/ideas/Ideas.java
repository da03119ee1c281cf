package io.github.sea4j.ideas;

import io.github.sea4j.ideas.AdaptiveWhitening.Learning;
import io.github.sea4j.ideas.GridChoice.Criterion;
import io.github.sea4j.ideas.Idea.Duel;
import io.github.sea4j.ideas.StraightThrough.Update;
import io.github.sea4j.solver.Els;
import io.github.sea4j.solver.Htp;
import io.github.sea4j.solver.Ompr;
import io.github.sea4j.solver.Sea;
import io.github.sea4j.solver.Whitened;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All ideas; each hypothesis was written down before its test was run. */
final class Ideas {

  private static final int ITERATIONS = 600;
  private static final Sea SEA = new Sea().withIterations(ITERATIONS);

  /** The library's grid. */
  private static final List<Double> GRID =
      List.of(1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 1e-3, 1e-5, 1e-8);

  /** What matters of it with noise. */
  private static final List<Double> NOISY = List.of(1.0, 0.3, 0.1, 0.03, 0.01);

  /** Enough of it for tests of many variants. */
  private static final List<Double> FEW = List.of(0.3, 0.03, 0.003);

  private static final Contender PLAIN = Contender.of("sea", SEA);
  private static final Contender WHITENED = Contender.of("whitened", new Whitened(SEA));
  private static final Contender WHITENED_FEW =
      Contender.of("whitened, 3 tau", new Whitened(SEA).withTaus(values(FEW)));

  private Ideas() {}

  /** In the order of the table. */
  static List<Idea> all() {
    return List.of(
        new Idea(
            "control",
            "The prototype with SEA's own update is SEA: no difference",
            allProblems(),
            bothGeometries("plain", Updates.plain())),
        new Idea(
            "reste",
            "Entries near the threshold decide; weighting them up finds better supports",
            allProblems(),
            together(
                bothGeometries("order 2", Updates.power(2)),
                bothGeometries("order 4", Updates.power(4)))),
        new Idea(
            "sr-ste",
            "Stale entries outside the support mislead; letting them decay lowers the distance",
            allProblems(),
            together(
                bothGeometries("decay .001", Updates.decay(1e-3)),
                bothGeometries("decay .003", Updates.decay(3e-3)),
                bothGeometries("decay .01", Updates.decay(1e-2)),
                bothGeometries("decay .1", Updates.decay(1e-1)))),
        new Idea(
            "sr-ste-grid",
            "Over the library's whole grid, decay still helps, and beats other whitened solvers",
            allProblems(),
            decayAndOthers()),
        new Idea(
            "average",
            "Averaging what HTP thresholds keeps SEA's memory and forgets what is stale",
            allProblems(),
            together(
                bothGeometries("lambda .01", Updates.averagedPursuit(1e-2)),
                bothGeometries("lambda .1", Updates.averagedPursuit(1e-1)),
                bothGeometries("lambda 1", Updates.averagedPursuit(1)))),
        new Idea(
            "momentum",
            "Averaged gradients carry X over supports that repeat; the distance falls",
            allProblems(),
            together(
                bothGeometries("beta .5", Updates.momentum(0.5)),
                bothGeometries("beta .9", Updates.momentum(0.9)))),
        new Idea(
            "step",
            "Steps that fit the gradient waste no iteration and do not jump over good supports",
            allProblems(),
            together(
                bothGeometries("normalised", Updates.normalised()),
                bothGeometries("line search", Updates.lineSearch()),
                bothGeometries("next crossing", Updates.nextCrossing()))),
        new Idea(
            "shaking",
            "Where the best residual stalls, the rest of the iterations is better spent elsewhere",
            allProblems(),
            together(
                bothGeometries("disturbed by .5", new Shaking(100, 0.5)),
                bothGeometries("disturbed by 2", new Shaking(100, 2)),
                bothGeometries("shuffled", new Shaking(100, 0)))),
        new Idea(
            "annealing",
            "Each tau goes on from the best support so far: better than independent runs",
            allProblems(),
            duels(
                WHITENED,
                new Contender("down", new Annealing(SEA, GRID)),
                new Contender("down, eta .1", new Annealing(SEA.withStepSize(0.1), GRID)),
                new Contender("up", new Annealing(SEA, reversed(GRID))))),
        new Idea(
            "tau",
            "One tau by a rule is as good as the grid, at a tenth of its cost",
            deconvolutions("", "-40dB", "-20dB"),
            duels(
                WHITENED,
                single("noise level", TauRule.NOISE_LEVEL),
                single("discrepancy", TauRule.DISCREPANCY),
                single("cross-validation", TauRule.CROSS_VALIDATION),
                single("likelihood", TauRule.LIKELIHOOD),
                choice("oracle", GRID, GridChoice::oracle))),
        new Idea(
            "evidence",
            "With much noise the likeliest support of the grid is closer than the best fit",
            deconvolutions("-20dB", "-10dB"),
            duels(
                choice("residual", NOISY, GridChoice::residual),
                choice("likelihood", NOISY, GridChoice::evidence),
                choice("oracle", NOISY, GridChoice::oracle))),
        new Idea(
            "adaptive",
            "Whitening by the columns that are active beats whitening by all of them",
            deconvolutions("-40dB", "-20dB"),
            duels(
                WHITENED,
                adaptive("from the answer, 2 rounds", 2, Learning.ANSWER),
                adaptive("bayesian, 3 rounds", 3, Learning.BAYESIAN),
                adaptive("bayesian alone, 3 rounds", 3, Learning.BAYESIAN_ALONE))),
        new Idea(
            "local-swaps",
            "After whitened SEA, swaps among neighbours do what all swaps do",
            deconvolutions("-40dB", "-20dB"),
            swaps()));
  }

  /** The deconvolutions with each of these endings, then the Gaussian matrices. */
  private static List<String> allProblems() {
    return Stream.concat(
            deconvolutions("", "-40dB", "-20dB").stream(),
            IntStream.of(40, 56, 64, 70).mapToObj(k -> "gaussian-200-500-" + k))
        .toList();
  }

  private static List<String> deconvolutions(String... endings) {
    return Stream.of(endings)
        .flatMap(
            ending -> IntStream.of(10, 20, 35, 50).mapToObj(k -> "deconvolution-500-" + k + ending))
        .toList();
  }

  /** An update against SEA's, in the original geometry and over a grid of tau. */
  private static List<Duel> bothGeometries(String name, Update update) {
    StraightThrough solver = new StraightThrough(name, ITERATIONS, update);
    Whitened whitened = new Whitened(solver).withTaus(values(FEW));
    return List.of(
        new Duel(Contender.of(name, solver), PLAIN),
        new Duel(Contender.of(name + ", whitened", whitened), WHITENED_FEW));
  }

  private static List<Duel> swaps() {
    Whitened solver = new Whitened(SEA).withTaus(values(NOISY));
    Contender before = Contender.of("whitened, 5 tau", solver);
    Contender all = Contender.of("all swaps", new Els().from(solver));
    Contender near = new Contender("neighbours above .5", new LocalSwaps(solver, 0.5));
    Contender far = new Contender("neighbours above .1", new LocalSwaps(solver, 0.1));
    return together(duels(before, all, near, far), duels(all, near, far));
  }

  private static List<Duel> decayAndOthers() {
    Whitened decaying =
        new Whitened(new StraightThrough("decay .003", ITERATIONS, Updates.decay(3e-3)));
    Contender decay = Contender.of("decay .003, whitened", decaying);
    Contender polished = Contender.of("decay .003, whitened, then swaps", new Els().from(decaying));
    Contender swaps = Contender.of("whitened, then swaps", new Els().from(new Whitened(SEA)));
    Contender htp = Contender.of("whitened htp", new Whitened(new Htp()));
    Contender ompr = Contender.of("whitened ompr", new Whitened(new Ompr()));
    return together(
        duels(WHITENED, decay),
        duels(swaps, decay, polished),
        duels(htp, decay),
        duels(ompr, decay));
  }

  private static Contender single(String name, TauRule rule) {
    return new Contender(name, new SingleTau(SEA, rule));
  }

  private static Contender choice(String name, List<Double> taus, Criterion criterion) {
    return new Contender(name, new GridChoice(SEA, taus, criterion));
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
