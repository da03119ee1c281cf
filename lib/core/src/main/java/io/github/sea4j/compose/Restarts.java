package io.github.sea4j.compose;

import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.random.Seeds;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.StartableSolver;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.CombinationSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Another solver, started again and again from the best answer shaken: iterated local search
 * (Lourenco, Martin and Stuetzle, <i>Handbook of Metaheuristics</i>, 2003).
 *
 * <pre>
 * best = solver(problem)
 * for round = 1 .. R
 *   start = half of the columns of best, drawn at random, and random other ones, fitted
 *   best  = the better of best and solver(problem, started from start)
 * </pre>
 *
 * <p>What a solver that ends early does with the rest of a budget, so that solvers can be compared
 * at equal ones ({@link Run}, {@link Within}). An iteration is one solve. Ends after R rounds
 * ({@link Status#ITERATION_LIMIT}) or at a relative residual of 1e-12 ({@link Status#EXACT_FIT}).
 * The random numbers depend on the seed and the round alone.
 */
public final class Restarts extends Search {

  private static final SolverOption<Integer> ROUNDS =
      SolverOption.count("rounds", 10, "after the first");

  private static final SolverOption<Integer> SEED =
      SolverOption.of("seed", OptionType.COUNT_OR_NONE, 1, "of the shaking");

  /** {@code restarts(SOLVER)} in the solver language. */
  public static final SolverKind<Restarts> KIND =
      SolverKind.of(
              "restarts", "a solver started again from its best support shaken", Restarts::new)
          .around()
          .with(ROUNDS, SEED);

  private final StartableSolver solver;

  /** Ten rounds, seed 1. */
  public Restarts(StartableSolver solver) {
    this(KIND.settings().around(solver));
  }

  private Restarts(Settings settings) {
    super(settings);
    this.solver = startable(settings.solver().orElseThrow());
  }

  private static StartableSolver startable(Solver solver) {
    if (solver instanceof StartableSolver startable) {
      return startable;
    }
    throw new IllegalArgumentException(
        "restarts: the solver inside must take a start, but %s takes none"
            .formatted(solver.name()));
  }

  /** With at most so many rounds after the first solve, at least 1. */
  public Restarts withRounds(int count) {
    return new Restarts(settings().with(ROUNDS, count));
  }

  /** With other random numbers, for a seed of at least 0. */
  public Restarts withSeed(int number) {
    return new Restarts(settings().with(SEED, number));
  }

  @Override
  protected Outcome search(SearchContext context) {
    int rounds = settings().get(ROUNDS);
    boolean goesOn = context.visit(context.ask(solver));
    while (goesOn && context.iterations() <= rounds) {
      int[] start = shaken(context, random(context.iterations()));
      Solver again = solver.from(context.userSupport(start));
      goesOn = context.visit(context.ask(again));
    }
    return context.best(context.fitsExactly() ? Status.EXACT_FIT : Status.ITERATION_LIMIT);
  }

  private UniformRandomProvider random(long round) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(Seeds.derive(settings().get(SEED), round));
  }

  /** Half of the best columns, rounded down, and random other ones in place of the rest. */
  private static int[] shaken(SearchContext context, UniformRandomProvider random) {
    int[] best = context.bestSupport();
    int k = context.sparsity();
    IntStream kept =
        best.length < 2
            ? IntStream.empty()
            : Arrays.stream(new CombinationSampler(random, best.length, best.length / 2).sample())
                .map(i -> best[i]);
    IntStream others = Arrays.stream(new CombinationSampler(random, context.columns(), k).sample());
    return IntStream.concat(kept, others).distinct().limit(k).sorted().toArray();
  }
}
