package io.github.sea4j.greedy;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.search.Supports;
import io.github.sea4j.solver.Status;
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
public final class Ompr extends StartableSearch<Ompr> {

  /** Which column leaves. */
  public enum Form {
    /** The smallest coefficient on the support (Axiotis and Sviridenko 2020). */
    SMALLEST_COEFFICIENT,
    /** The smallest entry of the proxy z on support and newcomer (Jain, Tewari, Dhillon 2011). */
    PROXY
  }

  private static final SolverOption<Form> FORM =
      SolverOption.words("form", Form.SMALLEST_COEFFICIENT)
          .word("jain", Form.PROXY, "the form of Jain et al. 2011");

  /** {@code ompr} in the solver language. */
  public static final SolverKind<Ompr> KIND =
      SolverKind.of("ompr", "OMP with replacement (Axiotis and Sviridenko 2020)", Ompr::new)
          .labelled("OMPR")
          .startingFrom(Omp::new)
          .with(FORM);

  /** The smallest coefficient leaves; from OMP's support. */
  public Ompr() {
    super(KIND);
  }

  private Ompr(Settings settings) {
    super(settings);
  }

  /** In another form. */
  public Ompr withForm(Form form) {
    return new Ompr(settings().with(FORM, form));
  }

  @Override
  protected Outcome search(SearchContext context) {
    Fit fit = context.fit();
    double[] gradient = new double[context.columns()];
    int[] support = context.startSupport();
    fit.moveTo(support);
    boolean better = true;
    while (context.visit(fit) && better) {
      double before = fit.value();
      fit.gradient(gradient);
      int entering = largestOutside(gradient, support);
      if (entering < 0) {
        break;
      }
      double[] coefficients = fit.coefficients();
      int leaving = Supports.smallestMagnitude(coefficients);
      if (settings().get(FORM) == Form.PROXY
          && Math.abs(coefficients[leaving]) >= Math.abs(gradient[entering])) {
        break;
      }
      support = Supports.exchange(support, leaving, entering);
      fit.moveTo(support);
      better = Supports.isDecrease(before, fit.value());
    }
    return context.best(Status.CONVERGED);
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
