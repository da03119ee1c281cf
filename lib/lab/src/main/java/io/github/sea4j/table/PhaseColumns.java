package io.github.sea4j.table;

/** Names of the columns of phase transition tables beside those of {@link ResultColumns}. */
public final class PhaseColumns {

  /** Undersampling, {@code zeta = m / n}. */
  public static final String ZETA = "zeta";

  /** Sparsity relative to the measurements, {@code rho = k / m}. */
  public static final String RHO = "rho";

  /** Number of instances that were run. */
  public static final String RUNS = "runs";

  /** Number of instances with the exact support. */
  public static final String SUCCESSES = "successes";

  /** Successes over runs. */
  public static final String RATE = "success_rate";

  /** Lower end of the 95 % Wilson interval of the success rate. */
  public static final String RATE_LOW = "rate_low";

  /** Upper end of the 95 % Wilson interval of the success rate. */
  public static final String RATE_HIGH = "rate_high";

  /** Mean processor time of a run in seconds. */
  public static final String SECONDS_PER_RUN = "seconds_per_run";

  /** The largest tested k with 95 % success there and at every smaller tested k; 0 for none. */
  public static final String SPARSITY_95 = "k95";

  /** {@code k95 / m}: the threshold. */
  public static final String RHO_95 = "rho95";

  /** Where the success rate crosses 95 %, on the line between {@code rho95} and the next cell. */
  public static final String RHO_CROSSING = "rho95_crossing";

  /** Lower end of the interval of the threshold. */
  public static final String RHO_LOW = "rho_low";

  /** Upper end of the interval of the threshold. */
  public static final String RHO_HIGH = "rho_high";

  /** Threshold by logistic regression, a cross-check; missing where there is no fit. */
  public static final String RHO_LOGISTIC = "rho95_logistic";

  private PhaseColumns() {}
}
