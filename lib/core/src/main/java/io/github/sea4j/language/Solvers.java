package io.github.sea4j.language;

import io.github.sea4j.bayes.PosteriorSampler;
import io.github.sea4j.bayes.vamp.Vamp;
import io.github.sea4j.compose.Best;
import io.github.sea4j.compose.Restarts;
import io.github.sea4j.compose.Whitened;
import io.github.sea4j.compose.Within;
import io.github.sea4j.exact.Exact;
import io.github.sea4j.exact.ExhaustiveSearch;
import io.github.sea4j.exchange.Els;
import io.github.sea4j.exchange.Splicing;
import io.github.sea4j.greedy.Ols;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.greedy.Ompr;
import io.github.sea4j.lasso.Lasso;
import io.github.sea4j.option.ConfiguredSolver;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.threshold.Cosamp;
import io.github.sea4j.threshold.Htp;
import io.github.sea4j.threshold.Iht;
import io.github.sea4j.threshold.Nhtp;
import io.github.sea4j.threshold.Niht;
import io.github.sea4j.threshold.SubspacePursuit;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The one list of solvers, and the language that names them: {@code sea(omp, eta=0.5)}.
 *
 * <p>A text is checked against what each solver declares about itself, so the language, its error
 * messages and the help follow from the declarations. The canonical text, {@link Solver#name()},
 * reads back as an equal solver.
 *
 * <p>Solvers from elsewhere join by {@link #register}, those of a jar by {@link SolverProvider}.
 */
public final class Solvers {

  private static final List<SolverKind<?>> BUILT_IN =
      List.of(
          Sea.KIND,
          Omp.KIND,
          Ols.KIND,
          Ompr.KIND,
          Els.KIND,
          Iht.KIND,
          Htp.KIND,
          Niht.KIND,
          Nhtp.KIND,
          Cosamp.KIND,
          SubspacePursuit.KIND,
          Splicing.KIND,
          Lasso.KIND,
          Vamp.KIND,
          ExhaustiveSearch.KIND,
          Exact.KIND,
          PosteriorSampler.KIND,
          Whitened.KIND,
          Restarts.KIND,
          Within.KIND,
          Best.KIND);

  /** Replaced as a whole, so that readers need no lock. */
  private static volatile Registry registry = Registry.load();

  private Solvers() {}

  /** All solvers known, and the language over them. */
  private record Registry(
      List<SolverKind<?>> fixed, List<SolverKind<?>> registered, SolverParser parser) {

    static Registry load() {
      List<SolverKind<?>> fixed = new ArrayList<>(BUILT_IN);
      ServiceLoader.load(SolverProvider.class)
          .forEach(provider -> fixed.addAll(provider.solvers()));
      return new Registry(fixed, List.of(), new SolverParser(fixed));
    }

    Registry with(SolverKind<?> kind) {
      List<SolverKind<?>> others = new ArrayList<>(registered);
      others.removeIf(other -> other.name().equals(kind.name()));
      others.add(kind);
      List<SolverKind<?>> all = new ArrayList<>(fixed);
      all.addAll(others);
      return new Registry(fixed, List.copyOf(others), new SolverParser(all));
    }

    List<SolverKind<?>> kinds() {
      List<SolverKind<?>> all = new ArrayList<>(fixed);
      all.addAll(registered);
      return all;
    }
  }

  /**
   * The solver that a text such as {@code sea}, {@code htp(step=1.8/L)}, {@code els(add)} or {@code
   * sea(els(sea), eta=0.5)} names. Blanks and the case of names do not matter.
   *
   * @throws IllegalArgumentException that quotes the text, the position (from 1) and what was
   *     expected, on one line
   */
  public static ConfiguredSolver parse(String text) {
    return registry.parser.parse(text);
  }

  /**
   * Adds a solver to the language, for this run of the program; one that was registered under the
   * same name before is replaced, as happens when a notebook cell is run again.
   *
   * @throws IllegalArgumentException if the name is that of a solver which is always there, or one
   *     of its options has the name of a solver
   */
  public static synchronized void register(SolverKind<?> kind) {
    if (registry.fixed.stream().anyMatch(other -> other.name().equals(kind.name()))) {
      throw new IllegalArgumentException(
          "name of a registered solver must be a new one, but %s is taken".formatted(kind.name()));
    }
    try {
      registry = registry.with(kind);
    } catch (IllegalStateException twoMeanings) {
      throw new IllegalArgumentException(
          "solver %s cannot be registered: %s".formatted(kind.name(), twoMeanings.getMessage()),
          twoMeanings);
    }
  }

  /**
   * Whether the solver's name reads back as an equal solver, so that it may stand in files; the
   * class must then be registered, and the start must not be an answer at hand.
   */
  public static boolean canBeNamed(Solver solver) {
    try {
      return parse(solver.name()).equals(solver);
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  /** What the solvers declare about themselves, in the order of the documentation; a new list. */
  public static List<SolverKind<?>> kinds() {
    return registry.kinds();
  }

  /** The plain names of the solvers, in the same order. */
  public static List<String> names() {
    return kinds().stream().map(kind -> kind.name()).toList();
  }
}
