package io.github.sea4j.table;

import java.util.List;

/** Names of the columns of a results table; one row is one solver on one instance. */
public final class ResultColumns {

  /** Name of the experiment. */
  public static final String EXPERIMENT = "experiment";

  /** Number of rows of A. */
  public static final String ROWS = "m";

  /** Number of columns of A. */
  public static final String COLUMNS = "n";

  /** Number of non-zeros of the truth. */
  public static final String SPARSITY = "k";

  /** Signal-to-noise ratio in dB; Infinity without noise. */
  public static final String SIGNAL_TO_NOISE = "snr_db";

  /** Number of the instance within its cell, from 0. */
  public static final String TRIAL = "trial";

  /** Name of the solver: its canonical text, which reads back as an equal solver. */
  public static final String SOLVER = "solver";

  /** Why the solver stopped. */
  public static final String STATUS = "status";

  /** {@code (k - |S* n S|) / k}. */
  public static final String SUPPORT_DISTANCE = "support_distance";

  /** Whether S = S*. */
  public static final String EXACT_RECOVERY = "exact_recovery";

  /** Mean distance to the nearest true index, in positions. */
  public static final String MEAN_SHIFT = "mean_shift";

  /** Wasserstein-1 distance of the supports, in positions. */
  public static final String WASSERSTEIN = "wasserstein_1";

  /** {@code ||y - A x|| / ||y||}. */
  public static final String RELATIVE_RESIDUAL = "relative_residual";

  /** {@code ||y - A x*|| / ||y||}. */
  public static final String TRUTH_RELATIVE_RESIDUAL = "truth_relative_residual";

  /** Iterations of the solver. */
  public static final String ITERATIONS = "iterations";

  /** Different supports that the solver visited. */
  public static final String DISTINCT_SUPPORTS = "distinct_supports";

  /** Wall-clock time in seconds. */
  public static final String SECONDS = "seconds";

  /** All columns that the seed decides, in the order of the file; everything but the time. */
  public static final List<String> DETERMINED = ResultRow.SCHEMA.determined();

  private ResultColumns() {}
}
