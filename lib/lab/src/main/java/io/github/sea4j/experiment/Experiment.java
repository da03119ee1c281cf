package io.github.sea4j.experiment;

import io.github.sea4j.solver.Solver;
import io.github.sea4j.store.Parameters;
import java.util.List;
import java.util.Map;

/**
 * What every experiment has: a name, parameters that decide its results, and solvers. Immutable:
 * each method returns a changed copy.
 *
 * @param <E> the experiment itself
 */
public abstract sealed class Experiment<E extends Experiment<E>>
    permits SweepExperiment, SingleExperiment {

  /** Parameter: what all instances are drawn from. */
  public static final String SEED = "seed";

  /** Parameter: solvers, in the solver language, separated by commas. */
  public static final String SOLVERS = Setup.SOLVERS;

  private final Setup setup;

  Experiment(Setup setup) {
    this.setup = setup;
  }

  abstract E with(Setup changed);

  /** Throws an IllegalArgumentException where the parameters do not fit together. */
  abstract void check();

  /** The name on the command line and in results. */
  public abstract String name();

  /** What it measures, in one line. */
  public abstract String description();

  final Setup setup() {
    return setup;
  }

  final Parameters values() {
    return setup.parameters();
  }

  final List<Solver> solvers() {
    return setup.solvers();
  }

  /** All that decides the results, by name. */
  public final Map<String, String> parameters() {
    return values().toMap();
  }

  private E checked(Setup changed) {
    E experiment = with(changed);
    experiment.check();
    return experiment;
  }

  /**
   * The same with one parameter changed.
   *
   * @throws IllegalArgumentException on an unknown name or a value that does not fit
   */
  public final E with(String name, String value) {
    return with(Map.of(name, value));
  }

  /**
   * The same with all these parameters changed at once; only together need they fit.
   *
   * @throws IllegalArgumentException on an unknown name or a value that does not fit
   */
  public final E with(Map<String, String> values) {
    return checked(setup.with(values));
  }

  /** The same from another seed. */
  public final E seed(long seed) {
    return with(SEED, Long.toString(seed));
  }

  /** The same with these solvers, such as {@code "sea", "sea(omp)", "htp(step=1.8/L)"}. */
  public final E solvers(String... texts) {
    return checked(setup.solvers(texts));
  }

  /**
   * The same with these solvers, your own among them. To be kept in a folder a solver must read
   * back from its name, see {@link io.github.sea4j.language.Solvers#canBeNamed}.
   */
  public final E solvers(Solver... solvers) {
    return checked(setup.solvers(solvers));
  }

  /** The same with these solvers behind those it has, see {@link #solvers(Solver...)}. */
  public final E andSolvers(Solver... solvers) {
    return checked(setup.andSolvers(solvers));
  }

  @Override
  public String toString() {
    return name() + " " + values();
  }
}
