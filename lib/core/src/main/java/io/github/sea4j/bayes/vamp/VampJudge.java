package io.github.sea4j.bayes.vamp;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fits the k likeliest columns of a run, and decides whether to believe them.
 *
 * <p>Without noise the residual says it. With noise a run is believed at its end if its columns
 * leave the residual that the noise it was given, or has learned, predicts: {@code ||r||² (m - k)}
 * times sigma², up to three standard deviations. A run that has not found the support ends with
 * another noise in its messages than in the residual of its columns, by a factor of 5 to 500. One
 * that begins with much noise can settle where all is noise; it must also be sure of its columns.
 */
final class VampJudge {

  /** Runs that know this much of a coefficient, one over its variance, may have found them all. */
  private static final double KNOWN = 40;

  private static final int PERIOD = 10;

  /** Sum of q (1 - q) over the columns, for each of the k, up to which a run is sure. */
  private static final double SURE = 0.15;

  private static final double DEVIATIONS = 3;

  private final SearchContext context;
  private final VampProblem problem;
  private final TopK largest;

  /** The support that was fitted last. */
  private @Nullable Fitted last;

  /** The best that is consistent with its noise, but not sure. */
  private @Nullable Fitted doubtful;

  private @Nullable Outcome accepted;

  VampJudge(SearchContext context, VampProblem problem) {
    this.context = context;
    this.problem = problem;
    this.largest = new TopK(problem.columns);
  }

  /**
   * Looks at a run where there may be something to see.
   *
   * @param doubts whether the run must be sure
   * @return whether it is believed, so that the search is over
   */
  boolean believes(VampRun run, boolean doubts) {
    boolean due = run.iterations() % PERIOD == 0 && run.pseudoPrecision() > KNOWN;
    if (!due && !run.hasEnded()) {
      return false;
    }
    Fitted fitted = fit(run);
    if (context.fitsExactly()) {
      accepted = context.best(Status.EXACT_FIT);
    } else if (run.hasEnded() && isConsistent(fitted, run)) {
      if (doubts && !isSure(run)) {
        doubtful = doubtful == null || fitted.value() < doubtful.value() ? fitted : doubtful;
      } else {
        accepted = context.answer(fitted.support(), Status.CONVERGED);
      }
    }
    return accepted != null;
  }

  /** The fit on the k likeliest columns of a run. */
  private Fitted fit(VampRun run) {
    int[] support = run.support(largest);
    if (last == null || !Arrays.equals(last.support(), support)) {
      last = context.fitted(support);
      context.visit(last);
    }
    return last;
  }

  private boolean isConsistent(Fitted fitted, VampRun run) {
    int free = problem.measurements - problem.sparsity;
    double relative = fitted.value() / context.measurementNorm();
    double squared = relative * relative * problem.sparsity;
    double predicted = free / run.noisePrecision();
    return squared <= predicted * (1 + DEVIATIONS * Math.sqrt(2.0 / Math.max(1, free)));
  }

  private boolean isSure(VampRun run) {
    double doubt = 0;
    for (double q : run.probabilities()) {
      doubt += q * (1 - q);
    }
    return doubt <= SURE * problem.sparsity;
  }

  /** The answer: what is believed, else what is consistent, else the smallest residual. */
  Outcome outcome(VampRun first) {
    if (accepted != null) {
      return accepted;
    }
    if (context.iterations() == 0) {
      fit(first);
    }
    return doubtful == null
        ? context.best(Status.ITERATION_LIMIT)
        : context.answer(doubtful.support(), Status.ITERATION_LIMIT);
  }
}
