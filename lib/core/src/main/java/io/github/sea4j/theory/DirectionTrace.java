package io.github.sea4j.theory;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Iterate;
import io.github.sea4j.solver.RunObserver;
import java.util.Arrays;

/**
 * What the bounds ask of a run of SEA, measured while it runs: {@code ||b_t||_inf} of each
 * iteration ({@link DirectionError}), and when S* is covered.
 *
 * <pre>
 * var trace = DirectionTrace.along(instance);
 * new Sea().withTolerance(0).solve(instance.problem(), Run.unlimited().observedBy(trace));
 * var bound = SeaBounds.of(instance).coveringIterations(trace.largestUntilCovered());
 * </pre>
 *
 * <p>Mutable, for one run. Cost: as of {@link DirectionError#see} in each iteration; a run that is
 * watched skips no iteration.
 */
public final class DirectionTrace implements RunObserver {

  private final Support truth;
  private final DirectionError error;
  private double[] errors = new double[64];
  private int iterations;
  private int covering = -1;
  private double largestUntilCovered;

  private DirectionTrace(Instance instance) {
    truth = instance.truth().support();
    error = DirectionError.along(instance);
  }

  /**
   * A trace that has seen nothing yet.
   *
   * @throws IllegalArgumentException if the truth has no non-zero, or more than k
   */
  public static DirectionTrace along(Instance instance) {
    return new DirectionTrace(instance);
  }

  @Override
  public Signal onIteration(Iterate iterate) {
    SparseVector estimate = iterate.estimate();
    if (iterations == errors.length) {
      errors = Arrays.copyOf(errors, 2 * iterations);
    }
    errors[iterations] = error.see(estimate);
    if (covering < 0) {
      largestUntilCovered = error.largest();
      if (truth.minus(estimate.support()).size() == 0) {
        covering = iterations;
      }
    }
    iterations++;
    return Signal.CONTINUE;
  }

  /** {@code ||b_t||_inf} of each iteration so far, in the units of y; a new array. */
  public double[] errors() {
    return Arrays.copyOf(errors, iterations);
  }

  /** The first iteration t, from 0, with S* in S_t; -1 if there was none. */
  public int coveringIteration() {
    return covering;
  }

  /** {@code eps} of bound T2: the largest error up to the covering iteration, or of all. */
  public double largestUntilCovered() {
    return largestUntilCovered;
  }
}
