package io.github.sea4j.loss;

/**
 * Columns that are in every support with bounds of their own, and so cannot be projected out.
 *
 * @param columns of unit norm, freed of the baseline; shared
 * @param lower bounds, one for each
 * @param upper bounds, one for each
 */
public record Always(double[][] columns, double[] lower, double[] upper) {

  /** None. */
  public static final Always NONE = new Always(new double[0][], new double[0], new double[0]);
}
