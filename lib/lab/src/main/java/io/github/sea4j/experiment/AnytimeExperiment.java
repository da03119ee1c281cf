package io.github.sea4j.experiment;

import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Within;
import java.util.List;

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

  private final ProblemFamily family;

  private AnytimeExperiment(ProblemFamily family, Parameters parameters, Execution execution) {
    super(parameters, execution);
    this.family = family;
  }

  static AnytimeExperiment deconvolution() {
    Parameters quick =
        Parameters.of(
            BUDGETS,
            QUICK_BUDGETS,
            DeconvolutionExperiment.SPARSITIES,
            "20",
            INSTANCES,
            "10",
            SOLVERS,
            "sea, restarts(sea), restarts(els), restarts(htp), lasso",
            ProblemFamily.SIZE,
            "500",
            ProblemFamily.KERNEL_WIDTH,
            "3.0",
            ProblemFamily.BOUNDARY,
            "circular",
            DeconvolutionExperiment.SIGNAL_TO_NOISE,
            "inf,20",
            SEED,
            "1");
    return new AnytimeExperiment(ProblemFamily.DECONVOLUTION, quick, Execution.standard());
  }

  static AnytimeExperiment gaussian() {
    Parameters quick =
        Parameters.of(
            BUDGETS,
            QUICK_BUDGETS,
            DeconvolutionExperiment.SPARSITIES,
            "60",
            INSTANCES,
            "5",
            SOLVERS,
            "sea, restarts(sea), restarts(els), restarts(htp), lasso",
            ProblemFamily.SIZE,
            "500",
            ProblemFamily.ROWS,
            "200",
            DeconvolutionExperiment.SIGNAL_TO_NOISE,
            "inf,20",
            SEED,
            "1");
    return new AnytimeExperiment(ProblemFamily.GAUSSIAN, quick, Execution.standard());
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
  public AnytimeExperiment preset(Preset preset) {
    boolean quick = preset == Preset.QUICK;
    return with(BUDGETS, quick ? QUICK_BUDGETS : PAPER_BUDGETS)
        .with(INSTANCES, quick ? "10" : "100");
  }

  /** The same within these numbers of products. */
  public AnytimeExperiment budgets(int... products) {
    return with(BUDGETS, Texts.join(products));
  }

  /** The same at these numbers of non-zeros. */
  public AnytimeExperiment sparsities(int... sparsities) {
    return with(DeconvolutionExperiment.SPARSITIES, Texts.join(sparsities));
  }

  /** The same at these signal-to-noise ratios in dB. */
  public AnytimeExperiment signalToNoise(double... decibels) {
    return with(DeconvolutionExperiment.SIGNAL_TO_NOISE, Texts.join(decibels));
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
