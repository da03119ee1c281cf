package io.github.sea4j.experiment;

import java.util.Map;

/**
 * What tells the {@link ComparisonExperiment}s apart: a question, a family, its solvers and grids.
 *
 * @param name on the command line and in results
 * @param description what it measures, in one line
 * @param family of problems
 * @param shape parameters of the family that differ from its defaults
 * @param noise signal-to-noise ratios in dB
 * @param solvers their list
 * @param threads number of threads unless told otherwise; 0 for all cores
 * @param quick the size of the preset quick
 * @param paper the size of the preset paper
 */
record ComparisonPlan(
    String name,
    String description,
    ProblemFamily family,
    Map<String, String> shape,
    String noise,
    String solvers,
    int threads,
    Grid quick,
    Grid paper) {

  /** What a preset decides. */
  record Grid(String sparsities, String instances) {}

  private static final String NOISE_LEVELS = "inf,40,30,20,10";
  private static final int ALL_CORES = 0;

  static final ComparisonPlan DECONVOLUTION =
      of(
          "deconvolution",
          "spike deconvolution, support distance and explored supports against k (Figures 1, 4)",
          ProblemFamily.DECONVOLUTION,
          new Grid("5:50:5", "20"),
          new Grid("1:50", "200"));

  static final ComparisonPlan GAUSSIAN =
      of(
          "gaussian",
          "Gaussian matrices, support distance and explored supports against k",
          ProblemFamily.GAUSSIAN,
          new Grid("10,20,35,50,75,100", "5"),
          new Grid("10:120:10", "100"));

  static final ComparisonPlan NOISE =
      of(
              "noise",
              "spike deconvolution, support distance against the noise level",
              ProblemFamily.DECONVOLUTION,
              new Grid("10,20", "10"),
              new Grid("10,20,35,50", "100"))
          .withNoise(NOISE_LEVELS);

  static final ComparisonPlan NOISE_GAUSSIAN =
      of(
              "noise-gaussian",
              "Gaussian matrices, support distance against the noise level",
              ProblemFamily.GAUSSIAN,
              new Grid("20,60", "5"),
              new Grid("20,40,60,80", "100"))
          .withNoise(NOISE_LEVELS);

  static final ComparisonPlan RUN_TIME =
      of(
              "run-time",
              "spike deconvolution, run time against k; on one thread unless told otherwise",
              ProblemFamily.DECONVOLUTION,
              new Grid("5,10,20,35,50", "10"),
              new Grid("5:50:5", "50"))
          .timed();

  static final ComparisonPlan RUN_TIME_GAUSSIAN =
      of(
              "run-time-gaussian",
              "Gaussian matrices, run time against k; on one thread unless told otherwise",
              ProblemFamily.GAUSSIAN,
              new Grid("10,20,35,50,75,100", "5"),
              new Grid("10:120:10", "20"))
          .timed();

  static final ComparisonPlan WHITENED =
      of(
              "whitened",
              "beyond the paper: spike deconvolution in whitened geometries against k",
              ProblemFamily.DECONVOLUTION,
              new Grid("10,20,35,50", "3"),
              new Grid("5:50:5", "100"))
          .withSolvers(SolverList.WHITENED);

  static final ComparisonPlan WHITENED_NOISE =
      of(
              "whitened-noise",
              "beyond the paper: spike deconvolution in whitened geometries against the noise",
              ProblemFamily.DECONVOLUTION,
              new Grid("20", "3"),
              new Grid("10,20,35", "50"))
          .withNoise("40,30,20,10")
          .withSolvers(SolverList.WHITENED);

  static final ComparisonPlan WHITENED_LARGE =
      of(
              "whitened-large",
              "beyond the paper: spike deconvolution in whitened geometries, n = 5000",
              ProblemFamily.DECONVOLUTION,
              new Grid("100", "1"),
              new Grid("100,200", "20"))
          .withShape(ProblemFamily.SIZE, "5000")
          .withSolvers(
              "sea, omp, els, whitened(omp), whitened(sea), els(whitened(sea(decay=0.003)))");

  static final ComparisonPlan CORRELATED =
      of(
              "correlated",
              "beyond the paper: matrices with correlated columns, Toeplitz, whitened or not",
              ProblemFamily.CORRELATED,
              new Grid("10,20,30", "3"),
              new Grid("10:50:10", "50"))
          .withNoise("inf,20")
          .withSolvers(SolverList.WHITENED);

  private static ComparisonPlan of(
      String name, String description, ProblemFamily family, Grid quick, Grid paper) {
    return new ComparisonPlan(
        name,
        description,
        family,
        Map.of(),
        ProblemFamily.NOISELESS,
        SolverList.WITH_LASSO,
        ALL_CORES,
        quick,
        paper);
  }

  private ComparisonPlan withNoise(String levels) {
    return new ComparisonPlan(
        name, description, family, shape, levels, solvers, threads, quick, paper);
  }

  private ComparisonPlan withSolvers(String list) {
    return new ComparisonPlan(name, description, family, shape, noise, list, threads, quick, paper);
  }

  private ComparisonPlan withShape(String parameter, String value) {
    return new ComparisonPlan(
        name, description, family, Map.of(parameter, value), noise, solvers, threads, quick, paper);
  }

  /** On one thread: solvers that share the cores are timed longer than they take. */
  private ComparisonPlan timed() {
    return new ComparisonPlan(name, description, family, shape, noise, solvers, 1, quick, paper);
  }

  Grid grid(Preset preset) {
    return preset == Preset.QUICK ? quick : paper;
  }

  Execution execution() {
    Execution standard = Execution.standard();
    return threads == ALL_CORES ? standard : standard.withThreads(threads);
  }

  /** Those of the preset quick. */
  Parameters parameters() {
    Parameters values =
        family.parameters(
            noise,
            ComparisonExperiment.SPARSITIES,
            quick.sparsities(),
            SweepExperiment.INSTANCES,
            quick.instances(),
            SweepExperiment.SOLVERS,
            solvers);
    for (Map.Entry<String, String> changed : shape.entrySet()) {
      values = values.with(changed.getKey(), changed.getValue());
    }
    return values;
  }
}
