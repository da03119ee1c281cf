package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

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

  private final Solver solver;
  private final List<Double> taus;
  private final OptionalDouble noise;

  /** Over the default grid of tau. */
  public Whitened(Solver solver) {
    this(solver, GRID, OptionalDouble.empty());
  }

  private Whitened(Solver solver, List<Double> taus, OptionalDouble noise) {
    this.solver = solver;
    this.taus = taus;
    this.noise = noise;
  }

  /** Over these tau, at least one, each at least 0 and finite, in this order. */
  public Whitened withTaus(double... values) {
    Require.atLeast("number of taus", values.length, 1);
    for (double tau : values) {
      Require.notNegative("tau", tau);
    }
    List<Double> chosen = Arrays.stream(values).boxed().toList();
    return new Whitened(solver, chosen, OptionalDouble.empty());
  }

  /**
   * In one geometry, that of {@link SparseProblem#discrepancyTau}: where the noise is known, about
   * as good as the grid at a seventh of its cost (NOTES).
   *
   * @param share {@code ||e|| / ||y||}, at least 0; 0.1 at 20 dB
   */
  public Whitened withNoise(double share) {
    return new Whitened(solver, List.of(), OptionalDouble.of(Require.notNegative("noise", share)));
  }

  /** Another solver over the same tau. */
  Whitened around(Solver other) {
    return new Whitened(other, taus, noise);
  }

  @Override
  public String name() {
    return Names.compose("whitened", solver.name(), options());
  }

  private String options() {
    if (noise.isPresent()) {
      return "noise=" + OptionValue.text(noise.getAsDouble());
    }
    String values = taus.stream().map(OptionValue::text).collect(Collectors.joining(" "));
    return taus.equals(GRID) ? "" : "tau=" + values;
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    boolean goesOn = Start.visit(progress.delegate(solver), unit, progress);
    List<Double> geometries = goesOn ? geometries(problem) : List.of();
    for (int i = 0; i < geometries.size() && goesOn; i++) {
      SparseProblem whitened = problem.whitened(geometries.get(i));
      goesOn = Start.visit(progress.delegate(solver, whitened), unit, progress);
    }
    Status status = progress.fitsExactly() ? Status.EXACT_FIT : Status.COMPLETE;
    return Outcome.refitted(progress.bestSupport(), progress.statusOr(status));
  }

  private List<Double> geometries(SparseProblem problem) {
    return noise.isPresent() ? List.of(problem.discrepancyTau(noise.getAsDouble())) : taus;
  }
}
