package io.github.sea4j.outside;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.solver.Status;

/** A solver as somebody else may write one: k largest gradients of a fit, again and again. */
final class Forward extends StartableSearch<Forward> {

  static final SolverOption<Integer> ROUNDS = SolverOption.count("rounds", 5, "how often");

  static final SolverOption<Boolean> SMALL =
      SolverOption.words("size", false).word("small", true, "one column less than asked for");

  static final SolverKind<Forward> KIND =
      SolverKind.of("forward", "the k largest gradients, again and again", Forward::new)
          .labelled("Forward")
          .startable()
          .with(SMALL, ROUNDS);

  /** What it says beyond every answer. */
  record Remark(long rounds) {}

  Forward() {
    super(KIND);
  }

  private Forward(Settings settings) {
    super(settings);
  }

  Forward withRounds(int rounds) {
    return new Forward(settings().with(ROUNDS, rounds));
  }

  @Override
  protected Outcome search(SearchContext context) {
    int k = context.sparsity() - (settings().get(SMALL) ? 1 : 0);
    Fit fit = context.fit();
    double[] gradient = new double[context.columns()];
    int[] support = TopK.firstIndices(k);
    if (context.hasStart()) {
      support = context.startSupport();
    } else {
      fit.gradient(gradient);
      new TopK(gradient.length).select(gradient, support);
    }
    fit.moveTo(support);
    while (context.visit(fit) && context.iterations() < settings().get(ROUNDS)) {
      fit.gradient(gradient);
      double[] values = fit.coefficients();
      for (int i = 0; i < support.length; i++) {
        gradient[support[i]] = values[i];
      }
      support = support.clone();
      new TopK(gradient.length).select(gradient, support);
      fit.moveTo(support);
    }
    return context
        .best(Status.ITERATION_LIMIT)
        .ofChosenSize()
        .with(new Remark(context.iterations()));
  }
}
