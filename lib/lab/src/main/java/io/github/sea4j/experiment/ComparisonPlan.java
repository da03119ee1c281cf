package io.github.sea4j.experiment;

/**
 * What tells the {@link ComparisonExperiment}s apart: a question, a family and its grids.
 *
 * @param name on the command line and in results
 * @param description what it measures, in one line
 * @param family of problems
 * @param noise signal-to-noise ratios in dB
 * @param threads number of threads unless told otherwise; 0 for all cores
 * @param quick the size of the preset quick
 * @param paper the size of the preset paper
 */
record ComparisonPlan(
    String name,
    String description,
    ProblemFamily family,
    String noise,
    int threads,
    Grid quick,
    Grid paper) {

  /** What a preset decides. */
  record Grid(String sparsities, String instances) {}

  private static final String NOISE_LEVELS = "inf,40,30,20,10";
  private static final int ALL_CORES = 0;

  /** Solvers that share the cores are timed longer than they take. */
  private static final int TIMED_ALONE = 1;

  static final ComparisonPlan DECONVOLUTION =
      new ComparisonPlan(
          "deconvolution",
          "spike deconvolution, support distance and explored supports against k (Figures 1, 4)",
          ProblemFamily.DECONVOLUTION,
          ProblemFamily.NOISELESS,
          ALL_CORES,
          new Grid("5:50:5", "20"),
          new Grid("1:50", "200"));

  static final ComparisonPlan GAUSSIAN =
      new ComparisonPlan(
          "gaussian",
          "Gaussian matrices, support distance and explored supports against k",
          ProblemFamily.GAUSSIAN,
          ProblemFamily.NOISELESS,
          ALL_CORES,
          new Grid("10,20,35,50,75,100", "5"),
          new Grid("5:125:5", "200"));

  static final ComparisonPlan NOISE =
      new ComparisonPlan(
          "noise",
          "spike deconvolution, support distance against the noise level",
          ProblemFamily.DECONVOLUTION,
          NOISE_LEVELS,
          ALL_CORES,
          new Grid("10,20", "10"),
          new Grid("10,20,35,50", "200"));

  static final ComparisonPlan NOISE_GAUSSIAN =
      new ComparisonPlan(
          "noise-gaussian",
          "Gaussian matrices, support distance against the noise level",
          ProblemFamily.GAUSSIAN,
          NOISE_LEVELS,
          ALL_CORES,
          new Grid("20,60", "5"),
          new Grid("20,40,60,80", "200"));

  static final ComparisonPlan RUN_TIME =
      new ComparisonPlan(
          "run-time",
          "spike deconvolution, run time against k; on one thread unless told otherwise",
          ProblemFamily.DECONVOLUTION,
          ProblemFamily.NOISELESS,
          TIMED_ALONE,
          new Grid("5,10,20,35,50", "10"),
          new Grid("5:50:5", "100"));

  static final ComparisonPlan RUN_TIME_GAUSSIAN =
      new ComparisonPlan(
          "run-time-gaussian",
          "Gaussian matrices, run time against k; on one thread unless told otherwise",
          ProblemFamily.GAUSSIAN,
          ProblemFamily.NOISELESS,
          TIMED_ALONE,
          new Grid("10,20,35,50,75,100", "5"),
          new Grid("10:120:10", "50"));

  Grid grid(Preset preset) {
    return preset == Preset.QUICK ? quick : paper;
  }

  Execution execution() {
    Execution standard = Execution.standard();
    return threads == ALL_CORES ? standard : standard.withThreads(threads);
  }

  /** Those of the preset quick. */
  Parameters parameters() {
    return family.parameters(
        noise,
        ComparisonExperiment.SPARSITIES,
        quick.sparsities(),
        SweepExperiment.INSTANCES,
        quick.instances(),
        SweepExperiment.SOLVERS,
        SolverList.WITH_LASSO);
  }
}
