package io.github.sea4j.solver;

import com.carrotsearch.hppc.LongHashSet;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bookkeeping of one solve: iterations, supports visited, the best of them, the clock, the
 * observer. A solver reports each support it has fitted by {@link #visit} and goes on while that
 * returns true.
 */
final class Progress implements Iterate {

  private static final double EXACT = 1e-12;

  private final SparseProblem problem;
  private final UnitNormProblem unit;
  private final Run run;
  private final long started = System.nanoTime();
  private final long deadline;
  private final LongSupplier ownProducts;
  private long productsOfOthers;
  private final LongHashSet visited = new LongHashSet();

  private long iteration = -1;
  private int[] support = {};
  private double residualNorm = Double.POSITIVE_INFINITY;
  private Supplier<double[]> coefficients = () -> new double[0];
  private double @Nullable [] exploration;

  private int[] bestSupport = {};
  private double bestResidualNorm = Double.POSITIVE_INFINITY;
  private @Nullable Status stopped;

  /**
   * @param ownProducts how many products the solve has made so far
   */
  Progress(SparseProblem problem, UnitNormProblem unit, Run run, LongSupplier ownProducts) {
    this.problem = problem;
    this.unit = unit;
    this.run = run;
    this.ownProducts = ownProducts;
    this.deadline = run.timeLimit().map(d -> started + d.toNanos()).orElse(Long.MAX_VALUE);
  }

  /** Shows this vector to observers as X_t from now on. */
  void explore(double[] vector) {
    exploration = vector;
  }

  /**
   * Counts an iteration and remembers the support if it is the best one so far; of equals the
   * earliest stays.
   *
   * @param fitted sorted columns, copied where kept
   * @param residual norm of the residual on them
   * @param values their coefficients, asked for only if an observer wants them
   * @return whether to go on
   */
  boolean visit(int[] fitted, double residual, Supplier<double[]> values) {
    iteration++;
    visited.add(fingerprint(fitted));
    support = fitted;
    residualNorm = residual;
    coefficients = values;
    if (residual < bestResidualNorm) {
      bestResidualNorm = residual;
      bestSupport = fitted.clone();
    }
    if (run.observer().isPresent()
        && run.observer().get().onIteration(this) == RunObserver.Signal.STOP) {
      stopped = Status.STOPPED;
    }
    return !mustStop();
  }

  /** Counts iterations that a solver may skip because it knows that nothing changes in them. */
  void skip(long count) {
    iteration += count;
  }

  /** Whether an observer wants to see every iteration, so that none may be skipped. */
  boolean isObserved() {
    return run.observer().isPresent();
  }

  /** Polls the interrupt flag, the clock and the products; long inner loops call it too. */
  boolean mustStop() {
    if (stopped == null && Thread.currentThread().isInterrupted()) {
      stopped = Status.INTERRUPTED;
    }
    if (stopped == null && deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0) {
      stopped = Status.TIME_LIMIT;
    }
    if (stopped == null && products() >= run.productLimit().orElse(Long.MAX_VALUE)) {
      stopped = Status.PRODUCT_LIMIT;
    }
    return stopped != null;
  }

  /** Solves the same problem by another solver, within what is left of the budget, unobserved. */
  Solution delegate(Solver other) {
    return delegate(other, problem);
  }

  /** Solves a related problem by another solver, within what is left of the budget, unobserved. */
  Solution delegate(Solver other, SparseProblem related) {
    Solution solution = other.solve(related, remaining());
    productsOfOthers += solution.products();
    return solution;
  }

  /** Products with A or A' so far, those of other solvers included. */
  long products() {
    return ownProducts.getAsLong() + productsOfOthers;
  }

  /** The reason for an early end, or this one where there is none. */
  Status statusOr(Status regular) {
    return stopped == null ? regular : stopped;
  }

  /** The support of the smallest residual so far; shared. */
  int[] bestSupport() {
    return bestSupport;
  }

  /** The residual norm there, in the unit-norm geometry. */
  double bestInUnits() {
    return bestResidualNorm;
  }

  /** Whether the relative residual there is at or below 1e-12: nothing is left to find. */
  boolean fitsExactly() {
    return bestResidualNorm <= EXACT * Vectors.norm(unit.measurements());
  }

  long iterations() {
    return iteration + 1;
  }

  long elapsedNanos() {
    return System.nanoTime() - started;
  }

  private Run remaining() {
    Run left = Run.unlimited();
    if (run.timeLimit().isPresent()) {
      long nanos = run.timeLimit().get().toNanos() - elapsedNanos();
      left = left.withTimeLimit(Duration.ofNanos(Math.max(1, nanos)));
    }
    if (run.productLimit().isPresent()) {
      left = left.withProductLimit(Math.max(1, run.productLimit().getAsLong() - products()));
    }
    return left;
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public Support support() {
    return Support.of(Arrays.stream(support).map(unit::userColumn).toArray());
  }

  @Override
  public SparseVector estimate() {
    return unit.toUser(problem.columns(), support, coefficients.get());
  }

  @Override
  public double residualNorm() {
    return unit.toUser(residualNorm);
  }

  @Override
  public double bestResidualNorm() {
    return unit.toUser(bestResidualNorm);
  }

  @Override
  public long distinctSupports() {
    return visited.size();
  }

  @Override
  public boolean hasExploration() {
    return exploration != null;
  }

  @Override
  public double exploration(int j) {
    if (exploration == null) {
      return Double.NaN;
    }
    int column = unit.unitColumn(j);
    return column < 0 ? 0 : unit.toUser(exploration[column]);
  }

  /**
   * Sum of a well-mixed number for each index. Two of a million supports share a fingerprint with
   * probability below 1e-7, and only the count of distinct supports would notice.
   */
  static long fingerprint(int[] support) {
    long sum = 0;
    for (int j : support) {
      long mixed = (j + 1) * 0x9E3779B97F4A7C15L;
      mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      sum += mixed ^ (mixed >>> 31);
    }
    return sum;
  }
}
