package io.github.sea4j.experiment;

import io.github.sea4j.compose.Within;
import io.github.sea4j.experiment.trial.SolverComparison;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.run.Protocol;
import io.github.sea4j.run.Sweep;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Solvers compared over sparsities and noise levels, on problems of this library or of your own:
 * how far their supports are from the truth, how many they explore, how much noise they bear, how
 * long they take, how good they are within a budget.
 *
 * <p>Spike deconvolution over k with m = n = 500 is the question of Figure 4 of the paper, and that
 * SEA explores many supports is said in its abstract. The kernel width, the amplitudes, the
 * boundary, the grids, the numbers of instances and the noise levels are ours. Distances in
 * positions ({@code mean_shift}, {@code wasserstein_1}) have no meaning for Gaussian matrices.
 *
 * <p>With {@link #BUDGETS}, every solver meets the same instances within each budget of products
 * with A and A', one row for each solver and budget: nothing like it is in the paper. Each budget
 * is a run of its own, so the rows say what a user with that budget gets. A solver that ends early
 * is given again for the larger budgets; {@code restarts(...)} goes on. The seconds of the rows
 * give the same curve against time.
 */
public final class ComparisonExperiment extends SweepExperiment<ComparisonExperiment>
    implements FamilyExperiment<ComparisonExperiment> {

  /** Parameter: numbers of non-zeros, one cell for each. */
  public static final String SPARSITIES = "sparsities";

  /** Parameter: products with A and A' that a run may make, one row of a solver for each. */
  public static final String BUDGETS = "budgets";

  /** Parameter: points of the phase diagram, {@code zeta/rho}; a cell for each. */
  public static final String POINTS = "points";

  /** Instances depend on seed, shape, sparsity and their number alone, and no solver on another. */
  private static final Growth GROWTH =
      new Growth(
          Set.of(INSTANCES),
          Set.of(SPARSITIES, BUDGETS, POINTS, ProblemFamily.SIGNAL_TO_NOISE, Setup.SOLVERS));

  private static final Pattern POINT = Pattern.compile("(\\d*\\.?\\d+)/(\\d*\\.?\\d+)");

  private final ComparisonPlan plan;

  ComparisonExperiment(ComparisonPlan plan) {
    this(plan, plan.setup());
  }

  private ComparisonExperiment(ComparisonPlan plan, Setup setup) {
    super(setup);
    this.plan = plan;
  }

  @Override
  ComparisonExperiment with(Setup changed) {
    return new ComparisonExperiment(plan, changed);
  }

  @Override
  public String name() {
    return plan.name();
  }

  @Override
  public String description() {
    return plan.description();
  }

  @Override
  Map<String, String> size(Preset preset) {
    return plan.size(preset);
  }

  /** The same at these numbers of non-zeros. */
  public ComparisonExperiment sparsities(int... sparsities) {
    return with(SPARSITIES, Parameters.join(sparsities));
  }

  /** The same within these numbers of products; experiments with budgets only. */
  public ComparisonExperiment budgets(int... products) {
    return with(BUDGETS, Parameters.join(products));
  }

  /** The same at these points of the phase diagram; experiments with points only. */
  public ComparisonExperiment points(String... points) {
    return with(POINTS, String.join(",", points));
  }

  /** Noise level by noise level, each over all sparsities; see {@link SolverComparison}. */
  @Override
  public Sweep<ResultRow> sweep() {
    Parameters values = values();
    List<Double> levels = values.decibels(ProblemFamily.SIGNAL_TO_NOISE);
    boolean points = values.toMap().containsKey(POINTS);
    Protocol<ResultRow> protocol =
        new SolverComparison(
            name(),
            points ? this::atPoint : family(levels),
            contestants(),
            plan.family().period(values));
    return sweep(
        points
            ? levels.stream().flatMap(level -> points(level).stream()).toList()
            : cells(plan.family().generator(values)),
        protocol,
        GROWTH);
  }

  private Function<Cell, InstanceGenerator> family(List<Double> levels) {
    InstanceGenerator noiseless = plan.family().generator(values());
    Map<Double, InstanceGenerator> generators =
        levels.stream()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), noiseless::withSignalToNoise));
    return cell -> generators.get(cell.signalToNoise());
  }

  private InstanceGenerator atPoint(Cell cell) {
    return GaussianMatrix.of(cell.rows(), cell.columns()).withSignalToNoise(cell.signalToNoise());
  }

  private List<Solver> contestants() {
    if (!values().toMap().containsKey(BUDGETS)) {
      return solvers();
    }
    List<Integer> budgets = values().integers(BUDGETS);
    return solvers().stream()
        .flatMap(solver -> budgets.stream().map(new Within(solver)::withProducts))
        .map(Solver.class::cast)
        .toList();
  }

  private List<Cell> points(double level) {
    int columns = values().integer(ProblemFamily.SIZE, 2);
    return values().list(POINTS).stream().map(point -> cell(point, columns, level)).toList();
  }

  private static Cell cell(String point, int columns, double level) {
    Matcher shares = POINT.matcher(point);
    double zeta = shares.matches() ? Double.parseDouble(shares.group(1)) : 0;
    double rho = shares.matches() ? Double.parseDouble(shares.group(2)) : 0;
    if (!(zeta > 0 && zeta <= 1 && rho > 0 && rho <= 1)) {
      throw new IllegalArgumentException(
          "%s must be zeta/rho, both above 0 and at most 1, but one is '%s'"
              .formatted(POINTS, point));
    }
    int rows = Math.max(1, (int) Math.round(zeta * columns));
    return new Cell(rows, columns, Math.max(1, (int) Math.round(rho * rows)), level);
  }
}
