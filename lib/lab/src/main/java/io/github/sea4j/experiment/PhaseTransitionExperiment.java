package io.github.sea4j.experiment;

import io.github.sea4j.experiment.trial.ThreadClock;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.metric.SupportMetrics;
import io.github.sea4j.run.SearchRule;
import io.github.sea4j.run.ThresholdSweep;
import io.github.sea4j.run.Trial;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.table.PhaseTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * The phase transition: up to which sparsity each solver recovers at least 95 % of the supports of
 * Gaussian problems, against the undersampling.
 *
 * <p>The question, n = 500, the standard Gaussian matrix, the law of the non-zeros and 1000 runs
 * are those of Figure 2 of the paper. How the threshold is searched ({@code ThresholdSearch},
 * {@link SearchRule}), the grid and the solvers' options are ours.
 */
public final class PhaseTransitionExperiment extends SweepExperiment<PhaseTransitionExperiment> {

  /** Parameter: undersampling, zeta = m / n; a curve has one point for each. */
  public static final String ZETAS = "zetas";

  /** Parameter: number of columns, n. */
  public static final String SIZE = "size";

  /** Parameter: step of the grid of rho = k / m; k is rounded, and at least 1 apart. */
  public static final String RHO_STEP = "rho_step";

  /** Parameter: instances that are run before the search decides how to go on. */
  public static final String BLOCK = "block";

  /** Each search knows only its own solver and shape. */
  private static final Growth GROWTH = new Growth(Set.of(), Set.of(ZETAS, SOLVERS));

  /** Those of the paper with both steps of HTP, and the baselines of this library. */
  private static final String SOLVERS_OF_THE_FIGURE =
      SolverList.OF_THE_PAPER + ", htp(step=1.8/L), niht, cosamp(iterations=100), sp, lasso";

  /** As in the stored results: every 0.05, the steps of the paper's caption being unknown. */
  private static final String PAPER_ZETAS =
      "0.05,0.1,0.15,0.2,0.25,0.3,0.35,0.4,0.45,0.5,0.55,0.6,0.65,0.7,0.75,0.8,0.85,0.9,0.95";

  private static final String WHITENED_ZETAS = "0.1,0.2,0.3,0.4,0.5,0.6,0.7";

  /** Near its threshold {@code vamp} starts again and again, at 0.7 for ten seconds an instance. */
  private static final String MESSAGE_PASSING_ZETAS = "0.1,0.2,0.3,0.4,0.5,0.6";

  private static final Parameters QUICK =
      Parameters.of(
          ZETAS, "0.2,0.4,0.6,0.8",
          INSTANCES, "40",
          SOLVERS, SOLVERS_OF_THE_FIGURE,
          SIZE, "100",
          RHO_STEP, "0.01",
          BLOCK, "20",
          SEED, "1");

  /**
   * In the geometry of tau = 0, which suits a noiseless problem; three plain ones to compare, and
   * SEA at the level of message passing.
   */
  private static final String WHITENED_SOLVERS =
      "lasso, els(lasso), sea(decay=0.003), whitened(omp, tau=0), whitened(htp, tau=0), "
          + "whitened(sea, tau=0), whitened(sea(decay=0.003), tau=0), "
          + "els(whitened(sea(decay=0.003), tau=0)), whitened(els(lasso), tau=0), "
          + "sea(sampled)";

  /** Message passing and SEA at its level, beside the best of those that came before. */
  private static final String MESSAGE_PASSING_SOLVERS =
      "sea(decay=0.003), els(lasso), vamp(runs=1), vamp, sea(sampled)";

  private final String name;
  private final String description;
  private final int fullRuns;
  private final String fullZetas;

  private PhaseTransitionExperiment(
      String name, String description, int fullRuns, String fullZetas, Setup setup) {
    super(setup);
    this.name = name;
    this.description = description;
    this.fullRuns = fullRuns;
    this.fullZetas = fullZetas;
  }

  static PhaseTransitionExperiment ofThePaper() {
    return new PhaseTransitionExperiment(
        "phase-transition",
        "Gaussian matrices, largest rho with 95 % recovery against zeta (Figures 1 left and 2)",
        1000,
        PAPER_ZETAS,
        Setup.of(QUICK));
  }

