package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;

/**
 * Another solver held to a budget of products with A and A': {@code within(sea, products=500)}.
 *
 * <p>For comparisons at equal budgets: the answer is the one of {@link Run#withProductLimit}, the
 * same on every machine. The run's own limits and observer hold too.
 */
public final class Within implements Solver {

  private final Solver solver;
  private final int products;

  /** That solver within 1000 products. */
  public Within(Solver solver) {
    this(solver, 1000);
  }

  private Within(Solver solver, int products) {
    this.solver = solver;
    this.products = products;
  }

  /** The same solver within another number of products, at least 1. */
  public Within withProducts(int count) {
    return new Within(solver, Require.atLeast("products", count, 1));
  }

  /** Another solver within the same budget. */
  Within around(Solver other) {
    return new Within(other, products);
  }

  /** The solver inside. */
  public Solver solver() {
    return solver;
  }

  /** The budget. */
  public int products() {
    return products;
  }

  @Override
  public String name() {
    return Names.compose("within", solver.name(), "products=" + products);
  }

  @Override
  public Solution solve(SparseProblem problem, Run run) {
    long limit = Math.min(products, run.productLimit().orElse(Long.MAX_VALUE));
    return solver.solve(problem, run.withProductLimit(limit)).named(name());
  }
}
