package io.github.sea4j.solver;

import java.util.List;

/**
 * The one list of solvers, by the names that the command line, the shared tests and the experiments
 * use.
 *
 * <p>To add a solver, add an entry to the list: its name, a line about it, its default, and what
 * may stand in its parentheses. The language, its error messages, the help of the command line and
 * the tests over all solvers follow from that.
 */
public final class Solvers {

  private static final String ITERATIONS = "iterations";
  private static final String STEP = "step";
  private static final String FORM = "form";

  private static final List<SolverKind<?>> KINDS =
      List.of(
          SolverKind.startable("sea", "support exploration (Mohamed et al. 2024), from 0", Sea::new)
              .option(ITERATIONS, "default 1000", OptionValue.COUNT, Sea::withIterations)
              .option(
                  "eta",
                  "step of the exploration, matters after a warm start, default 1",
                  OptionValue.POSITIVE,
                  Sea::withStepSize)
              .option(
                  "tolerance",
                  "relative residual to stop at, 0 for never, default 1e-12",
                  OptionValue.NON_NEGATIVE,
                  Sea::withTolerance)
              .option(
                  "decay",
                  "share of X outside the support forgotten in an iteration, default 0",
                  OptionValue.SHARE,
                  Sea::withDecay),
          SolverKind.of("omp", "orthogonal matching pursuit (Pati et al. 1993)", Omp::new),
          SolverKind.of("ols", "orthogonal least squares (Chen et al. 1989)", Ols::new),
          SolverKind.startable(
                  "ompr", "OMP with replacement (Axiotis and Sviridenko 2020), from OMP", Ompr::new)
              .flag("jain", "the form of Jain et al. 2011", FORM, s -> s.withForm(Ompr.Form.PROXY)),
          SolverKind.startable("els", "exhaustive local search (same paper), from OMP", Els::new)
              .flag("swap", "best exchange; the default", FORM, s -> s.withMove(Els.Move.SWAP))
              .flag(
                  "add",
                  "best insertion, smallest coefficient out",
                  FORM,
                  s -> s.withMove(Els.Move.ADD))
              .flag(
                  "pairs",
                  "swaps, then exchanges of two columns for two",
                  FORM,
                  s -> s.withMove(Els.Move.PAIRS))
              .flag("first", "from the first K columns", SolverKind.START, Els::fromFirstColumns),
          SolverKind.startable(
                  "iht", "iterative hard thresholding (Blumensath and Davies 2009)", Iht::new)
              .option(ITERATIONS, "default 1000", OptionValue.COUNT, Iht::withIterations)
              .option(STEP, "default 1.8/L", OptionValue.STEP, Iht::withStep),
          SolverKind.startable("htp", "hard thresholding pursuit (Foucart 2011)", Htp::new)
              .option(ITERATIONS, "default 1000", OptionValue.COUNT, Htp::withIterations)
              .option(STEP, "default 1", OptionValue.STEP, Htp::withStep),
          SolverKind.startable("niht", "normalised IHT (Blumensath and Davies 2010)", Niht::new)
              .option(ITERATIONS, "default 1000", OptionValue.COUNT, Niht::withIterations),
          SolverKind.startable("nhtp", "normalised HTP (Foucart 2011)", Nhtp::new)
              .option(ITERATIONS, "default 1000", OptionValue.COUNT, Nhtp::withIterations),
          SolverKind.startable("cosamp", "CoSaMP (Needell and Tropp 2009)", Cosamp::new)
              .option(ITERATIONS, "default 1000", OptionValue.COUNT, Cosamp::withIterations),
          SolverKind.startable(
              "sp", "subspace pursuit (Dai and Milenkovic 2009)", SubspacePursuit::new),
          SolverKind.startable("splicing", "exchange of groups (Zhu et al. 2020)", Splicing::new)
              .option(
                  "group",
                  "largest group, default 5",
                  OptionValue.COUNT,
                  Splicing::withLargestGroup),
          SolverKind.of("lasso", "LASSO path, best cut to K columns, re-fitted", Lasso::new)
              .option("steps", "default 4000", OptionValue.COUNT, Lasso::withSteps)
              .flag(
                  "last", "the cut at the end of the path", "cut", s -> s.withCut(Lasso.Cut.LAST)),
          SolverKind.of("exhaustive", "all supports, for small problems", ExhaustiveSearch::new),
          SolverKind.around(
                  "whitened",
                  "a solver in whitened geometries, judged in the original one",
                  () -> new Whitened(new Sea()),
                  Whitened::around)
              .option(
                  "tau",
                  "one geometry in place of the grid 1 .. 1e-8",
                  OptionValue.NON_NEGATIVE,
                  (s, tau) -> s.withTaus(tau))
              .option(
                  "noise",
                  "the one geometry for this ||e|| / ||y||, such as 0.1 at 20 dB",
                  OptionValue.NON_NEGATIVE,
                  Whitened::withNoise),
          SolverKind.around(
                  "restarts",
                  "a solver started again from its best support shaken",
                  () -> new Restarts(new Sea()),
                  Restarts::around)
              .option(
                  "rounds", "after the first, default 10", OptionValue.COUNT, Restarts::withRounds)
              .option("seed", "of the shaking, default 1", OptionValue.COUNT, Restarts::withSeed),
          SolverKind.around(
                  "within",
                  "a solver held to a budget",
                  () -> new Within(new Sea()),
                  Within::around)
              .option(
                  "products",
                  "with A and A', default 1000",
                  OptionValue.COUNT,
                  Within::withProducts),
          SolverKind.of("best", "all that helps, one after the other, the best wins", Best::new)
              .option(
                  "rounds",
                  "of restarts at the end, default 10",
                  OptionValue.COUNT,
                  Best::withRounds));

  private static final SolverParser PARSER = new SolverParser(KINDS);

  private Solvers() {}

  /**
   * The solver that a text such as {@code sea}, {@code htp(step=1.8/L)}, {@code els(add)} or {@code
   * sea(els(sea), eta=0.5)} names. Blanks and the case of names do not matter.
   *
   * @throws IllegalArgumentException that quotes the text, the position (from 1) and what was
   *     expected, on one line
   */
  public static Solver parse(String text) {
    return spec(text).solver();
  }

  /**
   * The checked form of such a text; its canonical text serves as a key in tables and files.
   *
   * @throws IllegalArgumentException as {@link #parse} does
   */
  public static SolverSpec spec(String text) {
    return PARSER.parse(text);
  }

  /** The entries of the list, in the order of the documentation. */
  public static List<SolverKind<?>> kinds() {
    return KINDS;
  }

  /** The plain names of the entries, in the same order. */
  public static List<String> names() {
    return KINDS.stream().map(SolverKind::name).toList();
  }
}
