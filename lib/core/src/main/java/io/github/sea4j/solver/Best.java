package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.List;

/**
 * The most thorough search of this library, for who has the time: one solver after the other, from
 * cheap to thorough, the smallest residual wins.
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

  private final int rounds;

  /** With ten restarts. */
  public Best() {
    this(10);
  }

  private Best(int rounds) {
    this.rounds = rounds;
  }

  /** With at most so many restarts at the end, at least 1. */
  public Best withRounds(int count) {
    return new Best(Require.atLeast("rounds", count, 1));
  }

  @Override
  public String name() {
    return Names.compose("best", rounds == 10 ? "" : "rounds=" + rounds);
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    boolean goesOn = true;
    for (int i = 0; i < STARTS.size() && goesOn; i++) {
      goesOn = visit(STARTS.get(i), unit, progress);
    }
    goesOn = goesOn && visit(PAIRS.from(soFar(problem, unit, progress)), unit, progress);
    goesOn = goesOn && visit(WHITENED_LASSO, unit, progress);
    if (goesOn) {
      Els again = PAIRS.from(soFar(problem, unit, progress));
      goesOn = visit(new Restarts(again).withRounds(rounds), unit, progress);
    }
    Status status = progress.fitsExactly() ? Status.EXACT_FIT : Status.COMPLETE;
    return Outcome.refitted(progress.bestSupport(), progress.statusOr(status));
  }

  /** Runs one part; whether to go on. */
  private static boolean visit(Solver part, UnitNormProblem unit, Progress progress) {
    return Start.visit(progress.delegate(part), unit, progress);
  }

  private static Solution soFar(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    return Start.fitted(problem, unit, progress.bestSupport());
  }
}
