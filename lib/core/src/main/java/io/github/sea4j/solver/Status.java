package io.github.sea4j.solver;

/** Why a solver stopped. */
public enum Status {
  /** The residual is zero but for rounding: the measurements are explained. */
  EXACT_FIT("exact fit"),
  /**
   * The residual fell to the relative tolerance that was asked for, say the level of the noise:
   * there is nothing left that is more than noise, but the fit is not exact.
   */
  WITHIN_TOLERANCE("within the tolerance"),
  /** A fixed point, or no exchange lowers the residual any more. */
  CONVERGED("converged"),
  /** The support has all the columns asked for (a greedy solver is done). */
  COMPLETE("complete"),
  /** All iterations that were asked for were made. */
  ITERATION_LIMIT("iteration limit"),
  /** The sequence of supports returned to an earlier one and would repeat for ever. */
  CYCLE("cycle"),
  /** The iterates grew without bound; the answer is the best one before that. */
  DIVERGED("diverged"),
  /**
   * The solver's own coefficients explained the measurements less well than x = 0, so the answer is
   * the fit on its support instead.
   */
  REFITTED("re-fitted, its own coefficients were worse than zero"),
  /** The wall-clock budget was spent; the answer is the best so far. */
  TIME_LIMIT("time limit"),
  /** The budget of products with A and A' was spent; the answer is the best so far. */
  PRODUCT_LIMIT("product limit"),
  /** The thread was interrupted; the answer is the best so far. Its interrupt flag stays set. */
  INTERRUPTED("interrupted"),
  /** An observer asked to stop; the answer is the best so far. */
  STOPPED("stopped by the observer"),
  /** The measurements are all zero, and so is the answer. */
  ZERO_MEASUREMENTS("zero measurements"),
  /**
   * Intercept and forced columns explain the measurements without any other column: all equal, one
   * class only, or counts of zero throughout.
   */
  NOTHING_LEFT("nothing left to explain"),
  /**
   * There is no finite fit on the support: classes are separated, or counts are zero wherever a
   * column speaks. The answer is finite by a small ridge, see {@link Solution#ridge}.
   */
  NO_FINITE_FIT("no finite fit, a ridge holds it"),
  /**
   * Fewer usable columns than the sparsity: the rest are zero, depend on the chosen ones or cannot
   * lower the residual.
   */
  NO_COLUMN_LEFT("no column left");

  private final String text;

  Status(String text) {
    this.text = text;
  }

  /**
   * Whether the solver came to an end of its own; false where a limit, an interrupt or an observer
   * cut it short, or where there was nothing to do.
   */
  public boolean isRegular() {
    return switch (this) {
      case TIME_LIMIT, PRODUCT_LIMIT, INTERRUPTED, STOPPED, ZERO_MEASUREMENTS, NOTHING_LEFT ->
          false;
      default -> true;
    };
  }

  /** Lower case words for tables and messages. */
  @Override
  public String toString() {
    return text;
  }
}
