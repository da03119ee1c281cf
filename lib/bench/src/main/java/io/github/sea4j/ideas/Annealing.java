package io.github.sea4j.ideas;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.sea.Sea;
import java.util.List;
import java.util.function.Function;

/**
 * One run along the grid of tau, each SEA started from the best support so far, instead of
 * independent runs from X = 0.
 *
 * @param sea with the iterations and the step size of each tau
 * @param taus in the order of the run
 */
record Annealing(Sea sea, List<Double> taus) implements Function<Instance, Answer> {

  @Override
  public Answer apply(Instance instance) {
    SparseProblem problem = instance.problem();
    Competition competition = new Competition(problem);
    competition.enter(sea.solve(problem));
    for (double tau : taus) {
      if (competition.isExact()) {
        break;
      }
      SparseProblem there = problem.whitened(tau);
      competition.enter(sea.from(Competition.fitted(there, competition.best())).solve(there));
    }
    return competition.answer();
  }
}
