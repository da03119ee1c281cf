package io.github.sea4j.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the list of solvers: its name in the solver language, its default, and what may
 * stand in its parentheses.
 *
 * <p>Immutable: the methods that add to an entry return a changed copy. {@link Solvers} holds the
 * list.
 *
 * @param <S> the solver class
 */
public final class SolverKind<S extends Solver> {

  /** The choice that start flags share with a nested start. */
  static final String START = "start";

  private final String name;
  private final String summary;
  private final Supplier<S> base;
  private final List<SolverFlag<S>> flags;
  private final List<SolverOption<S, ?>> options;
  private final @Nullable BiFunction<S, Solver, Solver> nest;
  private final boolean needsNested;

  private SolverKind(
      String name,
      String summary,
      Supplier<S> base,
      List<SolverFlag<S>> flags,
      List<SolverOption<S, ?>> options,
      @Nullable BiFunction<S, Solver, Solver> nest,
      boolean needsNested) {
    this.name = name;
    this.summary = summary;
    this.base = base;
    this.flags = List.copyOf(flags);
    this.options = List.copyOf(options);
    this.nest = nest;
    this.needsNested = needsNested;
  }

  /** A solver that takes no start. */
  static <S extends Solver> SolverKind<S> of(String name, String summary, Supplier<S> base) {
    return new SolverKind<>(name, summary, base, List.of(), List.of(), null, false);
  }

  /** A solver that may start from another one's answer. */
  static <S extends StartableSolver> SolverKind<S> startable(
      String name, String summary, Supplier<S> base) {
    return new SolverKind<>(
        name, summary, base, List.of(), List.of(), (solver, start) -> solver.from(start), false);
  }

  /** A solver that is nothing without the solver inside it, as a transform of the problem is. */
  static <S extends Solver> SolverKind<S> around(
      String name, String summary, Supplier<S> base, BiFunction<S, Solver, Solver> nest) {
    return new SolverKind<>(name, summary, base, List.of(), List.of(), nest, true);
  }

  /** The same entry with one more option. */
  <T> SolverKind<S> option(
      String option, String about, OptionValue<T> value, BiFunction<S, T, S> set) {
    List<SolverOption<S, ?>> more = new ArrayList<>(options);
    more.add(new SolverOption<>(option, about, value, set));
    return new SolverKind<>(name, summary, base, flags, more, nest, needsNested);
  }

  /** The same entry with one more flag; of the flags with the same choice one may be given. */
  SolverKind<S> flag(String flag, String about, String choice, UnaryOperator<S> set) {
    List<SolverFlag<S>> more = new ArrayList<>(flags);
    more.add(new SolverFlag<>(flag, about, choice, set));
    return new SolverKind<>(name, summary, base, more, options, nest, needsNested);
  }

  /** The name, in lower case. */
  public String name() {
    return name;
  }

  /** One line on the algorithm and its source. */
  public String summary() {
    return summary;
  }

  /** What may be written {@code key=value} in the parentheses. */
  public List<SolverOption<S, ?>> options() {
    return options;
  }

  /** The words that may stand in the parentheses. */
  public List<SolverFlag<S>> flags() {
    return flags;
  }

  /** Whether another solver may stand in the parentheses: a warm start, or the solver inside. */
  public boolean takesSolver() {
    return nest != null;
  }

  /** Whether another solver must stand in the parentheses. */
  public boolean needsSolver() {
    return needsNested;
  }

  @Nullable SolverOption<S, ?> findOption(String option) {
    return options.stream().filter(o -> o.name().equals(option)).findFirst().orElse(null);
  }

  @Nullable SolverFlag<S> findFlag(String flag) {
    return flags.stream().filter(f -> f.name().equals(flag)).findFirst().orElse(null);
  }

  /** The solver that a checked text of this kind stands for. */
  Solver build(SolverSpec spec) {
    S solver = base.get();
    for (SolverFlag<S> flag : flags) {
      solver = spec.flags().contains(flag.name()) ? flag.apply(solver) : solver;
    }
    for (SolverOption<S, ?> option : options) {
      String value = spec.options().get(option.name());
      solver = value == null ? solver : option.apply(solver, value);
    }
    SolverSpec nested = spec.nested();
    return nested == null || nest == null ? solver : nest.apply(solver, nested.solver());
  }
}
