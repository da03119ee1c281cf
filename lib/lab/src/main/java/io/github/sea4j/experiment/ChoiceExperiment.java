package io.github.sea4j.experiment;

import static io.github.sea4j.experiment.ProblemFamily.BOUNDARY;
import static io.github.sea4j.experiment.ProblemFamily.CORRELATION;
import static io.github.sea4j.experiment.ProblemFamily.KERNEL_WIDTH;
import static io.github.sea4j.experiment.ProblemFamily.ROWS;
import static io.github.sea4j.experiment.ProblemFamily.SIGNAL_TO_NOISE;
import static io.github.sea4j.experiment.ProblemFamily.SIZE;

import io.github.sea4j.experiment.trial.ChoiceFamily;
import io.github.sea4j.experiment.trial.ChoiceOfSize;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.instance.LogisticLabels;
import io.github.sea4j.model.LossKind;
import io.github.sea4j.run.Sweep;
import io.github.sea4j.selection.SizeRange;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ChoiceRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * How often each rule chooses the right number of columns, and all of the true ones: on Gaussian
 * matrices, correlated ones, blurred spikes and labels, each as a table with an intercept.
 *
 * <p>Beyond the paper: all of it is ours. One solver finds the columns of each size; only the rules
 * differ. Levels of labels have a scale of their own, see {@link LogisticLabels}.
 */
public final class ChoiceExperiment extends SweepExperiment<ChoiceExperiment>
    implements FamilyExperiment<ChoiceExperiment> {

  /** Parameter: families of problems, some of gaussian, correlated, blur, logistic. */
  public static final String FAMILIES = "families";

  /** Parameter: rules that choose k. */
  public static final String RULES = "rules";

  /** Parameter: instances for the rules that need folds or halves. */
  public static final String RESAMPLED = "resampled";

  private static final String SPARSITY = SingleExperiment.SPARSITY;
  private static final String SIZES = "sizes";
  private static final String PAIRS = "pairs";
  private static final String LABEL_ROWS = "label_rows";
  private static final String LABEL_SIZE = "label_size";
  private static final String LABEL_LEVELS = "label_snr_db";

  private static final Map<String, String> QUICK =
      Map.of(
          INSTANCES, "10",
          RESAMPLED, "2",
          PAIRS, "10",
          SIGNAL_TO_NOISE, "10",
          LABEL_LEVELS, "0");

  private static final Map<String, String> PAPER =
      Map.of(
          INSTANCES, "200",
          RESAMPLED, "40",
          PAIRS, "25",
          SIGNAL_TO_NOISE, "5,10,15,20",
          LABEL_LEVELS, "-5,0,5");

  private static final Growth GROWTH =
      new Growth(
          Set.of(INSTANCES, RESAMPLED), Set.of(FAMILIES, RULES, SIGNAL_TO_NOISE, LABEL_LEVELS));

  private ChoiceExperiment(Setup setup) {
    super(setup);
  }

  static ChoiceExperiment standard() {
    Parameters values =
        Parameters.of(
            FAMILIES, "gaussian, correlated, blur, logistic",
            RULES, String.join(", ", ChoiceOfSize.allRules()),
            INSTANCES, "",
            RESAMPLED, "",
            SOLVERS, "els",
            SPARSITY, "5",
            SIZES, "0:10",
            PAIRS, "",
            SIZE, "100",
            ROWS, "80",
            CORRELATION, "0.9",
            KERNEL_WIDTH, "3.0",
            BOUNDARY, "circular",
            LABEL_ROWS, "200",
            LABEL_SIZE, "50",
            SIGNAL_TO_NOISE, "",
            LABEL_LEVELS, "",
            SEED, "1");
    return new ChoiceExperiment(Setup.of(values).with(QUICK));
  }

  @Override
  ChoiceExperiment with(Setup changed) {
    return new ChoiceExperiment(changed);
  }

  @Override
  public String name() {
    return "choice-of-k";
  }

  @Override
  public String description() {
    return "beyond the paper: how often does each rule choose the right k and the true columns?";
  }

  @Override
  Map<String, String> size(Preset preset) {
    return preset == Preset.PAPER ? PAPER : QUICK;
  }

  @Override
  public Sweep<ChoiceRow> sweep() {
    Parameters values = values();
    List<ChoiceFamily> families =
        values.list(FAMILIES).stream().map(name -> family(name, values)).toList();
    int sparsity = values.integer(SPARSITY, 1);
    List<Cell> cells =
        families.stream().flatMap(f -> f.cells(sparsity).stream()).distinct().toList();
    ChoiceOfSize protocol =
        new ChoiceOfSize(
            name(),
            families,
            rules(values),
            solver(),
            sizes(values, sparsity),
            values.integer(RESAMPLED, 0),
            values.integer(PAIRS, 1));
    return sweep(cells, protocol, GROWTH);
  }

  private static ChoiceFamily family(String name, Parameters values) {
    List<Double> levels = values.decibels(SIGNAL_TO_NOISE);
    InstanceGenerator gaussian = ProblemFamily.GAUSSIAN.generator(values);
    return switch (name) {
      case "gaussian" -> new ChoiceFamily(name, gaussian, levels, LossKind.LEAST_SQUARES);
      case "correlated" ->
          new ChoiceFamily(
              name, ProblemFamily.CORRELATED.generator(values), levels, LossKind.LEAST_SQUARES);
      case "blur" ->
          new ChoiceFamily(
              name, ProblemFamily.DECONVOLUTION.generator(values), levels, LossKind.LEAST_SQUARES);
      case "logistic" ->
          new ChoiceFamily(
              name,
              LogisticLabels.of(
                  ProblemFamily.GAUSSIAN.generator(
                      values
                          .with(ROWS, values.text(LABEL_ROWS))
                          .with(SIZE, values.text(LABEL_SIZE)))),
              values.decibels(LABEL_LEVELS),
              LossKind.LOGISTIC);
      default ->
          throw new IllegalArgumentException(
              "%s must be some of gaussian, correlated, blur, logistic, but one is '%s'"
                  .formatted(FAMILIES, name));
    };
  }

  private static List<String> rules(Parameters values) {
    List<String> rules = values.list(RULES);
    for (String rule : rules) {
      if (!ChoiceOfSize.allRules().contains(rule)) {
        throw new IllegalArgumentException(
            "%s must be some of %s, but one is '%s'"
                .formatted(RULES, String.join(", ", ChoiceOfSize.allRules()), rule));
      }
    }
    return rules;
  }

  private Solver solver() {
    if (solvers().size() != 1) {
      throw new IllegalArgumentException(
          "%s must be one, so that only the rules differ, but are %d: %s"
              .formatted(SOLVERS, solvers().size(), values().text(SOLVERS)));
    }
    return solvers().get(0);
  }

  private static SizeRange sizes(Parameters values, int sparsity) {
    SizeRange sizes = SizeRange.of(values.text(SIZES));
    if (sparsity < sizes.from() || sparsity > sizes.to()) {
      throw new IllegalArgumentException(
          "%s must hold %s = %d, but are %s".formatted(SIZES, SPARSITY, sparsity, sizes));
    }
    return sizes;
  }

  @Override
  Table read(Path folder) {
    return ChoiceRow.SCHEMA.table(name(), ChoiceRow.SCHEMA.read(folder));
  }
}
