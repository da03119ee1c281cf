package io.github.sea4j.language;

import io.github.sea4j.option.SolverKind;
import java.util.List;

/**
 * Brings the solvers of a jar into the solver language: name an implementation in {@code
 * META-INF/services/io.github.sea4j.language.SolverProvider}, see {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface SolverProvider {

  /** The solvers; asked once. */
  List<SolverKind<?>> solvers();
}
