package io.github.sea4j.table;

import tech.tablesaw.api.Table;

/**
 * One iteration of one run, and the curve of the whole run; enough to draw it.
 *
 * @param title what ran on what, and the iteration shown
 * @param entries a row for each index 0 .. n-1: {@link TraceColumns#INDEX}, {@link #PART}, {@link
 *     #ESTIMATE}, {@link TraceColumns#TRUTH} where it is known, {@link TraceColumns#VALUE} where
 *     the solver keeps X_t
 * @param iterations a row for each iteration: {@link TraceColumns#ITERATION}, {@link
 *     TraceColumns#RELATIVE_RESIDUAL}, {@link TraceColumns#BEST_RELATIVE_RESIDUAL}
 * @param iteration t, the iteration shown
 */
public record SnapshotTables(String title, Table entries, Table iterations, long iteration) {

  /** Entry of x_t. */
  public static final String ESTIMATE = "x_t";

  /** Which part of S_t and S* the index is in: one of the values below. */
  public static final String PART = "part";

  /** In S_t and in S*. */
  public static final String FOUND = "found";

  /** In S_t and not in S*. */
  public static final String WRONG = "wrong";

  /** In S* and not in S_t. */
  public static final String MISSED = "missed";

  /** In S_t, where S* is not known. */
  public static final String CHOSEN = "chosen";

  /** In neither. */
  public static final String NEITHER = "neither";
}
