package io.github.sea4j.experiment;

import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.run.Execution;
import io.github.sea4j.store.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What tells the {@link ComparisonExperiment}s apart: a question, a family, its solvers and grids.
 *
 * @param name on the command line and in results
 * @param description what it measures, in one line
 * @param family of problems
 * @param quick the parameters of the preset quick
 * @param paper what the preset paper changes
 * @param threads number of threads unless told otherwise; 0 for all cores
 */
record ComparisonPlan(
    String name,
    String description,
    ProblemFamily family,
    Parameters quick,
    Map<String, String> paper,
    int threads) {

  private static final String NOISE_LEVELS = "inf,40,30,20,10";
  private static final int ALL_CORES = 0;

  static final ComparisonPlan DECONVOLUTION =
      of(
          "deconvolution",
          "spike deconvolution, support distance and explored supports against k (Figures 1, 4)",
          ProblemFamily.DECONVOLUTION,
          grid("5:50:5", "20"),
          grid("1:50", "200"));

  static final ComparisonPlan GAUSSIAN =
      of(
          "gaussian",
          "Gaussian matrices, support distance and explored supports against k",
          ProblemFamily.GAUSSIAN,
          grid("10,20,35,50,75,100", "5"),
          grid("10:120:10", "100"));

  static final ComparisonPlan NOISE =
      of(
              "noise",
              "spike deconvolution, support distance against the noise level",
              ProblemFamily.DECONVOLUTION,
              grid("10,20", "10"),
              grid("10,20,35,50", "100"))
          .with(ProblemFamily.SIGNAL_TO_NOISE, NOISE_LEVELS);

  static final ComparisonPlan NOISE_GAUSSIAN =
      of(
              "noise-gaussian",
              "Gaussian matrices, support distance against the noise level",
              ProblemFamily.GAUSSIAN,
              grid("20,60", "5"),
              grid("20,40,60,80", "100"))
          .with(ProblemFamily.SIGNAL_TO_NOISE, NOISE_LEVELS);

  static final ComparisonPlan RUN_TIME =
      of(
              "run-time",
              "spike deconvolution, run time against k; on one thread unless told otherwise",
              ProblemFamily.DECONVOLUTION,
              grid("5,10,20,35,50", "10"),
              grid("5:50:5", "50"))
          .timed();

  static final ComparisonPlan RUN_TIME_GAUSSIAN =
      of(
              "run-time-gaussian",
              "Gaussian matrices, run time against k; on one thread unless told otherwise",
              ProblemFamily.GAUSSIAN,
              grid("10,20,35,50,75,100", "5"),
              grid("10:120:10", "20"))
          .timed();

  static final ComparisonPlan ANYTIME =
      anytime("anytime", "spike deconvolution", ProblemFamily.DECONVOLUTION, "20");

  static final ComparisonPlan ANYTIME_GAUSSIAN =
      anytime("anytime-gaussian", "Gaussian matrices", ProblemFamily.GAUSSIAN, "60")
          .with(ProblemFamily.ROWS, "200");

  static final ComparisonPlan WHITENED =
      of(
              "whitened",
              "beyond the paper: spike deconvolution in whitened geometries against k",
              ProblemFamily.DECONVOLUTION,
              grid("10,20,35,50", "3"),
              grid("5:50:5", "100"))
          .with(Setup.SOLVERS, SolverList.WHITENED);

  static final ComparisonPlan WHITENED_NOISE =
      of(
              "whitened-noise",
              "beyond the paper: spike deconvolution in whitened geometries against the noise",
              ProblemFamily.DECONVOLUTION,
              grid("20", "3"),
              grid("10,20,35", "50"))
          .with(ProblemFamily.SIGNAL_TO_NOISE, "40,30,20,10")
          .with(Setup.SOLVERS, SolverList.WHITENED);

  static final ComparisonPlan WHITENED_LARGE =
      of(
              "whitened-large",
              "beyond the paper: spike deconvolution in whitened geometries, n = 5000",
              ProblemFamily.DECONVOLUTION,
              grid("100", "1"),
              grid("100,200", "20"))
          .with(ProblemFamily.SIZE, "5000")
          .with(
              Setup.SOLVERS,
              "sea, omp, els, whitened(omp), whitened(sea), els(whitened(sea(decay=0.003)))");

  static final ComparisonPlan CORRELATED =
      of(
              "correlated",
              "beyond the paper: matrices with correlated columns, Toeplitz, whitened or not",
              ProblemFamily.CORRELATED,
              grid("10,20,30", "3"),
              grid("10:50:10", "50"))
          .with(ProblemFamily.SIGNAL_TO_NOISE, "inf,20")
          .with(Setup.SOLVERS, SolverList.WHITENED);

  /** On problems of your own: from few to a fifth as many non-zeros as there can be. */
  static ComparisonPlan of(String name, InstanceGenerator generator) {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "name of an experiment must be lower case letters, digits and hyphens, a letter first, but is '%s'"
              .formatted(name));
    }
    int most = Math.min(generator.rows(), generator.columns());
    String sparsities =
        IntStream.of(most / 20, most / 10, most / 5)
            .map(k -> Math.max(1, k))
            .distinct()
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    return of(
        name,
        "problems of your own: " + generator,
        ProblemFamily.of(generator),
        grid(sparsities, "20"),
        grid(sparsities, "200"));
  }

  private static Map<String, String> grid(String sparsities, String instances) {
    Map<String, String> grid = new LinkedHashMap<>();
    grid.put(ComparisonExperiment.SPARSITIES, sparsities);
    grid.put(SweepExperiment.INSTANCES, instances);
    return grid;
  }

  private static ComparisonPlan of(
      String name,
      String description,
      ProblemFamily family,
      Map<String, String> quick,
      Map<String, String> paper) {
    Parameters values =
        family.parameters(
            ComparisonExperiment.SPARSITIES,
            quick.getOrDefault(ComparisonExperiment.SPARSITIES, ""),
            SweepExperiment.INSTANCES,
            quick.getOrDefault(SweepExperiment.INSTANCES, ""),
            Setup.SOLVERS,
            SolverList.WITH_LASSO);
    return new ComparisonPlan(name, description, family, values, paper, ALL_CORES);
  }

  /** Within budgets of products; the sparsity is no matter of the preset. */
  private static ComparisonPlan anytime(
      String name, String problems, ProblemFamily family, String sparsity) {
    Parameters values =
        family.parameters(
            ComparisonExperiment.BUDGETS,
            "10,30,100,300,1000",
            ComparisonExperiment.SPARSITIES,
            sparsity,
            SweepExperiment.INSTANCES,
            "10",
            Setup.SOLVERS,
            "sea, restarts(sea), restarts(sea(decay=0.003)), restarts(els), restarts(htp), lasso, "
                + "restarts(els(whitened(sea(decay=0.003)), pairs)), best");
    Map<String, String> paper =
        Map.of(
            ComparisonExperiment.BUDGETS,
            "10,30,100,300,1000,3000,10000,30000",
            SweepExperiment.INSTANCES,
            "50");
    String description = problems + ", support distance within a budget of products with A";
    return new ComparisonPlan(name, description, family, values, paper, ALL_CORES)
        .with(ProblemFamily.SIGNAL_TO_NOISE, "inf,20");
  }

  private ComparisonPlan with(String parameter, String value) {
    return new ComparisonPlan(
        name, description, family, quick.with(parameter, value), paper, threads);
  }

  /** On one thread: solvers that share the cores are timed longer than they take. */
  private ComparisonPlan timed() {
    return new ComparisonPlan(name, description, family, quick, paper, 1);
  }

  Setup setup() {
    Setup setup = Setup.of(quick);
    return threads == ALL_CORES ? setup : setup.with(Execution.standard().withThreads(threads));
  }

  Map<String, String> size(Preset preset) {
    return preset == Preset.PAPER
        ? paper
        : paper.keySet().stream().collect(Collectors.toMap(key -> key, quick::text));
  }
}
