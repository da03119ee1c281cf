package io.github.sea4j.ideas;

import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.problem.Instance;
import io.github.sea4j.solver.Solver;
import java.util.IdentityHashMap;
import java.util.function.Function;

/**
 * A solver in one whitened geometry, its tau given by a rule, without any competitor. The spectrum
 * is computed once for each matrix.
 */
final class SingleTau implements Function<Instance, Answer> {

  private final Solver solver;
  private final TauRule rule;
  private final IdentityHashMap<LinearOperator, Spectrum> spectra = new IdentityHashMap<>();

  SingleTau(Solver solver, TauRule rule) {
    this.solver = solver;
    this.rule = rule;
  }

  @Override
  public Answer apply(Instance instance) {
    // The generator's own operator is the same object for all of its deconvolutions.
    Spectrum spectrum =
        spectra.computeIfAbsent(
            instance.problem().operator(),
            key -> Spectrum.of(instance.problem().unitNorm().operator()));
    double tau = rule.tau(instance, spectrum);
    return Answer.of(solver.solve(instance.problem().whitened(tau)));
  }
}