  /** The same question for whitened solvers. */
  static PhaseTransitionExperiment whitened() {
    return new PhaseTransitionExperiment(
        "whitened-phase-transition",
        "beyond the paper: the phase transition of solvers in whitened geometries",
        400,
        WHITENED_ZETAS,
        Setup.of(QUICK).solvers(WHITENED_SOLVERS));
  }

  /** The same question for message passing. */
  static PhaseTransitionExperiment messagePassing() {
    return new PhaseTransitionExperiment(
        "message-passing",
        "beyond the paper: the phase transition of message passing and of sampled SEA",
        400,
        MESSAGE_PASSING_ZETAS,
        Setup.of(QUICK).solvers(MESSAGE_PASSING_SOLVERS));
  }

  @Override
  PhaseTransitionExperiment with(Setup changed) {
    return new PhaseTransitionExperiment(name, description, fullRuns, fullZetas, changed);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  Map<String, String> size(Preset preset) {
    return switch (preset) {
      case QUICK -> Map.of(SIZE, "100", INSTANCES, "40", ZETAS, QUICK.text(ZETAS));
      case PAPER -> Map.of(SIZE, "500", INSTANCES, Integer.toString(fullRuns), ZETAS, fullZetas);
    };
  }

  /** The same with this many columns, n. */
  public PhaseTransitionExperiment size(int columns) {
    return with(SIZE, Integer.toString(columns));
  }

  /** The same at these values of m / n, each above 0 and at most 1. */
  public PhaseTransitionExperiment zetas(double... values) {
    return with(ZETAS, Parameters.join(values));
  }

  /** The same with at most this many instances for each solver in each cell. */
  public PhaseTransitionExperiment runs(int count) {
    return instances(count);
  }

  @Override
  public ThresholdSweep sweep() {
    Parameters values = values();
    int columns = values.integer(SIZE, 2);
    Map<Integer, List<Integer>> grids = new LinkedHashMap<>();
    for (double zeta : values.decimals(ZETAS)) {
      int rows = rows(zeta, columns);
      if (grids.put(rows, grid(rows, values.positive(RHO_STEP))) != null) {
        throw new IllegalArgumentException(
            "%s must differ, but two give m = %d with n = %d".formatted(ZETAS, rows, columns));
      }
    }
    Map<String, Solver> solvers = new LinkedHashMap<>();
    solvers().forEach(solver -> solvers.put(solver.name(), solver));
    return new ThresholdSweep(
        name(),
        values,
        columns,
        grids,
        List.copyOf(solvers.keySet()),
        new SearchRule(values.integer(INSTANCES, 1), values.integer(BLOCK, 1)),
        values.whole(SEED),
        (trial, solver) -> solve(trial, Objects.requireNonNull(solvers.get(solver))),
        GROWTH);
  }

  @Override
  Table read(Path folder) {
    return PhaseTable.read(folder);
  }

  private static ThresholdSweep.Answer solve(Trial trial, Solver solver) {
    GaussianMatrix family = GaussianMatrix.of(trial.cell().rows(), trial.cell().columns());
    Instance instance = family.instance(trial.cell().sparsity(), trial.seed());
    ThreadClock clock = ThreadClock.start();
    Solution solution = solver.solve(instance.problem(), Run.unlimited());
    double seconds = clock.seconds();
    return new ThresholdSweep.Answer(
        SupportMetrics.exactRecovery(instance.truth().support(), solution.support()), seconds);
  }

  private static int rows(double zeta, int columns) {
    if (!(zeta > 0) || zeta > 1) {
      throw new IllegalArgumentException(
          "%s must be above 0 and at most 1, but one is %s".formatted(ZETAS, zeta));
    }
    return Math.max(1, (int) Math.round(zeta * columns));
  }

  private static List<Integer> grid(int rows, double rhoStep) {
    int step = (int) Math.max(1, Math.min(rows, Math.round(rhoStep * rows)));
    return IntStream.rangeClosed(1, rows / step).map(i -> i * step).boxed().toList();
  }
}
