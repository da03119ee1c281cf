package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportFit;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;

/**
 * Orthogonal matching pursuit with replacement, in two forms.
 *
 * <ul>
 *   <li><i>smallest coefficient</i> (default; Axiotis and Sviridenko 2020): {@code j = argmax off S
 *       of |a_j'r|} enters, {@code i = argmin on S of |x_i|} leaves;
 *   <li><i>proxy</i> (Jain, Tewari, Dhillon 2011): {@code z = x + eta A'(y - A x)}; j is the
 *       largest of z off S, and the k largest of z on S + j stay, with eta = 1.
 * </ul>
 *
 * <p>Each support is re-fitted. Starts from OMP's support, or any other solver's. Stops when the
 * exchange does not lower the residual norm by a relative 1e-12 ({@link Status#CONVERGED}). An
 * iteration is one support fitted, the start's included; its cost is one gradient and one updated
 * factorisation.
 */
public final class Ompr extends Search implements StartableSolver {

  /** Which column leaves. */
  public enum Form {
    /** The smallest coefficient on the support (Axiotis and Sviridenko 2020). */
    SMALLEST_COEFFICIENT,
    /** The smallest entry of the proxy z on support and newcomer (Jain, Tewari, Dhillon 2011). */
    PROXY
  }

  private final Form form;
  private final Start start;

  /** The smallest coefficient leaves; from OMP's support. */
  public Ompr() {
    this(Form.SMALLEST_COEFFICIENT, Start.of(new Omp()));
  }

  private Ompr(Form form, Start start) {
    this.form = form;
    this.start = start;
  }

  /** In another form. */
  public Ompr withForm(Form kind) {
    return new Ompr(kind, start);
  }

  @Override
  public Ompr from(Solver solver) {
    return new Ompr(form, Start.of(solver));
  }

  @Override
  public Ompr from(Solution solution) {
    return new Ompr(form, Start.of(solution));
  }

  @Override
  public String name() {
    return Names.compose(
        "OMPR", start.name().equals("OMP") ? "" : start.name(), form == Form.PROXY ? "jain" : "");
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    SupportFit fit =
        new SupportFit(unit.operator(), unit.measurements(), unit.sparsity(), progress::mustStop);
    double[] gradient = new double[unit.columns()];
    int[] support = start.support(problem, unit, progress);
    fit.moveTo(support);
    boolean better = true;
    while (progress.visit(support, fit.residualNorm(), fit::coefficients) && better) {
      double before = fit.residualNorm();
      fit.gradient(gradient);
      int entering = largestOutside(gradient, support);
      if (entering < 0) {
        break;
      }
      int leaving = Supports.smallestMagnitude(fit.coefficients());
      double leavingValue = Math.abs(fit.coefficients()[leaving]);
      if (form == Form.PROXY && leavingValue >= Math.abs(gradient[entering])) {
        break;
      }
      support = Supports.exchange(support, leaving, entering);
      fit.moveTo(support);
      better = Supports.isDecrease(before, fit.residualNorm());
    }
    return Outcome.refitted(progress.bestSupport(), progress.statusOr(Status.CONVERGED));
  }

  /** The column off the support that correlates most with the residual; -1 where none does. */
  private static int largestOutside(double[] gradient, int[] support) {
    int best = -1;
    double largest = 0;
    for (int j = 0; j < gradient.length; j++) {
      if (Math.abs(gradient[j]) > largest && Arrays.binarySearch(support, j) < 0) {
        largest = Math.abs(gradient[j]);
        best = j;
      }
    }
    return best;
  }
}
