package io.github.sea4j.search;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.option.Settings;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;

/**
 * One solve as the algorithm sees it: the problem among columns of unit norm, the budget, the best
 * support so far, and other solvers to ask.
 *
 * <p>Column indices, coefficients and norms are those of the problem with unit-norm columns and no
 * zero column, {@link #unit()}; what goes in and comes out as {@link Support} or {@link Solution}
 * is the user's. Used by the solving thread alone.
 */
public final class SearchContext extends SearchProblem {

  /** A relative residual up to this explains the measurements. */
  private static final double EXACT = 1e-12;

  private final Run run;
  private final Progress progress;
  private long productsOfOthers;
  private final View view;

  SearchContext(Settings settings, SparseProblem problem, Run run) {
    super(settings, problem);
    this.run = run;
    this.progress = new Progress(settings.toString(), norm, run, this::products);
    this.view = new View(problem, unit, progress);
  }

  // The run.

  /**
   * Reports a support that has been fitted: counts an iteration, remembers the support if it is the
   * best one so far (of equals the earliest), shows it to the observer.
   *
   * @return whether to go on
   */
  public boolean visit(Fitted fitted) {
    progress.visit(fitted);
    if (run.observer().isPresent()) {
      show(fitted);
    }
    return !progress.mustStop();
  }

  /** Fits a support afresh and reports it; sorted columns. */
  public boolean visit(int[] support) {
    return visit(fitted(support));
  }

  /** Reports the fit on the support of another solver's answer; whether to go on to the next. */
  public boolean visit(Solution answer) {
    return visit(columns(answer.support())) && !fitsExactly();
  }

  private void show(Fitted fitted) {
    view.show(fitted);
    if (run.observer().orElseThrow().onIteration(view) == RunObserver.Signal.STOP) {
      progress.stop(Status.STOPPED);
    }
  }

  /** Shows this vector to observers as X_t from now on; read when it is asked for. */
  public void explore(double[] vector) {
    view.explore(vector);
  }

  /** Shows this detail to observers from now on; see {@link io.github.sea4j.solver.Iterate}. */
  public void say(Object detail) {
    view.say(detail);
  }

  /** Counts iterations that a solver may skip because it knows that nothing changes in them. */
  public void skip(long count) {
    progress.skip(count);
  }

  /** Whether an observer wants to see every iteration, so that none may be skipped. */
  public boolean isObserved() {
    return run.observer().isPresent();
  }

  /** Whether products are limited: threads would meet that end at a place left to chance. */
  public boolean countsProducts() {
    return run.productLimit().isPresent();
  }

  /** Polls the interrupt flag, the clock and the products; long inner loops call it too. */
  @Override
  public boolean mustStop() {
    return progress.mustStop();
  }

  /**
   * Whether somebody waits for the answer, so that work for a next iteration should be left: an
   * interrupt or the end of the time. Not the end of the products: unlike {@link #mustStop}, this
   * may be asked anywhere without a change to where their limit ends a run.
   */
  public boolean isCutShort() {
    return progress.isCutShort();
  }

  /** Iterations so far. */
  public long iterations() {
    return progress.iterations();
  }

  /** Products with A or A' so far, those of other solvers included. */
  public long products() {
    return counted.products() + productsOfOthers;
  }

  // The best so far.

  /** The support of the smallest value so far, sorted; a new array. */
  public int[] bestSupport() {
    return progress.best().clone();
  }

  /** The value there; infinite before the first visit. */
  public double bestValue() {
    return progress.bestValue();
  }

  /** Whether the relative residual there is at or below 1e-12: nothing is left to find. */
  public boolean fitsExactly() {
    return progress.bestValue() <= EXACT * norm;
  }

  // Starts, and other solvers.

  /** Whether the solver is to start from somewhere: a solver, coefficients or a support. */
  public boolean hasStart() {
    return Start.isGiven(settings);
  }

  /** The start, dense; a new array. Asks the solver to start from, if it is one. */
  public double[] start() {
    return Start.dense(settings, this);
  }

  /**
   * The support of the start, of exactly k columns: one with fewer is filled up with the lowest
   * ones. Asks the solver to start from, if it is one.
   */
  public int[] startSupport() {
    return Supports.complete(Start.support(settings, this), sparsity());
  }

  /** Solves the same problem by another solver, within what is left of the budget, unobserved. */
  public Solution ask(Solver other) {
    return ask(other, problem());
  }

  /** Solves a related problem by another solver, within what is left of the budget, unobserved. */
  public Solution ask(Solver other, SparseProblem related) {
    Solution solution = other.solve(related, progress.remaining());
    productsOfOthers += solution.products();
    return solution;
  }

  // The end.

  /** The best support so far, ended for this reason, or for the one that cut the run short. */
  public Outcome best(Status regular) {
    return answer(bestSupport(), regular);
  }

  /** This support, ended for this reason, or for the one that cut the run short. */
  public Outcome answer(int[] support, Status regular) {
    return Outcome.fittedAfresh(support.clone(), progress.statusOr(regular));
  }

  /** Coefficients of the solver's own in place of the fit on their support. */
  public Outcome keeping(Fitted own, Status regular) {
    return Outcome.keeping(own, progress.statusOr(regular));
  }

  Progress progress() {
    return progress;
  }

  String name() {
    return settings.toString();
  }
}
