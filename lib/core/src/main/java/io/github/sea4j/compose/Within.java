package io.github.sea4j.compose;

import io.github.sea4j.option.ConfiguredSolver;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;

/**
 * Another solver held to a budget of products with A and A': {@code within(sea, products=500)}.
 *
 * <p>For comparisons at equal budgets: the answer is the one of {@link Run#withProductLimit}, the
 * same on every machine. The run's own limits and observer hold too.
 */
public final class Within extends ConfiguredSolver {

  private static final SolverOption<Integer> PRODUCTS =
      SolverOption.count("products", 1000, "with A and A'");

  /** {@code within(SOLVER)} in the solver language. */
  public static final SolverKind<Within> KIND =
      SolverKind.of("within", "a solver held to a budget", Within::new).around().with(PRODUCTS);

  /** That solver within 1000 products. */
  public Within(Solver solver) {
    this(KIND.settings().around(solver));
  }

  private Within(Settings settings) {
    super(settings);
  }

  /** The same solver within another number of products, at least 1. */
  public Within withProducts(int count) {
    return new Within(settings().with(PRODUCTS, count));
  }

  /** The solver inside. */
  public Solver solver() {
    return settings().solver().orElseThrow();
  }

  /** The budget. */
  public int products() {
    return settings().get(PRODUCTS);
  }

  @Override
  public Solution solve(SparseProblem problem, Run run) {
    long limit = Math.min(products(), run.productLimit().orElse(Long.MAX_VALUE));
    return solver().solve(problem, run.withProductLimit(limit)).named(name());
  }
}
