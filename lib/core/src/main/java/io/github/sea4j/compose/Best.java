package io.github.sea4j.compose;

import io.github.sea4j.bayes.Posterior;
import io.github.sea4j.bayes.PosteriorSampler;
import io.github.sea4j.exchange.Els;
import io.github.sea4j.lasso.Lasso;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.util.List;

/**
 * The most thorough search of this library, for callers with time to spare. It serves one of two
 * criteria: the least residual, or, for noisy measurements, the fewest columns missed on average.
 *
 * <p>For the least residual one solver after the other, from cheap to thorough, the smallest
 * residual wins:
 *
 * <pre>
 * S = the best of els, sea, whitened(sea(decay=0.003)), els(lasso)
 * S = els(pairs) from S
 * S = the better of S and whitened(els(lasso), tau=0)
 * for round = 1 .. R
 *   S = the better of S and els(pairs) from S shaken
 * </pre>
 *
 * <p>Each part repairs what another one misses: whitened geometries tell coherent columns apart,
 * the LASSO starts well where columns are incoherent, exchanges of pairs repair clusters that are
 * wrong together, and restarts spend what is left of a budget. The answer is never worse than those
 * of the parts, and the same on every machine unless the budget is one of time: see {@link
 * Run#withProductLimit}, {@link Run#withTimeLimit}.
 *
 * <p>With noise the support of least residual is not the one that misses least on average. {@link
 * #servingMisses} therefore answers, unless one of the parts before the restarts fits exactly, with
 * the k columns of largest posterior probability, and with the {@link Posterior} among its details:
 * see {@link PosteriorSampler}. Its residual may be larger than that of the parts.
 *
 * <p>Ends early at a relative residual of 1e-12 ({@link Status#EXACT_FIT}). An iteration is one
 * part. The composition is ours; order and parts were chosen by paired experiments.
 */
public final class Best extends Search {

  private static final Els PAIRS = new Els().withMove(Els.Move.PAIRS);

  private static final Solver WHITENED_SEA = new Whitened(new Sea().withDecay(0.003));

  /** From cheap to thorough. */
  private static final List<Solver> STARTS =
      List.of(new Els(), new Sea(), WHITENED_SEA, new Els().from(new Lasso()));

  private static final Solver WHITENED_LASSO =
      new Whitened(new Els().from(new Lasso())).withTaus(0);

  /** What the answer is chosen by. */
  private enum Criterion {
    RESIDUAL,
    MISSES
  }

  private static final SolverOption<Criterion> CRITERION =
      SolverOption.words("criterion", Criterion.RESIDUAL)
          .word("misses", Criterion.MISSES, "fewest columns missed on average, for noisy data");

  private static final SolverOption<Integer> ROUNDS =
      SolverOption.count("rounds", 10, "of restarts at the end");

  /** {@code best} in the solver language. */
  public static final SolverKind<Best> KIND =
      SolverKind.of("best", "all that helps, one after the other, the best wins", Best::new)
          .with(CRITERION, ROUNDS);

  /** With ten restarts. */
  public Best() {
    super(KIND);
  }

  private Best(Settings settings) {
    super(settings);
  }

  /** With at most so many restarts at the end, at least 1. */
  public Best withRounds(int count) {
    return new Best(settings().with(ROUNDS, count));
  }

  /** With the columns that are likeliest in place of the least residual. */
  public Best servingMisses() {
    return new Best(settings().with(CRITERION, Criterion.MISSES));
  }

  @Override
  protected Outcome search(SearchContext context) {
    boolean goesOn = visitParts(context);
    if (goesOn && settings().get(CRITERION) == Criterion.MISSES) {
      Solution sampled = context.ask(new PosteriorSampler());
      return context
          .answer(context.columns(sampled.support()), Status.COMPLETE)
          .with(sampled.detail(Posterior.class).orElseThrow());
    }
    if (goesOn) {
      Restarts restarts = new Restarts(pairsFromBest(context)).withRounds(settings().get(ROUNDS));
      context.visit(context.ask(restarts));
    }
    return context.best(context.fitsExactly() ? Status.EXACT_FIT : Status.COMPLETE);
  }

  /** Whether to go on: not at the end of the budget, and not where a part fits exactly. */
  private static boolean visitParts(SearchContext context) {
    boolean goesOn = true;
    for (int i = 0; i < STARTS.size() && goesOn; i++) {
      goesOn = context.visit(context.ask(STARTS.get(i)));
    }
    goesOn = goesOn && context.visit(context.ask(pairsFromBest(context)));
    return goesOn && context.visit(context.ask(WHITENED_LASSO));
  }

  private static Els pairsFromBest(SearchContext context) {
    return PAIRS.from(context.userSupport(context.bestSupport()));
  }
}
