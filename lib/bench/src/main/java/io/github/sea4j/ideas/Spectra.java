package io.github.sea4j.ideas;

import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.instance.Instance;
import java.util.IdentityHashMap;

/** The spectrum of each matrix, computed once and shared by all rules for tau. */
final class Spectra {

  private final IdentityHashMap<LinearOperator, Spectrum> known = new IdentityHashMap<>();

  /** The spectrum for an instance, in the unit-norm geometry. */
  Spectrum of(Instance instance) {
    // The generator's own operator is the same object for all of its deconvolutions.
    return known.computeIfAbsent(
        instance.problem().operator(),
        key -> Spectrum.of(instance.problem().unitNorm().operator()));
  }
}
