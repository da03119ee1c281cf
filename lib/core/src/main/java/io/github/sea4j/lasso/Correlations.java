package io.github.sea4j.lasso;

import io.github.sea4j.linalg.Vectors;

/**
 * The correlations {@code c_j = a_j'r} of the columns that the homotopy watches, and how they move:
 * for each unit that lambda falls, by minus their slope {@code a_j'A_S d}.
 *
 * <p>Watched columns have a position each, in ascending order. Used by one thread.
 */
abstract class Correlations {

  private int[] columns = {};
  private double[] correlation = {};
  private double[] slope = {};

  /** Watches these columns, ascending, with these values. */
  final void watch(int[] watched, double[] values, double[] slopes) {
    columns = watched;
    correlation = values;
    slope = slopes;
  }

  /** Number of columns watched. */
  final int count() {
    return columns.length;
  }

  /** The column at a position. */
  final int column(int position) {
    return columns[position];
  }

  /** {@code c_j} of the column at a position. */
  final double correlation(int position) {
    return correlation[position];
  }

  /** Its fall while lambda falls by 1. */
  final double slope(int position) {
    return slope[position];
  }

  /** All correlations, by position; shared. */
  final double[] correlations() {
    return correlation;
  }

  /** All slopes, by position; shared, for {@link ActiveColumns#solve} to write to. */
  final double[] slopes() {
    return slope;
  }

  /** Lambda falls by so much in the present direction. */
  void fall(double amount) {
    Vectors.axpy(-amount, slope, correlation);
  }

  /** The position of a column that is watched. */
  abstract int position(int j);

  /** The inner products of a column with the active ones, in their order. */
  abstract void innerProducts(int j, ActiveColumns active, double[] out);

  /** {@code a_j'A_S w} for the watched columns, by position. */
  abstract void multiply(ActiveColumns active, double[] weights, double[] out);

  /** Computes the correlations anew from the coefficients of the active columns. */
  abstract void recompute(ActiveColumns active);

  /**
   * Whether no column but the watched ones can reach lambda while it falls by so much in the
   * present direction.
   */
  abstract boolean cover(double fall);

  /**
   * Watches other columns, or more of them: called until they {@link #cover} the way to the next
   * knot.
   *
   * @param fall how far it would be to the next knot, if the watched columns were all
   */
  abstract void lookAround(double lambda, double fall, ActiveColumns active);
}
