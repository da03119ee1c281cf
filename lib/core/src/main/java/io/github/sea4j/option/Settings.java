package io.github.sea4j.option;

import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one solver is set: the options given, and the solver, coefficients or support that it starts
 * from.
 *
 * <p>Immutable. Two settings are equal if they have the same effect: an option set to its default
 * is as good as none. {@link #toString} is the canonical text of the solver language, nested solver
 * first, then options in the order of their declaration, defaults left out.
 */
public final class Settings {

  /** Stands in the text for a start that has no text: coefficients or a support at hand. */
  private static final String AT_HAND = "given";

  private final SolverKind<?> kind;
  private final Map<SolverOption<?>, Object> given;

  /** A {@link Solver}, a {@link SparseVector}, a {@link Support}, or null for the default. */
  private final @Nullable Object nested;

  private Settings(
      SolverKind<?> kind, Map<SolverOption<?>, Object> given, @Nullable Object nested) {
    this.kind = kind;
    this.given = given;
    this.nested = nested;
  }

  static Settings of(SolverKind<?> kind) {
    return new Settings(kind, Map.of(), null);
  }

  /** The declaration. */
  public SolverKind<?> kind() {
    return kind;
  }

  /**
   * The value of an option, its default where it was not given.
   *
   * @throws IllegalArgumentException if it has neither
   */
  public <T> T get(SolverOption<T> option) {
    return find(option)
        .orElseThrow(() -> new IllegalArgumentException(option.name() + " is not set"));
  }

  /** The value of an option, its default where it was not given, empty where it has neither. */
  @SuppressWarnings("unchecked") // A value is stored by with(), under an option of its type.
  public <T> Optional<T> find(SolverOption<T> option) {
    Object value = given.get(option);
    return value == null ? Optional.ofNullable(option.standard()) : Optional.of((T) value);
  }

  /**
   * The same with an option set; others of the same choice go back to their defaults.
   *
   * @throws IllegalArgumentException if the value is not allowed, or the solver has no such option
   */
  public <T> Settings with(SolverOption<T> option, T value) {
    if (!kind.options().contains(option)) {
      throw new IllegalArgumentException("%s has no option %s".formatted(kind, option));
    }
    Map<SolverOption<?>, Object> changed = new LinkedHashMap<>(given);
    changed.keySet().removeIf(other -> other.choice().equals(option.choice()));
    changed.put(option, option.check(value));
    return new Settings(kind, changed, option.choice().equals(SolverOption.START) ? null : nested);
  }

  /**
   * The same with the option of that name set by a text, here and in all solvers inside, wherever a
   * solver has it and it is not given.
   *
   * @throws IllegalArgumentException if the text is no value of the option
   */
  public Settings withDefault(String option, String text) {
    Settings inside =
        nested instanceof ConfiguredSolver solver ? around(solver.withDefault(option, text)) : this;
    return kind.find(option)
        .filter(found -> !given.containsKey(found))
        .map(found -> inside.withText(found, text))
        .orElse(inside);
  }

  private <T> Settings withText(SolverOption<T> option, String text) {
    T value = option.read(text);
    if (value == null) {
      throw new IllegalArgumentException(
          "%s of %s must be %s, but is '%s'".formatted(option, kind, option.expected(), text));
    }
    return with(option, value);
  }

  /** Whether this solver, or one in its parentheses, has an option of that name. */
  public boolean takes(String option) {
    return kind.find(option).isPresent()
        || (nested instanceof ConfiguredSolver solver && solver.settings().takes(option));
  }

  /** The same around or started from another solver. */
  public Settings around(Solver solver) {
    return startingFrom(solver);
  }

  /** The same started from coefficients at hand. */
  public Settings from(SparseVector x) {
    return startingFrom(x);
  }

  /** The same started from the fit on a support at hand. */
  public Settings from(Support support) {
    return startingFrom(support);
  }

  private Settings startingFrom(Object start) {
    if (!kind.takesSolver()) {
      throw new IllegalArgumentException("%s takes no start, but %s is one".formatted(kind, start));
    }
    Map<SolverOption<?>, Object> changed = new LinkedHashMap<>(given);
    changed.keySet().removeIf(option -> option.choice().equals(SolverOption.START));
    return new Settings(kind, changed, start);
  }

  /** The solver in the parentheses, or the standard start; empty where there is none. */
  public Optional<Solver> solver() {
    if (nested == null) {
      boolean otherStart =
          given.keySet().stream().anyMatch(option -> option.choice().equals(SolverOption.START));
      return otherStart ? Optional.empty() : kind.standardStart();
    }
    return nested instanceof Solver solver ? Optional.of(solver) : Optional.empty();
  }

  /** The coefficients to start from, where they are at hand. */
  public Optional<SparseVector> coefficients() {
    return nested instanceof SparseVector x ? Optional.of(x) : Optional.empty();
  }

  /** The support to start from, where one is at hand. */
  public Optional<Support> support() {
    return nested instanceof Support support ? Optional.of(support) : Optional.empty();
  }

  /** What decides the behaviour: options not at their default, and a start that is not. */
  private Map<Object, Object> effect() {
    Map<Object, Object> effect = new LinkedHashMap<>();
    given.forEach(
        (option, value) -> {
          if (!value.equals(option.standard())) {
            effect.put(option, value);
          }
        });
    Object start = effectiveStart();
    if (start != null) {
      effect.put("start", start);
    }
    return effect;
  }

  private @Nullable Object effectiveStart() {
    boolean standard = nested != null && nested.equals(kind.standardStart().orElse(null));
    return standard ? null : nested;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that
        && kind.name().equals(that.kind.name())
        && effect().equals(that.effect());
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind.name(), effect());
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return text(kind.name(), Solver::name);
  }

  /** The text for legends: names as papers write them. */
  public String label() {
    return text(
        kind.label(),
        solver -> solver instanceof ConfiguredSolver inner ? inner.label() : solver.name());
  }

  private String text(String head, Function<Solver, String> write) {
    List<String> items = new ArrayList<>();
    Object start = effectiveStart();
    if (start instanceof Solver solver) {
      items.add(write.apply(solver));
    } else if (start != null) {
      items.add(AT_HAND);
    }
    for (SolverOption<?> option : kind.options()) {
      String item = item(option);
      if (!item.isEmpty()) {
        items.add(item);
      }
    }
    return items.isEmpty() ? head : head + "(" + String.join(", ", items) + ")";
  }

  private <T> String item(SolverOption<T> option) {
    return given.containsKey(option) ? option.write(get(option)) : "";
  }
}
