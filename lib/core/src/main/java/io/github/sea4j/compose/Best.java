package io.github.sea4j.compose;

import io.github.sea4j.bayes.Posterior;
import io.github.sea4j.bayes.PosteriorSampler;
import io.github.sea4j.bayes.vamp.Vamp;
import io.github.sea4j.exchange.Els;
import io.github.sea4j.lasso.Lasso;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.SparseOperator;
import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The most thorough search of this library, for callers with time to spare. It serves one of two
 * criteria: the least residual, or, for noisy measurements, the fewest columns missed on average.
 *
 * <p>For the least residual one solver after the other, from cheap to thorough, the smallest
 * residual wins:
 *
 * <pre>
 * S = the best of els, sea, els(vamp), whitened(sea(decay=0.003)), els(lasso)
 * S = els(pairs) from S
 * S = the better of S and whitened(els(lasso), tau=0)
 * for round = 1 .. R
 *   S = the better of S and els(pairs) from S shaken
 * </pre>
 *
 * <p>Each part repairs what another one misses: message passing goes farthest where columns are
 * without a pattern, whitened geometries tell coherent columns apart, the LASSO starts well where
 * columns are incoherent, exchanges of pairs repair clusters that are wrong together, and restarts
 * spend what is left of a budget. Message passing gains nothing on a blur and would take two fifths
 * more time there: where products with A cost less than those with a full matrix, as with
 * convolutions and transforms, it is left out unless it is asked for. Of sparse matrices it is left
 * out where fewer than a quarter of the pairs of columns overlap, which tells a blur that is stored
 * by its entries from random columns. The answer is never worse than those of the parts, and the
 * same on every machine unless the budget is one of time: see {@link Run#withProductLimit}, {@link
 * Run#withTimeLimit}.
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

  private static final Els EXCHANGES = new Els().withMove(Els.Move.PAIRS);

  private static final Set<BestPart> ALL =
      Collections.unmodifiableSet(EnumSet.allOf(BestPart.class));

  private static final Set<BestPart> ALL_BUT_VAMP =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(BestPart.VAMP)));

  /** Columns of a sparse matrix that are looked at. */
  private static final int SAMPLE = 16;

  /** Columns with a larger inner product overlap; the flanks of a blur do not count. */
  private static final double OVERLAP = 1e-3;

  /** What the answer is chosen by. */
  private enum Criterion {
    RESIDUAL,
    MISSES
  }

  /** Parts that take other losses, or refuse them by their own name; LASSO takes groups. */
  private static final Set<BestPart> ANY_LOSS =
      Collections.unmodifiableSet(EnumSet.of(BestPart.ELS, BestPart.SEA, BestPart.LASSO));

  private static final SolverOption<Criterion> CRITERION =
      SolverOption.words("criterion", Criterion.RESIDUAL)
          .word("misses", Criterion.MISSES, "fewest columns missed on average, for noisy data");

  private static final SolverOption<Integer> ROUNDS =
      SolverOption.count("rounds", 10, "of restarts at the end");

  private static final SolverOption<Set<BestPart>> PARTS =
      SolverOption.<Set<BestPart>>of(
          "parts",
          OptionType.someOf(BestPart.class),
          null,
          "which to run, in their order; else all, but vamp not on convolutions and their like");

  /** {@code best} in the solver language. */
  public static final SolverKind<Best> KIND =
      SolverKind.of("best", "all that helps, one after the other, the best wins", Best::new)
          .with(CRITERION, ROUNDS, PARTS);

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

  /** With these parts only, at least one, in their order. */
  public Best withParts(Set<BestPart> parts) {
    return new Best(settings().with(PARTS, Collections.unmodifiableSet(EnumSet.copyOf(parts))));
  }

  @Override
  protected Outcome search(SearchContext context) {
    boolean sampled = settings().get(CRITERION) == Criterion.MISSES;
    Set<BestPart> parts = settings().find(PARTS).orElseGet(() -> usual(context));
    if (sampled || !ANY_LOSS.containsAll(parts)) {
      context.requireLeastSquares(); // Before the first part has spent its time, not after.
    }
    boolean goesOn = true;
    for (BestPart part : parts) {
      if (goesOn && !(sampled && part == BestPart.RESTARTS)) {
        goesOn = context.visit(context.ask(solver(part, context)));
      }
    }
    if (goesOn && sampled) {
      Solution likeliest = context.ask(new PosteriorSampler().tempered());
      context.mustStop(); // What ended the sampling ends the whole, and the answer is to say so.
      boolean agreed = likeliest.status() == Status.CONVERGED;
      return context
          .answer(
              context.columns(likeliest.support()), agreed ? Status.COMPLETE : likeliest.status())
          .with(likeliest.detail(Posterior.class).orElseThrow());
    }
    return context.best(context.fitsExactly() ? Status.EXACT_FIT : Status.COMPLETE);
  }

  private static Set<BestPart> usual(SearchContext context) {
    LinearOperator operator = context.operator();
    long full = (long) operator.rows() * operator.columns();
    return operator.productCost() < full && !isSpread(context.problem()) ? ALL_BUT_VAMP : ALL;
  }

  /** Whether the matrix is stored by its entries, and one in four pairs of columns overlaps. */
  private static boolean isSpread(SparseProblem problem) {
    if (!(problem.operator() instanceof SparseOperator)) {
      return false;
    }
    LinearOperator unit = problem.unitNorm().operator();
    double[] gram = new double[unit.columns()];
    long overlapping = 0;
    for (int i = 0; i < SAMPLE; i++) {
      unit.gramColumn((int) ((long) i * gram.length / SAMPLE), gram);
      overlapping += Arrays.stream(gram).filter(g -> Math.abs(g) > OVERLAP).count();
    }
    return 4 * overlapping > (long) SAMPLE * gram.length;
  }

  private Solver solver(BestPart part, SearchContext context) {
    return switch (part) {
      case ELS -> new Els();
      case SEA -> new Sea();
      case VAMP -> new Els().from(new Vamp());
      case WHITENED -> new Whitened(new Sea().withDecay(0.003));
      case LASSO -> new Els().from(new Lasso());
      case PAIRS -> exchangesFromBest(context);
      case PUFFER -> new Whitened(new Els().from(new Lasso())).withTaus(0);
      case RESTARTS -> new Restarts(exchangesFromBest(context)).withRounds(settings().get(ROUNDS));
    };
  }

  /** From the support found so far; plain where there is none yet. */
  private static Els exchangesFromBest(SearchContext context) {
    int[] best = context.bestSupport();
    return best.length == 0 ? EXCHANGES : EXCHANGES.from(context.userSupport(best));
  }
}
