package io.github.sea4j.plot;

import io.github.sea4j.summary.Budgets;
import io.github.sea4j.summary.CrowdedWindow;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.table.InstanceTables;
import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.SnapshotTables;
import io.github.sea4j.table.TraceTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

/** The figures; each method draws a chart from a table and returns it. */
public final class Figures {

  /** Two side by side fill a page; their legends stand below. */
  private static final int OVERVIEW_WIDTH = 480;

  private static final int OVERVIEW_HEIGHT = 500;

  private Figures() {}

  /**
   * Figure 4: mean support distance against k, with 95 % intervals, a curve for each solver.
   *
   * @param results a results table over one size and noise level
   */
  public static Drawing supportDistance(Table results) {
    return Panels.uncrowded(results, SparsityFigure.SUPPORT_DISTANCE::draw);
  }

  /**
   * Figure 2: the rho = k / m at which exact recovery falls to 95 % ({@code rho95_crossing} of
   * {@link io.github.sea4j.summary.Thresholds}) against zeta = m / n, a curve for each solver, with
   * intervals; the weak threshold of l1 as a thin grey line.
   *
   * @param results a phase transition table over one n
   */
  public static Drawing phaseTransition(Table results) {
    return Panels.uncrowded(results, PhaseTransitionFigure::draw);
  }

  /**
   * Figure 2 for some of the solvers, in one chart however many they are.
   *
   * @param results a phase transition table over one n
   * @param title of the chart
   * @param solvers canonical texts; those that the results lack are left out
   */
  public static Figure phaseTransition(Table results, String title, List<String> solvers) {
    return PhaseTransitionFigure.draw(only(results, solvers)).titled(title);
  }

  /**
   * Figure 1: the phase transition and, beside it, the support distance of spike deconvolution; the
   * first seven of the solvers that both have.
   *
   * @param phaseTransition a phase transition table over one n
   * @param deconvolution a results table over one size and noise level
   */
  public static Panels overview(Table phaseTransition, Table deconvolution) {
    List<String> main = new ArrayList<>(Summaries.solvers(phaseTransition));
    main.retainAll(Summaries.solvers(deconvolution));
    main = main.subList(0, Math.min(Panels.MOST_CURVES, main.size()));
    Figure left =
        PhaseTransitionFigure.draw(only(phaseTransition, main), OVERVIEW_WIDTH, OVERVIEW_HEIGHT);
    Figure right =
        SparsityFigure.SUPPORT_DISTANCE.draw(
            only(deconvolution, main), OVERVIEW_WIDTH, OVERVIEW_HEIGHT);
    left.narrow("Gaussian matrices");
    right.narrow("Spike deconvolution");
    return new Panels(
        "What each solver recovers: exactly (left), and as a share of the spikes (right)",
        List.of(left, right),
        2);
  }

  private static Table only(Table results, List<String> solvers) {
    return results.where(results.stringColumn(ResultColumns.SOLVER).isIn(solvers));
  }

  /** Share of instances with S = S* against k, with 95 % intervals. */
  public static Drawing exactRecovery(Table results) {
    return Panels.uncrowded(results, SparsityFigure.EXACT_RECOVERY::draw);
  }

  /** Mean distance from an estimated spike to the nearest true one against k. */
  public static Drawing meanShift(Table results) {
    return Panels.uncrowded(results, SparsityFigure.MEAN_SHIFT::draw);
  }

  /** Mean Wasserstein-1 distance of the supports against k. */
  public static Drawing wasserstein(Table results) {
    return Panels.uncrowded(results, SparsityFigure.WASSERSTEIN::draw);
  }

  /** Mean number of different supports that a solver visits against k, on a log scale. */
  public static Drawing exploredSupports(Table results) {
    return Panels.uncrowded(results, SparsityFigure.EXPLORED_SUPPORTS::draw);
  }

  /** Median run time against k with quartiles, on a log scale. */
  public static Drawing runTime(Table results) {
    return Panels.uncrowded(results, SparsityFigure.RUN_TIME::draw);
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
  public static Figure signal(InstanceTables tables) {
    return InstanceFigure.whole(tables);
  }

  /**
   * Mean support distance against the noise level, with 95 % intervals, a curve for each solver.
   *
   * @param results a results table over one size and one k, with a noise level or more
   */
  public static Drawing noise(Table results) {
    return Panels.uncrowded(results, LevelFigure::noise);
  }

  /**
   * Mean support distance against the likeness of columns, with 95 % intervals, a curve for each
   * solver.
   *
   * @param results a table of kernel widths or of correlations, over one k and noise level
   */
  public static Drawing coherence(Table results) {
    return Panels.uncrowded(results, LevelFigure::coherence);
  }

  /**
   * Whether probabilities are right: share of columns in S* against the probability said of them,
   * with 95 % intervals, a curve for each solver.
   *
   * @param results a calibration table
   */
  public static Drawing calibration(Table results) {
    return CalibrationFigure.draw(results);
  }

  /**
   * Mean support distance against a budget of products with A and A', a curve for each solver.
   *
   * @param results a results table of solvers within budgets, over one size, k and noise level
   */
  public static Drawing anytime(Table results) {
    return Panels.uncrowded(Budgets.split(results), AnytimeFigure.PRODUCTS::draw);
  }

  /** The same against the median time of the runs within each budget. */
  public static Drawing anytimeBySeconds(Table results) {
    return Panels.uncrowded(Budgets.split(results), AnytimeFigure.SECONDS::draw);
  }

  /** Smallest relative residual so far against the iteration, on a log scale. */
  public static Figure bestResidual(TraceTables traces) {
    return TraceFigure.BEST_RESIDUAL.draw(traces);
  }

  /** Support distance of what each solver would return if it ended now. */
  public static Figure traceDistance(TraceTables traces) {
    return TraceFigure.SUPPORT_DISTANCE.draw(traces);
  }

  /** How many different supports were visited against the iteration. */
  public static Figure traceSupports(TraceTables traces) {
    return TraceFigure.DISTINCT_SUPPORTS.draw(traces);
  }

  /** Relative residual of each iteration of one solver, and the best so far, on a log scale. */
  public static Figure residual(TraceTables traces, String solver) {
    return new SolverTraceFigure(traces, solver).residual();
  }

  /** Support distance of each iteration of one solver, and of what it would return then. */
  public static Figure distance(TraceTables traces, String solver) {
    return new SolverTraceFigure(traces, solver).distance();
  }

  /** Which indices were in S_t of one solver in which iterations, and which belong there. */
  public static Figure raster(TraceTables traces, String solver) {
    return new SolverTraceFigure(traces, solver).raster();
  }

  /**
   * |X_t| over the iterations: at the true indices, and at the wrong ones that were in the support
   * longest.
   *
   * @throws IllegalArgumentException if the solver keeps no exploration vector
   */
  public static Figure exploration(TraceTables traces, String solver) {
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
