package io.github.sea4j.option;

import io.github.sea4j.solver.Solver;

/**
 * A solver that is its settings: name, equality and label follow from them.
 *
 * <p>Subclasses read their options from {@link #settings()} and offer methods that return a copy
 * with others.
 */
public abstract class ConfiguredSolver implements Solver {

  private final Settings settings;

  /** A solver with these settings. */
  protected ConfiguredSolver(Settings settings) {
    this.settings = settings;
  }

  /** How the solver is set. */
  public final Settings settings() {
    return settings;
  }

  /** {@inheritDoc} The canonical text of the solver language. */
  @Override
  public final String name() {
    return settings.toString();
  }

  /** The name for legends, {@code SEA(OMP)} for {@code sea(omp)}. */
  @Override
  public final String label() {
    return settings.label();
  }

  /** The same solver with the option set where neither it nor a solver inside has it given. */
  final Solver withDefault(String option, String text) {
    return settings.kind().make(settings.withDefault(option, text));
  }

  /** Whether the other is a solver of the same name that does the same. */
  @Override
  public final boolean equals(Object other) {
    return other instanceof ConfiguredSolver that && settings.equals(that.settings);
  }

  @Override
  public final int hashCode() {
    return settings.hashCode();
  }

  @Override
  public final String toString() {
    return name();
  }
}
