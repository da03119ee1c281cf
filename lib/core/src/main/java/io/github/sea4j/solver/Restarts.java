package io.github.sea4j.solver;

import io.github.sea4j.problem.Seeds;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
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

  private final StartableSolver solver;
  private final int rounds;
  private final int seed;

  /** Ten rounds, seed 1. */
  public Restarts(StartableSolver solver) {
    this(solver, 10, 1);
  }

  private Restarts(StartableSolver solver, int rounds, int seed) {
    this.solver = solver;
    this.rounds = rounds;
    this.seed = seed;
  }

  /** With at most so many rounds after the first solve, at least 1. */
  public Restarts withRounds(int count) {
    return new Restarts(solver, Require.atLeast("rounds", count, 1), seed);
  }

  /** With other random numbers. */
  public Restarts withSeed(int number) {
    return new Restarts(solver, rounds, number);
  }

  /**
   * Another solver, restarted in the same way.
   *
   * @throws IllegalArgumentException if it takes no start
   */
  Restarts around(Solver other) {
    if (other instanceof StartableSolver startable) {
      return new Restarts(startable, rounds, seed);
    }
    throw new IllegalArgumentException(
        "restarts: the solver inside must take a start, but %s takes none".formatted(other.name()));
  }

  @Override
  public String name() {
    return Names.compose(
        "restarts",
        solver.name(),
        rounds == 10 ? "" : "rounds=" + rounds,
        seed == 1 ? "" : "seed=" + seed);
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    boolean goesOn = Start.visit(progress.delegate(solver), unit, progress);
    while (goesOn && progress.iterations() <= rounds) {
      int[] start = shaken(progress.bestSupport(), unit, random(progress.iterations()));
      Solver again = solver.from(Start.fitted(problem, unit, start));
      goesOn = Start.visit(progress.delegate(again), unit, progress);
    }
    Status status = progress.fitsExactly() ? Status.EXACT_FIT : Status.ITERATION_LIMIT;
    return Outcome.refitted(progress.bestSupport(), progress.statusOr(status));
  }

  private UniformRandomProvider random(long round) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(Seeds.derive(seed, round));
  }

  /** Half of the columns, rounded down, and random other ones in place of the rest. */
  private static int[] shaken(int[] support, UnitNormProblem unit, UniformRandomProvider random) {
    int k = unit.sparsity();
    IntStream kept =
        support.length < 2
            ? IntStream.empty()
            : Arrays.stream(
                    new CombinationSampler(random, support.length, support.length / 2).sample())
                .map(i -> support[i]);
    IntStream others = Arrays.stream(new CombinationSampler(random, unit.columns(), k).sample());
    return IntStream.concat(kept, others).distinct().limit(k).sorted().toArray();
  }
}
