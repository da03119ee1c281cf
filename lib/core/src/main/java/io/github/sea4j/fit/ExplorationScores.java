package io.github.sea4j.fit;

/**
 * What an exploration vector says of each column, where columns are bounded or enter in groups.
 *
 * <p>Gradients of one iteration may be cut to what bounds allow, or to one number for a group.
 * Their sum over iterations may not: what speaks against a column has to be remembered, and slopes
 * of a group that change their sign have to cancel. So the sum is over the slopes of single
 * columns, and what bounds and groups make of it is asked of the sum.
 */
public interface ExplorationScores {

  /**
   * The gradient of the loss at the fit in every single column, also against the bounds.
   *
   * @param g one entry for each single column, overwritten
   */
  void slopes(double[] g);

  /**
   * The scores of columns or groups, to be compared by magnitude.
   *
   * @param x one entry for each single column: a sum of slopes; read only
   * @param scores one for each column or group, overwritten
   */
  void scores(double[] x, double[] scores);

  /**
   * The vector in single columns that has the scores of a start.
   *
   * @param start one coefficient for each column or group; read only
   * @return one entry for each single column, a new array
   */
  double[] vectorOf(double[] start);
}
