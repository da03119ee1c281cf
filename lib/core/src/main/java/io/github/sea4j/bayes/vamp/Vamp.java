package io.github.sea4j.bayes.vamp;

import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Vector approximate message passing (Rangan, Schniter and Fletcher, <i>IEEE Transactions on
 * Information Theory</i> 65, 2019) with a learned prior, and restarts.
 *
 * <pre>
 * A = U diag(s) V',  r2 = 0
 * repeat
 *   x2 = (A'A / sigma² + g2 I)^-1 (A'y / sigma² + g2 r2)     the posterior mean if x ~ N(r2, 1/g2)
 *   a  = mean dx2/dr2,  r1 = (x2 - a r2) / (1 - a),  g1 = g2 (1 - a) / a
 *   x1 = E[x | r1 = x + N(0, 1/g1)]                           0, or +-mu with spread phi
 *   a  = mean dx1/dr1,  r2 = (x1 - a r1) / (1 - a),  g2 = g1 (1 - a) / a
 *   mu, phi, sigma² = those most likely now
 * </pre>
 *
 * <p>The linear step knows A and thinks that x is Gaussian; the other knows the prior and thinks
 * that A is the identity. Each hands on only what it has added: its answer, less the share a of it
 * that came in. On large rotationally invariant matrices r1 is then x plus Gaussian noise of
 * variance 1/g1, which is what the prior's step needs; on others, blur above all, it is not, and
 * runs may wander. Messages are damped by .7. Prior and noise are learned by expectation
 * maximisation (Vila and Schniter 2013).
 *
 * <p>A run that ends without the support is followed by others, in blocks of 16 whose products are
 * products with a matrix: in these the log-odds of each column begin with a random field that dies
 * away (ours). An answer is believed if it fits exactly, or if it leaves the residual that its
 * noise predicts: {@link Status#EXACT_FIT}, {@link Status#CONVERGED}. Otherwise it is the best one
 * by residual ({@link Status#ITERATION_LIMIT}).
 *
 * <p>An iteration, where they are counted, is a support that is fitted. Cost: once for a matrix a
 * singular value decomposition, see {@link io.github.sea4j.problem.UnitNormProblem#orthogonalRows},
 * so the limits of size are those of whitening; then two products for each step of each run, with
 * the rotated matrix, counted like those with A.
 */
public final class Vamp extends Search {

  private static final int BLOCK = 16;

  private static final SolverOption<Integer> RUNS =
      SolverOption.count("runs", 193, "at most, until one is believed; all but one are restarts");

  private static final SolverOption<Double> NOISE =
      SolverOption.<Double>of(
          "noise",
          OptionType.NON_NEGATIVE,
          null,
          "||e|| / ||y|| where it is known, such as 0.1 at 20 dB; else learned");

  private static final SolverOption<Integer> ITERATIONS =
      SolverOption.count("iterations", 250, "of a run at most");

  private static final SolverOption<Integer> SEED =
      SolverOption.of("seed", OptionType.COUNT_OR_NONE, 1, "of the restarts");

  /** {@code vamp} in the solver language. */
  public static final SolverKind<Vamp> KIND =
      SolverKind.of(
              "vamp",
              "vector approximate message passing (Rangan et al. 2019), prior and noise learned",
              Vamp::new)
          .labelled("VAMP")
          .with(RUNS, NOISE, ITERATIONS, SEED);

  /** Up to 193 runs of up to 250 iterations, the noise learned, seed 1. */
  public Vamp() {
    super(KIND);
  }

  private Vamp(Settings settings) {
    super(settings);
  }

  /** With at most so many runs, at least 1; with 1 nothing is random. */
  public Vamp withRuns(int count) {
    return new Vamp(settings().with(RUNS, count));
  }

  /**
   * With a known noise. It helps little: what is learned is about as good (NOTES).
   *
   * @param share {@code ||e|| / ||y||}, at least 0; 0.1 at 20 dB
   */
  public Vamp withNoise(double share) {
    return new Vamp(settings().with(NOISE, share));
  }

  /** With at most so many iterations in a run, at least 1. */
  public Vamp withIterations(int count) {
    return new Vamp(settings().with(ITERATIONS, count));
  }

  /** With other restarts, for a seed of at least 0. */
  public Vamp withSeed(int number) {
    return new Vamp(settings().with(SEED, number));
  }

  @Override
  protected Outcome search(SearchContext context) {
    context.requireLeastSquares();
    VampProblem problem =
        new VampProblem(
            context.unit().orthogonalRows(), context.measurements(), context.sparsity());
    VampJudge judge = new VampJudge(context, problem);
    VampRun first = run(problem, 0);
    int runs = settings().get(RUNS);
    boolean goesOn = follow(problem, List.of(first), context, judge, false);
    for (int made = 1; goesOn && made < runs; made += BLOCK) {
      List<VampRun> block = new ArrayList<>();
      for (int run = made; run < Math.min(made + BLOCK, runs); run++) {
        block.add(run(problem, run));
      }
      goesOn = follow(problem, block, context, judge, true);
    }
    return judge.outcome(first);
  }

  private VampRun run(VampProblem problem, int run) {
    Optional<Double> noise = settings().find(NOISE);
    double precision = noise.map(problem::noisePrecision).orElse(VampStart.LITTLE_NOISE);
    boolean learned = noise.isEmpty();
    VampStart start = VampStart.of(run, precision, learned, settings().get(ITERATIONS));
    double[] field = start.field(problem.columns, settings().get(SEED), run);
    return new VampRun(problem, start, field, learned);
  }

  /** Takes some runs to their ends; whether more are needed. */
  private static boolean follow(
      VampProblem problem,
      List<VampRun> runs,
      SearchContext context,
      VampJudge judge,
      boolean doubts) {
    VampBlock block = new VampBlock(problem, runs);
    while (!block.active().isEmpty()) {
      if (context.mustStop()) {
        return false;
      }
      block.advance();
      for (VampRun run : block.active()) {
        if (judge.believes(run, doubts) || context.mustStop()) {
          return false;
        }
      }
      block.active().removeIf(VampRun::hasEnded);
    }
    return true;
  }
}
