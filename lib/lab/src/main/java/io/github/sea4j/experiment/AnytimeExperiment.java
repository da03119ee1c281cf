package io.github.sea4j.experiment;

import io.github.sea4j.compose.Within;
import io.github.sea4j.solver.Solver;
import java.util.List;
import java.util.Map;

/**
 * Quality against effort: every solver on the same instances within the same budgets of products
 * with A and A', one row for each solver and budget.
 *
 * <p>Each budget is a run of its own, so the rows say what a user with that budget gets. A solver
 * that ends early is given again for the larger budgets; {@code restarts(...)} goes on. The seconds
 * of the rows give the same curve against time. The protocol is ours: nothing like it is in the
 * paper.
 */
public final class AnytimeExperiment extends SweepExperiment<AnytimeExperiment> {

  /** Parameter: products with A and A' that a run may make, one row of a solver for each. */
  public static final String BUDGETS = "budgets";

  private static final String QUICK_BUDGETS = "10,30,100,300,1000";
  private static final String PAPER_BUDGETS = "10,30,100,300,1000,3000,10000,30000";

  private static final String LIMITED_SOLVERS =
      "sea, restarts(sea), restarts(sea(decay=0.003)), restarts(els), restarts(htp), lasso, "
          + "restarts(els(whitened(sea(decay=0.003)), pairs)), best";
  private static final String NOISE_LEVELS = "inf,20";

  private final ProblemFamily family;

  private AnytimeExperiment(ProblemFamily family, Parameters parameters, Execution execution) {
    super(parameters, execution);
    this.family = family;
  }

  static AnytimeExperiment deconvolution() {
    return of(ProblemFamily.DECONVOLUTION, quick(ProblemFamily.DECONVOLUTION, "20", "10"));
  }

  static AnytimeExperiment gaussian() {
    Parameters quick = quick(ProblemFamily.GAUSSIAN, "60", "10");
    return of(ProblemFamily.GAUSSIAN, quick.with(ProblemFamily.ROWS, "200"));
  }

  private static AnytimeExperiment of(ProblemFamily family, Parameters parameters) {
    return new AnytimeExperiment(family, parameters, Execution.standard());
  }

  private static Parameters quick(ProblemFamily family, String sparsities, String instances) {
    return family.parameters(
        NOISE_LEVELS,
        BUDGETS,
        QUICK_BUDGETS,
        ComparisonExperiment.SPARSITIES,
        sparsities,
        INSTANCES,
        instances,
        SOLVERS,
        LIMITED_SOLVERS);
  }

  @Override
  AnytimeExperiment with(Parameters changed, Execution changedExecution) {
    return new AnytimeExperiment(family, changed, changedExecution);
  }

  @Override
  public String name() {
    return family == ProblemFamily.DECONVOLUTION ? "anytime" : "anytime-gaussian";
  }

  @Override
  public String description() {
    String problems =
        family == ProblemFamily.DECONVOLUTION ? "spike deconvolution" : "Gaussian matrices";
    return problems + ", support distance within a budget of products with A";
  }

  @Override
  Map<String, String> size(Preset preset) {
    return switch (preset) {
      case QUICK -> Map.of(BUDGETS, QUICK_BUDGETS, INSTANCES, "10");
      case PAPER -> Map.of(BUDGETS, PAPER_BUDGETS, INSTANCES, "50");
    };
  }

  /** The same within these numbers of products. */
  public AnytimeExperiment budgets(int... products) {
    return with(BUDGETS, Texts.join(products));
  }

  /** The same at these numbers of non-zeros. */
  public AnytimeExperiment sparsities(int... sparsities) {
    return with(ComparisonExperiment.SPARSITIES, Texts.join(sparsities));
  }

  /** The same at these signal-to-noise ratios in dB. */
  public AnytimeExperiment signalToNoise(double... decibels) {
    return with(ProblemFamily.SIGNAL_TO_NOISE, Texts.join(decibels));
  }

  @Override
  public Sweep sweep() {
    List<Integer> budgets = values().integers(BUDGETS);
    List<Solver> limited =
        SolverList.parse(values().list(SOLVERS)).stream()
            .flatMap(solver -> budgets.stream().map(new Within(solver)::withProducts))
            .map(Solver.class::cast)
            .toList();
    return ComparisonSweep.of(name(), family, values(), limited);
  }
}
