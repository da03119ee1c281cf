package io.github.sea4j.experiment;

import io.github.sea4j.experiment.trial.Traces;
import io.github.sea4j.table.TraceTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What solvers do on one instance, iteration by iteration. Ours: the paper's captions at hand show
 * no such trace. The instance is trial 0 of a sweep with the same parameters. Immutable.
 */
public final class TraceExperiment extends SingleExperiment<TraceExperiment> {

  private static final String TRACED_SOLVERS = "sea, sea(omp), sea(els), iht, htp";

  private TraceExperiment(String name, ProblemFamily family, Setup setup) {
    super(name, family, setup);
  }

  private static TraceExperiment of(String name, ProblemFamily family, String sparsity) {
    return new TraceExperiment(name, family, setup(family, sparsity, TRACED_SOLVERS));
  }

  /** n = 500, width 3, k = 20. */
  static TraceExperiment deconvolution() {
    return of("traces", ProblemFamily.DECONVOLUTION, "20");
  }

  /** 250 x 500, k = 60. */
  static TraceExperiment gaussian() {
    return of("traces-gaussian", ProblemFamily.GAUSSIAN, "60");
  }

  @Override
  TraceExperiment with(Setup changed) {
    return new TraceExperiment(name(), family(), changed);
  }

  @Override
  public String description() {
    return family() == ProblemFamily.DECONVOLUTION
        ? "one spike deconvolution instance, iteration by iteration"
        : "one instance of a Gaussian matrix, iteration by iteration";
  }

  /** Runs every solver on the instance, one after the other. */
  public TraceTables run() {
    return Traces.of(instance(), solvers());
  }

  @Override
  public List<String> write(Path folder) {
    return write(folder, run().toCsv(), Map.of());
  }
}
