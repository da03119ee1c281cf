package io.github.sea4j.bayes;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Reports to the context what is known so far, a few times in a run; fits each support once. */
final class Looks {

  private final SearchContext context;
  private final UnaryOperator<Posterior> units;
  private final int step;
  private int next;
  private boolean ended;
  private int[] support = {-1};
  private Fitted fitted = new SupportSolution(new double[0], 0, false).on(new int[0]);

  /**
   * @param units turns a posterior into one in the user's units
   * @param step least number of sweeps between two looks
   */
  Looks(SearchContext context, UnaryOperator<Posterior> units, int step) {
    this.context = context;
    this.units = units;
    this.step = step;
  }

  void onSweeps(int sweeps, Summary soFar) {
    if (!ended && sweeps >= next) {
      next += step;
      if (context.isObserved()) {
        context.say(units.apply(soFar.posterior()));
      }
      visit(soFar.support());
    }
  }

  private void visit(int[] columns) {
    if (!Arrays.equals(support, columns)) {
      support = columns;
      fitted = context.fitted(columns);
    }
    ended = !context.visit(fitted);
  }

  /** Has a last look at the answer; why a run ends that nothing has cut short. */
  Status end(Posterior answer, double exact) {
    if (!ended && !Arrays.equals(support, answer.support())) {
      visit(answer.support());
    }
    if (fitted.value() <= exact) {
      return Status.EXACT_FIT;
    }
    return answer.isConverged() ? Status.CONVERGED : Status.ITERATION_LIMIT;
  }
}
