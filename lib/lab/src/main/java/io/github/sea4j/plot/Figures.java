package io.github.sea4j.plot;

import io.github.sea4j.table.InstanceTables;
import io.github.sea4j.table.SnapshotTables;
import io.github.sea4j.table.TraceTables;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

/** The figures; each method draws a chart from a table and returns it. */
public final class Figures {

  /** A page is not wide enough for two charts side by side. */
  private static final int OVERVIEW_WIDTH = 760;

  private static final int OVERVIEW_HEIGHT = 470;

  private Figures() {}

  /**
   * Figure 4: mean support distance against k, with 95 % intervals, a curve for each solver.
   *
   * @param results a results table over one size and noise level
   */
  public static XYChart supportDistance(Table results) {
    return SparsityFigure.SUPPORT_DISTANCE.draw(results);
  }

  /**
   * Figure 2: the largest rho = k / m with at least 95 % exact recovery against zeta = m / n, a
   * curve for each solver, with intervals; the weak threshold of l1 as a thin grey line.
   *
   * @param results a phase transition table over one n
   */
  public static XYChart phaseTransition(Table results) {
    return PhaseTransitionFigure.draw(results);
  }

  /**
   * Figure 1: the phase transition above, the support distance of spike deconvolution below.
   *
   * @param phaseTransition a phase transition table over one n
   * @param deconvolution a results table over one size and noise level
   */
  public static Panels overview(Table phaseTransition, Table deconvolution) {
    return new Panels(
        "Exact recovery of Gaussian problems (above), spike deconvolution (below)",
        List.of(
            PhaseTransitionFigure.draw(phaseTransition, OVERVIEW_WIDTH, OVERVIEW_HEIGHT),
            SparsityFigure.SUPPORT_DISTANCE.draw(deconvolution, OVERVIEW_WIDTH, OVERVIEW_HEIGHT)),
        1);
  }

  /** Share of instances with S = S* against k, with 95 % intervals. */
  public static XYChart exactRecovery(Table results) {
    return SparsityFigure.EXACT_RECOVERY.draw(results);
  }

  /** Mean distance from an estimated spike to the nearest true one against k. */
  public static XYChart meanShift(Table results) {
    return SparsityFigure.MEAN_SHIFT.draw(results);
  }

  /** Mean Wasserstein-1 distance of the supports against k. */
  public static XYChart wasserstein(Table results) {
    return SparsityFigure.WASSERSTEIN.draw(results);
  }

  /** Mean number of different supports that a solver visits against k, on a log scale. */
  public static XYChart exploredSupports(Table results) {
    return SparsityFigure.EXPLORED_SUPPORTS.draw(results);
  }

  /** Median run time against k with quartiles, on a log scale. */
  public static XYChart runTime(Table results) {
    return SparsityFigure.RUN_TIME.draw(results);
  }

  /**
   * Figure 3: truth, measurements and each solver's estimate of one instance, on the window with
   * the most true spikes.
   *
   * @param tables the instance and the estimates
   * @param window positions to show, 2 to n
   */
  public static Panels instance(InstanceTables tables, int window) {
    return InstanceFigure.draw(tables, CrowdedWindow.of(tables.signals(), window));
  }

  /** Figure 3 on a window of 60 positions. */
  public static Panels instance(InstanceTables tables) {
    return instance(tables, Math.min(60, tables.signals().rowCount()));
  }

  /**
   * The coefficients that each solver chose in one problem, a panel for each.
   *
   * @param answers solutions x by solver, all of one length, in the order to show
   */
  public static IChart answers(Map<String, double[]> answers) {
    return AnswersFigure.draw(answers);
  }

  /** The whole of one instance: truth and measurements. */
  public static XYChart signal(InstanceTables tables) {
    return InstanceFigure.whole(tables);
  }

  /**
   * Mean support distance against the noise level, with 95 % intervals, a curve for each solver.
   *
   * @param results a results table over one size and one k, with a noise level or more
   */
  public static XYChart noise(Table results) {
    return NoiseFigure.draw(results);
  }

  /**
   * Whether probabilities are right: share of columns in S* against the probability said of them,
   * with 95 % intervals, a curve for each solver.
   *
   * @param results a calibration table
   */
  public static XYChart calibration(Table results) {
    return CalibrationFigure.draw(results);
  }

  /**
   * Mean support distance against a budget of products with A and A', a curve for each solver.
   *
   * @param results a results table of solvers within budgets, over one size, k and noise level
   */
  public static XYChart anytime(Table results) {
    return AnytimeFigure.PRODUCTS.draw(results);
  }

  /** The same against the median time of the runs within each budget. */
  public static XYChart anytimeBySeconds(Table results) {
    return AnytimeFigure.SECONDS.draw(results);
  }

  /** Smallest relative residual so far against the iteration, on a log scale. */
  public static XYChart bestResidual(TraceTables traces) {
    return TraceFigure.BEST_RESIDUAL.draw(traces);
  }

  /** Support distance of what each solver would return if it ended now. */
  public static XYChart traceDistance(TraceTables traces) {
    return TraceFigure.SUPPORT_DISTANCE.draw(traces);
  }

  /** How many different supports were visited against the iteration. */
  public static XYChart traceSupports(TraceTables traces) {
    return TraceFigure.DISTINCT_SUPPORTS.draw(traces);
  }

  /** Relative residual of each iteration of one solver, and the best so far, on a log scale. */
  public static XYChart residual(TraceTables traces, String solver) {
    return new SolverTraceFigure(traces, solver).residual();
  }

  /** Support distance of each iteration of one solver, and of what it would return then. */
  public static XYChart distance(TraceTables traces, String solver) {
    return new SolverTraceFigure(traces, solver).distance();
  }

  /** Which indices were in S_t of one solver in which iterations, and which belong there. */
  public static XYChart raster(TraceTables traces, String solver) {
    return new SolverTraceFigure(traces, solver).raster();
  }

  /**
   * |X_t| over the iterations: at the true indices, and at the wrong ones that were in the support
   * longest.
   *
   * @throws IllegalArgumentException if the solver keeps no exploration vector
   */
  public static XYChart exploration(TraceTables traces, String solver) {
    return new SolverTraceFigure(traces, solver).exploration();
  }

  /**
   * Figure 5, in our own design: S*, S_t, their intersection and differences and the complement, in
   * one iteration of one solver.
   */
  public static SetsFigure sets(TraceTables traces, String solver, int iteration) {
    return SetsFigure.of(traces, solver, iteration);
  }

  /**
   * One iteration: X_t where the solver keeps it, x_t against x*, and the residual of the run.
   *
   * @param snapshot an iteration and the run around it
   */
  public static Panels snapshot(SnapshotTables snapshot) {
    return new SnapshotFigure(snapshot).draw();
  }

  /**
   * Time by algorithm on a log scale, ours beside other programs'.
   *
   * @param peers the table that {@code environment/compare} writes
   * @param problem one of its problems
   */
  public static CategoryChart sideBySide(Table peers, String problem) {
    return PeersFigure.draw(peers, problem);
  }
}
