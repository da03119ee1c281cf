package io.github.sea4j.lasso;

/** A path of minimisers for falling lambda, and the largest coefficients where it stands. */
interface CutPath {

  /** Goes to the next point; false at the end of the path, with nothing changed. */
  boolean step();

  /**
   * The k largest coefficients, or all that are active where there are fewer; sorted.
   *
   * @param guess the answer at an earlier point
   */
  int[] largest(int[] guess);

  /** Whether each point so far was a minimiser up to rounding. */
  boolean isCertified();

  /** How many columns are active where it stands. */
  int active();

  /**
   * A lower bound for the residual norm of any fit on the columns that are active where it stands;
   * 0 where none is known.
   */
  double leastResidual();
}
