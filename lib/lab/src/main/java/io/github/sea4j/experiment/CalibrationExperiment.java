package io.github.sea4j.experiment;

import io.github.sea4j.bayes.Posterior;
import io.github.sea4j.experiment.trial.ThreadClock;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.problem.Support;
import io.github.sea4j.run.Protocol;
import io.github.sea4j.run.Sweep;
import io.github.sea4j.run.Trial;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.table.CalibrationRow;
import io.github.sea4j.table.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Whether probabilities are right: of the columns that a solver says to be in the support with
 * probability .9, nine in ten should be. Spike deconvolution in noise; the table counts the columns
 * of each instance in ten bins of probability, and how many of them are in the true support.
 *
 * <p>Beyond the paper: all of it is ours. Solvers must tell a {@link Posterior}.
 */
public final class CalibrationExperiment extends SweepExperiment<CalibrationExperiment>
    implements FamilyExperiment<CalibrationExperiment> {

  private static final String SPARSITIES = ComparisonExperiment.SPARSITIES;

  private static final ProblemFamily FAMILY = ProblemFamily.DECONVOLUTION;

  private static final Map<String, String> QUICK =
      Map.of(ProblemFamily.SIZE, "200", SPARSITIES, "8", INSTANCES, "10");

  private static final Map<String, String> PAPER =
      Map.of(ProblemFamily.SIZE, "500", SPARSITIES, "10,20", INSTANCES, "200");

  private static final Growth GROWTH =
      new Growth(
          Set.of(INSTANCES), Set.of(SPARSITIES, ProblemFamily.SIGNAL_TO_NOISE, Setup.SOLVERS));

  private CalibrationExperiment(Setup setup) {
    super(setup);
  }

  static CalibrationExperiment standard() {
    Parameters values =
        FAMILY.parameters(SPARSITIES, "", INSTANCES, "", Setup.SOLVERS, "posterior");
    return new CalibrationExperiment(
        Setup.of(values.with(ProblemFamily.SIGNAL_TO_NOISE, "30,20,15")).with(QUICK));
  }

  @Override
  CalibrationExperiment with(Setup changed) {
    return new CalibrationExperiment(changed);
  }

  @Override
  public String name() {
    return "calibration";
  }

  @Override
  public String description() {
    return FAMILY.description() + ", beyond the paper: are the probabilities of columns right?";
  }

  @Override
  Map<String, String> size(Preset preset) {
    return preset == Preset.PAPER ? PAPER : QUICK;
  }

  @Override
  public Sweep<CalibrationRow> sweep() {
    InstanceGenerator noiseless = FAMILY.generator(values());
    return sweep(cells(noiseless), new Counting(name(), noiseless, solvers()), GROWTH);
  }

  @Override
  Table read(Path folder) {
    return CalibrationRow.SCHEMA.table(name(), CalibrationRow.SCHEMA.read(folder));
  }

  /** Solves an instance and counts its columns by what was said of them. */
  private record Counting(String experiment, InstanceGenerator noiseless, List<Solver> asked)
      implements Protocol<CalibrationRow> {

    @Override
    public Schema<CalibrationRow> schema() {
      return CalibrationRow.SCHEMA;
    }

    @Override
    public int rowsPerSolver() {
      return CalibrationRow.BINS;
    }

    @Override
    public List<String> solvers() {
      return asked.stream().map(Solver::name).toList();
    }

    @Override
    public List<CalibrationRow> run(Trial trial, List<String> missing) {
      Instance instance =
          noiseless
              .withSignalToNoise(trial.cell().signalToNoise())
              .instance(trial.cell().sparsity(), trial.seed());
      return asked.stream()
          .filter(solver -> missing.contains(solver.name()))
          .flatMap(solver -> rows(trial, instance, solver).stream())
          .toList();
    }

    private List<CalibrationRow> rows(Trial trial, Instance instance, Solver solver) {
      ThreadClock clock = ThreadClock.start();
      Solution solution = solver.solve(instance.problem());
      double seconds = clock.seconds();
      double[] inclusion =
          solution
              .detail(Posterior.class)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "solver must tell how likely each column is, as 'posterior' does, but is '%s'"
                              .formatted(solution.solver())))
              .inclusion();
      Support truth = instance.truth().support();
      int[] columns = new int[CalibrationRow.BINS];
      double[] said = new double[CalibrationRow.BINS];
      int[] present = new int[CalibrationRow.BINS];
      for (int j = 0; j < inclusion.length; j++) {
        int bin = Math.min(CalibrationRow.BINS - 1, (int) (CalibrationRow.BINS * inclusion[j]));
        columns[bin]++;
        said[bin] += inclusion[j];
        present[bin] += truth.contains(j) ? 1 : 0;
      }
      return IntStream.range(0, CalibrationRow.BINS)
          .mapToObj(
              bin ->
                  new CalibrationRow(
                      experiment,
                      trial.cell(),
                      trial.number(),
                      solution.solver(),
                      bin,
                      columns[bin],
                      said[bin],
                      present[bin],
                      seconds))
          .toList();
    }
  }
}
