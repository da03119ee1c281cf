package io.github.sea4j.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked text of the solver language: {@code sea(omp, eta=0.5)}.
 *
 * <p>Its {@link #toString()} is canonical: lower case, the nested solver first, then flags, then
 * options, in the order in which {@link Solvers} lists them. So it serves as a key in tables and
 * files, and {@code Solvers.spec(spec.toString())} equals the spec.
 */
public final class SolverSpec {

  private final SolverKind<?> kind;
  private final @Nullable SolverSpec nested;
  private final Set<String> flags;
  private final Map<String, String> options;

  /** Made by {@link SolverParser} only, which has checked every part. */
  SolverSpec(
      SolverKind<?> kind,
      @Nullable SolverSpec nested,
      Set<String> flags,
      Map<String, String> options) {
    this.kind = kind;
    this.nested = nested;
    this.flags = Set.copyOf(flags);
    this.options = Map.copyOf(options);
  }

  /** The solver, ready to run. */
  public Solver solver() {
    return kind.build(this);
  }

  /** The entry of the list that the outermost name stands for. */
  public SolverKind<?> kind() {
    return kind;
  }

  /** The solver in the parentheses, if any. */
  public @Nullable SolverSpec nested() {
    return nested;
  }

  Set<String> flags() {
    return flags;
  }

  Map<String, String> options() {
    return options;
  }

  /** Whether this solver, or one nested in it, has an option of that name. */
  public boolean takes(String option) {
    return kind.findOption(option) != null || (nested != null && nested.takes(option));
  }

  /**
   * The same text with the option set wherever a solver, nested ones included, has it and the text
   * does not set it.
   *
   * @throws IllegalArgumentException if the value is not one that the option takes
   */
  public SolverSpec withDefault(String option, String value) {
    SolverSpec inner = nested == null ? null : nested.withDefault(option, value);
    SolverOption<?, ?> found = kind.findOption(option);
    Map<String, String> set = new LinkedHashMap<>(options);
    if (found != null) {
      String canonical = found.canonical(value);
      if (canonical == null) {
        throw new IllegalArgumentException(
            "%s of %s: expected %s, but found '%s'"
                .formatted(option, kind.name(), found.expected(), value));
      }
      set.putIfAbsent(option, canonical);
    }
    return new SolverSpec(kind, inner, flags, set);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SolverSpec that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The canonical text. */
  @Override
  public String toString() {
    List<String> items = new ArrayList<>();
    if (nested != null) {
      items.add(nested.toString());
    }
    kind.flags().stream().map(SolverFlag::name).filter(flags::contains).forEach(items::add);
    kind.options().stream()
        .map(SolverOption::name)
        .filter(options::containsKey)
        .forEach(name -> items.add(name + "=" + options.get(name)));
    return items.isEmpty() ? kind.name() : kind.name() + "(" + String.join(", ", items) + ")";
  }
}
