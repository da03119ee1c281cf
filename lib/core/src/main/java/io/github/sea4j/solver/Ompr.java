package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportFit;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;

/**
 * Orthogonal matching pursuit with replacement, in the form of Axiotis and Sviridenko (2020).
 *
 * <pre>
 * S = support of the start (OMP's by default)
 * repeat: j = argmax off S of |a_j'r|,  i = argmin on S of |x_i|,  S' = S - i + j
 *         keep S' and go on while the residual decreases
 * </pre>
 *
 * <p>Stops when the exchange does not lower the residual norm by a relative 1e-12 ({@link
 * Status#CONVERGED}). An iteration is one support fitted, the start's included.
 */
public final class Ompr extends Search implements StartableSolver {

  private final Start start;

  /** From OMP's support. */
  public Ompr() {
    this(Start.of(new Omp()));
  }

  private Ompr(Start start) {
    this.start = start;
  }

  @Override
  public Ompr from(Solver solver) {
    return new Ompr(Start.of(solver));
  }

  @Override
  public Ompr from(Solution solution) {
    return new Ompr(Start.of(solution));
  }

  @Override
  public String name() {
    return start.name().equals("OMP") ? "OMPR" : "OMPR(" + start.name() + ")";
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    SupportFit fit = new SupportFit(unit.operator(), unit.measurements(), unit.sparsity());
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
      support = Supports.exchange(support, smallest(fit.coefficients()), entering);
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

  private static int smallest(double[] coefficients) {
    int position = 0;
    for (int i = 1; i < coefficients.length; i++) {
      if (Math.abs(coefficients[i]) < Math.abs(coefficients[position])) {
        position = i;
      }
    }
    return position;
  }
}
