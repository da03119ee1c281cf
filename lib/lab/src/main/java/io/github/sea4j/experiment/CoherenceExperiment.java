package io.github.sea4j.experiment;

import static io.github.sea4j.experiment.ProblemFamily.BOUNDARY;
import static io.github.sea4j.experiment.ProblemFamily.KERNEL_WIDTH;
import static io.github.sea4j.experiment.ProblemFamily.ROWS;
import static io.github.sea4j.experiment.ProblemFamily.SIGNAL_TO_NOISE;
import static io.github.sea4j.experiment.ProblemFamily.SIZE;

import io.github.sea4j.experiment.trial.CoherenceTrial;
import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.run.Sweep;
import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.table.CoherenceRow;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import tech.tablesaw.api.Table;

/**
 * From columns that have little to do with each other to columns that are nearly the same: where
 * does each solver begin to miss the support, and where is SEA ahead? All levels of a trial share
 * their seed, and with it the non-zeros.
 *
 * <p>The abstract of the paper says that SEA is superior when columns are coherent; the sweep over
 * coherence is ours.
 */
public final class CoherenceExperiment extends SweepExperiment<CoherenceExperiment>
    implements FamilyExperiment<CoherenceExperiment> {

  /** Parameter: the levels, kernel widths in positions or correlations of neighbouring columns. */
  public static final String LEVELS = "levels";

  private static final String SPARSITIES = ComparisonExperiment.SPARSITIES;
  private static final String COMPARED = "sea, sea(els), omp, els, iht, htp, lasso";

  private static final Growth GROWTH =
      new Growth(Set.of(INSTANCES), Set.of(SPARSITIES, SIGNAL_TO_NOISE, SOLVERS));

  /**
   * What tells the two experiments apart.
   *
   * @param instances of the preset paper
   * @param generator from the parameters and a level
   */
  private record Plan(
      String label,
      ProblemFamily family,
      String question,
      String instances,
      Parameters parameters,
      BiFunction<Parameters, Double, InstanceGenerator> generator) {}

  private static final Plan KERNEL_WIDTHS =
      new Plan(
          "kernel-widths",
          ProblemFamily.DECONVOLUTION,
          "against the width of the kernel",
          "200",
          parameters("1,1.5,2,2.5,3,4,5", "10,20", BOUNDARY, "circular"),
          CoherenceExperiment::blur);

  private static final Plan CORRELATIONS =
      new Plan(
          "correlations",
          ProblemFamily.CORRELATED,
          "against their correlation",
          "100",
          parameters("0,0.5,0.7,0.8,0.9,0.95,0.99", "20,40", ROWS, "250"),
          CoherenceExperiment::correlated);

  private static Parameters parameters(
      String levels, String sparsities, String shape, String value) {
    return Parameters.of(
            LEVELS, levels,
            SPARSITIES, sparsities,
            INSTANCES, "5",
            SOLVERS, COMPARED,
            SIZE, "500",
            shape, value)
        .and(ProblemFamily.DRAWN);
  }

  private static InstanceGenerator blur(Parameters values, double width) {
    ProblemFamily family = ProblemFamily.DECONVOLUTION;
    return family.generator(
        family
            .shape()
            .with(SIZE, values.text(SIZE))
            .with(BOUNDARY, values.text(BOUNDARY))
            .with(KERNEL_WIDTH, Double.toString(width)));
  }

  private static InstanceGenerator correlated(Parameters values, double correlation) {
    return CorrelatedMatrix.of(values.integer(ROWS, 1), values.integer(SIZE, 1), correlation);
  }

  private final Plan plan;

  private CoherenceExperiment(Plan plan, Setup setup) {
    super(setup);
    this.plan = plan;
  }

  static CoherenceExperiment kernelWidths() {
    return new CoherenceExperiment(KERNEL_WIDTHS, Setup.of(KERNEL_WIDTHS.parameters));
  }

  static CoherenceExperiment correlations() {
    return new CoherenceExperiment(CORRELATIONS, Setup.of(CORRELATIONS.parameters));
  }

  @Override
  CoherenceExperiment with(Setup changed) {
    return new CoherenceExperiment(plan, changed);
  }

  /** The same at these kernel widths or correlations. */
  public CoherenceExperiment levels(double... levels) {
    return with(LEVELS, Parameters.join(levels));
  }

  /** The same at these numbers of non-zeros. */
  public CoherenceExperiment sparsities(int... sparsities) {
    return with(SPARSITIES, Parameters.join(sparsities));
  }

  @Override
  public String name() {
    return plan.label;
  }

  @Override
  public String description() {
    return plan.family.description() + ", support distance " + plan.question;
  }

  @Override
  Map<String, String> size(Preset preset) {
    return Map.of(INSTANCES, preset == Preset.PAPER ? plan.instances : "5");
  }

  @Override
  public Sweep<CoherenceRow> sweep() {
    Parameters values = values();
    Map<Double, InstanceGenerator> levels = new TreeMap<>();
    for (double level : values.decimals(LEVELS)) {
      levels.put(level, plan.generator.apply(values, level));
    }
    return sweep(
        cells(levels.values().iterator().next()),
        new CoherenceTrial(name(), levels, solvers()),
        GROWTH);
  }

  @Override
  Table read(Path folder) {
    return CoherenceRow.SCHEMA.table(name(), CoherenceRow.SCHEMA.read(folder));
  }
}
