package io.github.sea4j.compose;

import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Another solver, run in whitened geometries and judged in the original one.
 *
 * <pre>
 * S = supp solver(A, y)
 * for tau in the grid
 *   W = (A A' + tau² I)^(-1/2)
 *   T = supp solver(W A, W y)
 *   S = the one of S and T with the smaller ||y - A_T A_T^+ y||
 * </pre>
 *
 * <p>Columns that all but coincide for the plain metric are told apart where W evens out the
 * directions of measurement space: the straight-through gradient {@code A'r} becomes {@code A'(A A'
 * + tau² I)^(-1) r = (A'A + tau² I)^(-1) A' r}, its ridge estimate. The price is noise: directions
 * in which A is weak are amplified up to 1 / tau. Hence the grid, on columns of unit norm; every
 * support found competes by its least-squares residual in the original problem, the plain solver's
 * among them, so the answer is never worse than that.
 *
 * <p>Ends before the grid does where the relative residual is at or below 1e-12 ({@link
 * Status#EXACT_FIT}). An iteration is one solve. Cost: that of the solver for each geometry, and
 * once a decomposition; see {@link SparseProblem#whitened}. The idea is known as preconditioning
 * for greedy algorithms (Schnass and Vandergheynst 2008) and the Puffer transform for the LASSO
 * (Jia and Rohe 2015); for SEA, and with a grid that competes on the original residual, it is ours.
 */
public final class Whitened extends Search {

  private static final List<Double> GRID =
      List.of(1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 1e-3, 1e-5, 1e-8);

  private static final SolverOption<List<Double>> TAU =
      SolverOption.of(
              "tau", OptionType.NON_NEGATIVE_LIST, GRID, "the geometries, instead of the grid")
          .choosing("geometry");

  private static final SolverOption<Double> NOISE =
      SolverOption.<Double>of(
              "noise",
              OptionType.NON_NEGATIVE,
              null,
              "the one geometry for this ||e|| / ||y||, such as 0.1 at 20 dB")
          .choosing("geometry");

  /** {@code whitened(SOLVER)} in the solver language. */
  public static final SolverKind<Whitened> KIND =
      SolverKind.of(
              "whitened",
              "a solver in whitened geometries, judged in the original one",
              Whitened::new)
          .around()
          .with(TAU, NOISE);

  /** Over the default grid of tau. */
  public Whitened(Solver solver) {
    this(KIND.settings().around(solver));
  }

  private Whitened(Settings settings) {
    super(settings);
  }

  /** Over these tau, at least one, each at least 0 and finite, in this order. */
  public Whitened withTaus(double... values) {
    return new Whitened(settings().with(TAU, Arrays.stream(values).boxed().toList()));
  }

  /**
   * In one geometry, that of {@link SparseProblem#discrepancyTau}: where the noise is known, about
   * as good as the grid at a seventh of its cost (NOTES).
   *
   * @param share {@code ||e|| / ||y||}, at least 0; 0.1 at 20 dB
   */
  public Whitened withNoise(double share) {
    return new Whitened(settings().with(NOISE, share));
  }

  @Override
  protected Outcome search(SearchContext context) {
    context.requireLeastSquares();
    Solver solver = settings().solver().orElseThrow();
    boolean goesOn = context.visit(context.ask(solver));
    List<Double> geometries = goesOn ? geometries(context.problem()) : List.of();
    for (int i = 0; i < geometries.size() && goesOn; i++) {
      SparseProblem whitened = context.problem().whitened(geometries.get(i));
      goesOn = context.visit(context.ask(solver, whitened));
    }
    return context.best(context.fitsExactly() ? Status.EXACT_FIT : Status.COMPLETE);
  }

  private List<Double> geometries(SparseProblem problem) {
    Optional<Double> noise = settings().find(NOISE);
    return noise.isPresent() ? List.of(problem.discrepancyTau(noise.get())) : settings().get(TAU);
  }
}
