package io.github.sea4j.ideas;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.solver.Solver;
import java.util.function.Function;

/**
 * A solver in one whitened geometry, its tau given by a rule, without any competitor.
 *
 * @param solver run in that geometry
 * @param rule from the spectrum to tau
 * @param spectra what is computed once a matrix
 */
record SingleTau(Solver solver, TauRule rule, Spectra spectra)
    implements Function<Instance, Answer> {

  @Override
  public Answer apply(Instance instance) {
    double tau = rule.tau(instance, spectra.of(instance));
    return Answer.of(solver.solve(instance.problem().whitened(tau)));
  }
}
