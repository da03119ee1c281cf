package io.github.sea4j.search;

import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.StartableSolver;

/**
 * The frame of a solver that can go on from another one's answer. {@link SolverKind#startable} or
 * {@link SolverKind#startingFrom} declares it; {@link SearchContext#startSupport} and its
 * neighbours have the start.
 *
 * @param <S> the solver class itself
 */
public abstract class StartableSearch<S extends StartableSearch<S>> extends Search
    implements StartableSolver {

  /** A solver with these settings, of a kind that makes solvers of this class. */
  protected StartableSearch(Settings settings) {
    super(settings);
  }

  /** A solver with everything at its default. */
  protected StartableSearch(SolverKind<S> kind) {
    super(kind);
  }

  @Override
  public final S from(Solver start) {
    return made(settings().around(start));
  }

  @Override
  public final S from(SparseVector start) {
    return made(settings().from(start));
  }

  @Override
  public final S from(Solution start) {
    return from(start.x());
  }

  @Override
  public final S from(Support start) {
    return made(settings().from(start));
  }

  @SuppressWarnings("unchecked") // The kind of these settings is that of this class.
  private S made(Settings started) {
    return (S) started.kind().make(started);
  }
}
