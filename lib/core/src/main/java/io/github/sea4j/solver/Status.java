package io.github.sea4j.solver;

/** Why a solver stopped. */
public enum Status {
  /** The residual fell to the requested relative tolerance: the measurements are explained. */
  EXACT_FIT("exact fit"),
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
   * Fewer usable columns than the sparsity: the rest are zero, depend on the chosen ones or cannot
   * lower the residual.
   */
  NO_COLUMN_LEFT("no column left");

  private final String text;

  Status(String text) {
    this.text = text;
  }

  /** Lower case words for tables and messages. */
  @Override
  public String toString() {
    return text;
  }
}
