package io.github.sea4j.table;

/** Names of the columns of {@link TraceTables}. */
public final class TraceColumns {

  /** Name of the solver. */
  public static final String SOLVER = ResultColumns.SOLVER;

  /** Number of the iteration t, from 0. */
  public static final String ITERATION = "iteration";

  /** {@code ||y - A x_t|| / ||y||}. */
  public static final String RELATIVE_RESIDUAL = ResultColumns.RELATIVE_RESIDUAL;

  /** The smallest relative residual up to and with this iteration. */
  public static final String BEST_RELATIVE_RESIDUAL = "best_relative_residual";

  /** {@code (k - |S* n S_t|) / k}. */
  public static final String SUPPORT_DISTANCE = ResultColumns.SUPPORT_DISTANCE;

  /** Different supports visited up to and with this iteration. */
  public static final String DISTINCT_SUPPORTS = ResultColumns.DISTINCT_SUPPORTS;

  /** How many indices of S_t were not in S_{t-1}; 0 in the first iteration. */
  public static final String ENTERED = "entered";

  /** Largest |X_t| on S* \ S_t; missing without such an index, or without X_t. */
  public static final String LARGEST_MISSED = "largest_missed";

  /** Mean |X_t| on S* \ S_t; missing likewise. */
  public static final String MEAN_MISSED = "mean_missed";

  /** Smallest |X_t| on S_t \ S*; missing likewise. */
  public static final String SMALLEST_WRONG = "smallest_wrong";

  /** Mean |X_t| on S_t \ S*; missing likewise. */
  public static final String MEAN_WRONG = "mean_wrong";

  /** Smallest |X_t| on S_t, what an index must exceed to enter; missing without X_t. */
  public static final String THRESHOLD = "threshold";

  /** Index of a column of A, from 0. */
  public static final String INDEX = "index";

  /** Entry of X_t, for unit-norm columns and in the units of y. */
  public static final String VALUE = "value";

  /** Entry of the truth x*. */
  public static final String TRUTH = InstanceTables.TRUTH;

  private TraceColumns() {}
}
