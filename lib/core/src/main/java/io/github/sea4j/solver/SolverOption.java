package io.github.sea4j.solver;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An option of the solver language, written {@code name=value}.
 *
 * @param <S> the solver class that has the option
 * @param <T> the type of its value
 */
public final class SolverOption<S, T> {

  private final String name;
  private final String summary;
  private final OptionValue<T> value;
  private final BiFunction<S, T, S> set;

  SolverOption(String name, String summary, OptionValue<T> value, BiFunction<S, T, S> set) {
    this.name = name;
    this.summary = summary;
    this.value = value;
    this.set = set;
  }

  /** The name, in lower case. */
  public String name() {
    return name;
  }

  /** What the option does and its default, for the help. */
  public String summary() {
    return summary;
  }

  /** What values are allowed, as it reads after "expected". */
  public String expected() {
    return value.expected();
  }

  /** The canonical text of a value, or null if the text is no value of this option. */
  @Nullable String canonical(String text) {
    T read = value.read().apply(text);
    return read == null ? null : value.write().apply(read);
  }

  /** The solver with this option set to a value that {@link #canonical} accepted. */
  S apply(S solver, String text) {
    T read = value.read().apply(text);
    if (read == null) {
      throw new IllegalArgumentException(
          "%s: expected %s, but found '%s'".formatted(name, expected(), text));
    }
    return set.apply(solver, read);
  }
}
