package io.github.sea4j.solver;

import java.util.function.UnaryOperator;

/**
 * A word of the solver language that chooses a variant, as {@code add} in {@code els(add)}.
 *
 * @param <S> the solver class that has the flag
 */
public final class SolverFlag<S> {

  private final String name;
  private final String summary;
  private final String choice;
  private final UnaryOperator<S> set;

  SolverFlag(String name, String summary, String choice, UnaryOperator<S> set) {
    this.name = name;
    this.summary = summary;
    this.choice = choice;
    this.set = set;
  }

  /** The word, in lower case. */
  public String name() {
    return name;
  }

  /** What the flag does, for the help. */
  public String summary() {
    return summary;
  }

  /** What the flag chooses ("form", "start"): at most one flag of each choice may be given. */
  String choice() {
    return choice;
  }

  S apply(S solver) {
    return set.apply(solver);
  }
}
