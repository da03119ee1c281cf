package io.github.sea4j.experiment;

import static io.github.sea4j.experiment.ComparisonExperiment.BUDGETS;
import static io.github.sea4j.experiment.ComparisonExperiment.POINTS;
import static io.github.sea4j.experiment.ProblemFamily.CONSTRAINT;
import static io.github.sea4j.experiment.ProblemFamily.KERNEL_WIDTH;
import static io.github.sea4j.experiment.ProblemFamily.NON_NEGATIVE;
import static io.github.sea4j.experiment.ProblemFamily.ROWS;
import static io.github.sea4j.experiment.ProblemFamily.SIGNAL_TO_NOISE;
import static io.github.sea4j.experiment.ProblemFamily.SIZE;
import static io.github.sea4j.experiment.Setup.SOLVERS;
import static io.github.sea4j.experiment.SweepExperiment.INSTANCES;

import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.run.Execution;
import io.github.sea4j.store.Parameters;
import java.util.List;
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

  private static final String K = ComparisonExperiment.SPARSITIES;
  private static final String NOISE_LEVELS = "inf,40,30,20,10";
  private static final ProblemFamily SPIKES = ProblemFamily.DECONVOLUTION;
  private static final ProblemFamily GAUSSIAN = ProblemFamily.GAUSSIAN;

  /** Those of this library, in the order of the documentation. */
  static final List<ComparisonPlan> ALL =
      List.of(
          plan("deconvolution", SPIKES, "support distance and explored supports (Figures 1, 4)")
              .grid("5:50:5", "20", "1:50", "200"),
          plan("baselines", SPIKES, "baselines as strong as they get, against k")
              .grid("10,20,35", "5", "1:50", "200")
              .solvers(SolverList.BASELINES),
          plan("improved", SPIKES, "each solver, and SEA started from its answer")
              .grid("10,20,35", "5", "10,20,35", "200")
              .solvers(SolverList.IMPROVED),
          plan("improved-gaussian", GAUSSIAN, "each solver, and SEA started from its answer")
              .grid("40,60,80", "5", "40,60,80", "200")
              .solvers(SolverList.IMPROVED),
          plan("gaussian", GAUSSIAN, "support distance and explored supports against k")
              .grid("10,20,35,50,75,100", "5", "10:120:10", "200"),
          plan("noise", SPIKES, "support distance against the noise level")
              .grid("10,20", "10", "10,20,35,50", "200")
              .noise(NOISE_LEVELS),
          plan("noise-gaussian", GAUSSIAN, "support distance against the noise level")
              .grid("20,60", "5", "20,40,60,80", "200")
              .noise(NOISE_LEVELS),
          plan("run-time", SPIKES, "run time against k; on one thread unless told otherwise")
              .grid("5,10,20,35,50", "10", "5:50:5", "50")
              .timed(),
          plan(
                  "run-time-gaussian",
                  GAUSSIAN,
                  "run time against k; on one thread unless told otherwise")
              .grid("10,20,35,50,75,100", "5", "10:120:10", "20")
              .timed(),
          plan("anytime", SPIKES, "support distance within a budget of products with A")
              .anytime("20", SolverList.ANYTIME),
          plan("anytime-gaussian", GAUSSIAN, "support distance within a budget of products with A")
              .anytime("60", SolverList.ANYTIME_GAUSSIAN)
              .with(ROWS, "200"),
          plan("whitened", SPIKES, "beyond the paper: whitened geometries against k")
              .grid("10,20,35,50", "3", "5:50:5", "200")
              .solvers(SolverList.WHITENED),
          plan("whitened-noise", SPIKES, "beyond the paper: whitened geometries against the noise")
              .grid("20", "3", "10,20,35", "200")
              .noise("40,30,20,10")
              .solvers(SolverList.WHITENED_NOISE),
          plan("amplitude-laws", SPIKES, "beyond the paper: the posterior, tempered or not")
              .grid("10", "3", "10,20,35", "200")
              .noise("30,20")
              .solvers(SolverList.AMPLITUDE_LAWS),
          plan("correlated", ProblemFamily.CORRELATED, "beyond the paper: whitened or not")
              .grid("10,20,30", "3", "10:50:10", "200")
              .noise("inf,20")
              .solvers(SolverList.CORRELATED),
          points(
              "sampled-sea",
              "beyond the paper: SEA with sampled supports and without each of its parts",
              "0.2/0.22,0.2/0.26,0.4/0.32,0.4/0.36,0.6/0.42,0.6/0.48",
              SolverList.SAMPLED),
          plan("best-parts", SPIKES, "beyond the paper: best without each of its parts")
              .grid("14", "3", "8,14", "50")
              .noise("inf,20")
              .with(SIZE, "200")
              .solvers(SolverList.bestOnABlur()),
          plan("best-parts-gaussian", GAUSSIAN, "beyond the paper: best without each of its parts")
              .grid("60", "3", "60,70", "50")
              .noise("inf,20")
              .with(ROWS, "200")
              .solvers(SolverList.bestOnFullMatrices()),
          positive("positive", "told nothing of the sign"),
          positive("non-negative", "told that none is negative").with(CONSTRAINT, NON_NEGATIVE),
          plan("whitened-large", SPIKES, "beyond the paper: whitened geometries, n = 5000")
              .grid("100", "1", "100,200", "100")
              .with(SIZE, "5000")
              .solvers(SolverList.WHITENED_LARGE),
          field("point-sources", "2.0"),
          field("point-sources-wide", "3.0"));

  /** The plan of this name. */
  static ComparisonPlan named(String name) {
    return ALL.stream().filter(plan -> plan.name.equals(name)).findFirst().orElseThrow();
  }

  private static ComparisonPlan plan(String name, ProblemFamily family, String question) {
    Parameters values = family.parameters(K, "", INSTANCES, "", SOLVERS, SolverList.WITH_LASSO);
    return new ComparisonPlan(
        name, family.description() + ", " + question, family, values, Map.of(), 0);
  }

  /** Two that share their instances: solvers know the sign, or do not. */
  private static ComparisonPlan positive(String name, String told) {
    return plan(name, ProblemFamily.POSITIVE, "support distance against k, solvers " + told)
        .grid("4,12", "2", "4,8,12", "200")
        .noise("20")
        .solvers("omp, htp, els, sea, els(sea)");
  }

  /** 300 sources in an image of 256 x 256 pixels, blurred by a Gaussian. */
  private static ComparisonPlan field(String name, String width) {
    return plan(
            name,
            ProblemFamily.POINT_SOURCES,
            "beyond the paper: shares missed, blur of %s pixels".formatted(width))
        .grid("300", "1", "300", "4")
        .noise("inf,20")
        .with(KERNEL_WIDTH, width)
        .solvers(SolverList.IMAGES);
  }

  /** At points of the phase diagram; the size of the matrices is a matter of the preset. */
  private static ComparisonPlan points(
      String name, String question, String points, String solvers) {
    Parameters values =
        Parameters.of(POINTS, points, INSTANCES, "10", SOLVERS, solvers, SIZE, "200")
            .and(ProblemFamily.DRAWN);
    return new ComparisonPlan(
        name,
        GAUSSIAN.description() + ", " + question,
        GAUSSIAN,
        values,
        Map.of(SIZE, "500", INSTANCES, "40"),
        0);
  }

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
    return plan(name, ProblemFamily.of(generator), "solvers compared")
        .grid(sparsities, "20", sparsities, "200");
  }

  /** Sparsities and instances, first of the preset quick, then of paper. */
  private ComparisonPlan grid(
      String quickK, String quickInstances, String paperK, String paperInstances) {
    return with(K, quickK)
        .with(INSTANCES, quickInstances)
        .paper(Map.of(K, paperK, INSTANCES, paperInstances));
  }

  /** Within budgets of products; the sparsity is no matter of the preset. */
  private ComparisonPlan anytime(String sparsity, String solvers) {
    Parameters values =
        family.parameters(BUDGETS, "10,30,100,300,1000", K, "", INSTANCES, "", SOLVERS, solvers);
    return new ComparisonPlan(name, description, family, values, paper, threads)
        .grid(sparsity, "10", "", "")
        .noise("inf,20")
        .paper(Map.of(BUDGETS, "10,30,100,300,1000,3000,10000,30000", INSTANCES, "50"));
  }

  private ComparisonPlan paper(Map<String, String> changed) {
    return new ComparisonPlan(name, description, family, quick, changed, threads);
  }

  private ComparisonPlan noise(String levels) {
    return with(SIGNAL_TO_NOISE, levels);
  }

  private ComparisonPlan solvers(String texts) {
    return with(SOLVERS, texts);
  }

  private ComparisonPlan with(String parameter, String value) {
    Parameters changed = quick.with(parameter, value);
    return new ComparisonPlan(name, description, family, changed, paper, threads);
  }

  /** On one thread: solvers that share the cores are timed longer than they take. */
  private ComparisonPlan timed() {
    return new ComparisonPlan(name, description, family, quick, paper, 1);
  }

  Setup setup() {
    Setup setup = Setup.of(quick);
    return threads == 0 ? setup : setup.with(Execution.standard().withThreads(threads));
  }

  Map<String, String> size(Preset preset) {
    return preset == Preset.PAPER
        ? paper
        : paper.keySet().stream().collect(Collectors.toMap(key -> key, quick::text));
  }
}
