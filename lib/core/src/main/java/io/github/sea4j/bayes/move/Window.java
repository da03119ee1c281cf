package io.github.sea4j.bayes.move;

/**
 * Columns that a spike may move to, itself among them.
 *
 * <p>A move draws a window at random among those of the columns around the spike, and then a column
 * of it. So that a column far from the crowd is not reached more often than left, each counts with
 * its share: one over the number of windows that it lies in.
 *
 * @param columns the columns
 * @param shares one for each of them
 */
record Window(int[] columns, double[] shares) {

  /** Number of columns. */
  int size() {
    return columns.length;
  }
}
