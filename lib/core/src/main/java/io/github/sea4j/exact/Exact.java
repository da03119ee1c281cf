package io.github.sea4j.exact;

import io.github.sea4j.exact.tree.BestSubset;
import io.github.sea4j.exact.tree.BranchAndBound;
import io.github.sea4j.exact.tree.Proof;
import io.github.sea4j.fit.Fitted;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.solver.Status;
import java.util.Arrays;

/**
 * The best subset of at most k columns, with a proof: {@code min 1/2 ||y - A x||² + gamma/2 ||x||²}
 * by branch and bound, columns of unit norm. See {@link BranchAndBound} for the method and its
 * sources, {@link OptimalityProof} for what it says about its answer.
 *
 * <p>Starts from another solver's support, or from none; either is filled up greedily and improved
 * by exchanges of one and two columns. Rigorous without an assumption with a ridge, and without one
 * on matrices of full column rank; on matrices with more columns than rows the proof assumes that
 * no coefficient exceeds 1.5 times ({@code factor}) the largest one of the answer, and says so.
 *
 * <p>Up to some hundred columns take seconds where the answer is clear and the noise is small;
 * hopeless problems end at their limit with the gap reached. At most 4096 columns: the Gram matrix
 * is stored. With a ridge the answer's coefficients are those of the ridge, not of least squares.
 *
 * <p>An iteration is a better support or a better bound, at most one for sixteen nodes; observers
 * find the {@link OptimalityProof} so far in {@link io.github.sea4j.solver.Iterate#detail}. Ends as
 * {@link Status#COMPLETE} with a proof or at the gap asked for, as {@link Status#ITERATION_LIMIT}
 * at its number of nodes or where the open nodes fill the memory.
 */
public final class Exact extends StartableSearch<Exact> {

  private static final OptionType<Double> FROM_ONE =
      new OptionType<>(
          "a finite number >= 1",
          value -> value >= 1 && Double.isFinite(value),
          OptionType::decimal,
          OptionType::text);

  private static final SolverOption<Double> RIDGE =
      SolverOption.of(
          "ridge",
          OptionType.NON_NEGATIVE,
          0.0,
          "gamma of gamma/2 ||x||^2 beside 1/2 ||y - A x||^2, columns of unit norm");

  private static final SolverOption<Double> GAP =
      SolverOption.of("gap", OptionType.SHARE, 0.0, "ends within this share of the optimum");

  private static final SolverOption<Boolean> BOUNDS =
      SolverOption.words("bounds", false)
          .word("conditional", true, "assumes bounds of coefficients even where some are known");

  private static final SolverOption<Double> FACTOR =
      SolverOption.of(
          "factor", FROM_ONE, 1.5, "assumed bound of coefficients, by the largest of the answer");

  private static final SolverOption<Long> NODES =
      SolverOption.of("nodes", OptionType.LONG_COUNT, null, "ends after about so many nodes");

  /** {@code exact} in the solver language. */
  public static final SolverKind<Exact> KIND =
      SolverKind.of("exact", "the best subset and its proof, by branch and bound", Exact::new)
          .startable()
          .with(RIDGE, GAP, BOUNDS, FACTOR, NODES);

  /** Without ridge, to the end. */
  public Exact() {
    super(KIND);
  }

  private Exact(Settings settings) {
    super(settings);
  }

  /** With {@code gamma/2 ||x||²} in the objective, on columns of unit norm; at least 0. */
  public Exact withRidge(double gamma) {
    return new Exact(settings().with(RIDGE, gamma));
  }

  /** Ending as soon as {@code (upper - lower) / upper} is at most this, at least 0, below 1. */
  public Exact withGap(double share) {
    return new Exact(settings().with(GAP, share));
  }

  /** Assuming bounds of coefficients even where rigorous ones are known: often faster. */
  public Exact conditional() {
    return new Exact(settings().with(BOUNDS, true));
  }

  /** Where bounds are assumed: this multiple of the answer's largest coefficient, at least 1. */
  public Exact withFactor(double multiple) {
    return new Exact(settings().with(FACTOR, multiple));
  }

  /** Ending after about so many nodes, at least 1. */
  public Exact withNodes(long most) {
    return new Exact(settings().with(NODES, most));
  }

  /**
   * @throws IllegalArgumentException if there are more than 4096 columns, or the loss is not least
   *     squares
   */
  @Override
  protected Outcome search(SearchContext context) {
    context.requireLeastSquares();
    int[] start = context.hasStart() ? context.startSupport() : new int[0];
    double[] y = context.measurements();
    Shown shown = new Shown(context);
    BestSubset answer =
        engine()
            .solve(
                context.operator(), y, context.sparsity(), start, context::mustStop, shown::show);
    Status status = status(context, answer);
    OptimalityProof proof = OptimalityProof.of(answer, context.unit());
    if (settings().get(RIDGE) == 0) {
      return context.answer(answer.support(), status).with(proof);
    }
    return context.keeping(ridgeFit(context, y, answer), status).with(proof);
  }

  private BranchAndBound engine() {
    BranchAndBound engine =
        new BranchAndBound()
            .withRidge(settings().get(RIDGE))
            .withGap(settings().get(GAP))
            .withFactor(settings().get(FACTOR));
    engine = settings().get(BOUNDS) ? engine.conditional() : engine;
    return settings().find(NODES).map(engine::withNodes).orElse(engine);
  }

  private Status status(SearchContext context, BestSubset answer) {
    // With a ridge the least squares that the context has seen are not the answer.
    if (settings().get(RIDGE) == 0 && context.fitsExactly()) {
      return Status.EXACT_FIT;
    }
    boolean done = answer.proof() != Proof.NO || answer.gap() <= settings().get(GAP);
    return done ? Status.COMPLETE : Status.ITERATION_LIMIT;
  }

  /** The coefficients of the ridge, whose residual is above that of least squares. */
  private static Fitted ridgeFit(SearchContext context, double[] y, BestSubset answer) {
    double[] residual = y.clone();
    double[] column = new double[y.length];
    for (int i = 0; i < answer.support().length; i++) {
      context.operator().column(answer.support()[i], column);
      Vectors.axpy(-answer.coefficients()[i], column, residual);
    }
    return new SupportSolution(answer.coefficients(), Vectors.norm(residual), false)
        .on(answer.support());
  }

  /** Reports to the context what the engine reports, fitting each support once. */
  private static final class Shown {

    private final SearchContext context;
    private int[] support = {-1};
    private boolean ended;
    private Fitted fitted = new SupportSolution(new double[0], 0, false).on(new int[0]);

    Shown(SearchContext context) {
      this.context = context;
    }

    void show(BestSubset now) {
      if (ended) {
        return; // The engine may report once more while it winds up.
      }
      if (!Arrays.equals(support, now.support())) {
        support = now.support();
        fitted = context.fitted(support);
      }
      context.say(OptimalityProof.of(now, context.unit()));
      ended = !context.visit(fitted);
    }
  }
}
