package io.github.sea4j.option;

import io.github.sea4j.solver.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a solver class declares about itself: its name in the solver language, a line about it, its
 * options, and whether another solver may stand in its parentheses.
 *
 * <pre>{@code
 * static final SolverOption<Integer> ROUNDS = SolverOption.count("rounds", 10, "how often");
 * static final SolverKind<Mine> KIND =
 *     SolverKind.of("mine", "what it does", Mine::new).with(ROUNDS);
 * }</pre>
 *
 * <p>Immutable: the methods that add to a declaration return a changed copy. The language knows the
 * kinds that are registered there.
 *
 * @param <S> the solver class
 */
public final class SolverKind<S extends ConfiguredSolver> {

  /** What may stand in the parentheses beside options. */
  private enum Nesting {
    NOTHING,
    /** A solver whose answer is the start. */
    START,
    /** The solver that this one is around; it must be there. */
    INSIDE
  }

  private final String name;
  private final String label;
  private final String summary;
  private final Function<Settings, S> maker;
  private final List<SolverOption<?>> options;
  private final Nesting nesting;
  private final @Nullable Supplier<Solver> standardStart;

  private SolverKind(
      String name,
      String label,
      String summary,
      Function<Settings, S> maker,
      List<SolverOption<?>> options,
      Nesting nesting,
      @Nullable Supplier<Solver> standardStart) {
    this.name = name;
    this.label = label;
    this.summary = summary;
    this.maker = maker;
    this.options = List.copyOf(options);
    this.nesting = nesting;
    this.standardStart = standardStart;
  }

  /**
   * A solver that takes no start.
   *
   * @param name in the solver language: lower case letters, digits and underscores, a letter first
   * @param summary one line on the algorithm and its source
   * @param maker the solver for its settings, usually a constructor
   * @throws IllegalArgumentException if the name is not of that form
   */
  public static <S extends ConfiguredSolver> SolverKind<S> of(
      String name, String summary, Function<Settings, S> maker) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "name of a solver must be lower case letters, digits and underscores, a letter first, but is '%s'"
              .formatted(name));
    }
    return new SolverKind<>(name, name, summary, maker, List.of(), Nesting.NOTHING, null);
  }

  /** The same, written like this in legends. */
  public SolverKind<S> labelled(String text) {
    return new SolverKind<>(name, text, summary, maker, options, nesting, standardStart);
  }

  /** The same with more options. */
  public SolverKind<S> with(SolverOption<?>... more) {
    List<SolverOption<?>> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new SolverKind<>(name, label, summary, maker, all, nesting, standardStart);
  }

  /** The same for a solver that may start from another one's answer. */
  public SolverKind<S> startable() {
    return new SolverKind<>(name, label, summary, maker, options, Nesting.START, null);
  }

  /** The same for a solver that starts from this one's answer unless told otherwise. */
  public SolverKind<S> startingFrom(Supplier<Solver> standard) {
    return new SolverKind<>(name, label, summary, maker, options, Nesting.START, standard);
  }

  /** The same for a solver that is nothing without the solver inside it. */
  public SolverKind<S> around() {
    return new SolverKind<>(name, label, summary, maker, options, Nesting.INSIDE, null);
  }

  /** The name, in lower case. */
  public String name() {
    return name;
  }

  /** How legends write the name. */
  public String label() {
    return label;
  }

  /** One line on the algorithm and its source. */
  public String summary() {
    return summary;
  }

  /** The options, in the order in which the canonical text has them. */
  public List<SolverOption<?>> options() {
    return options;
  }

  /** Whether another solver may stand in the parentheses: a warm start, or the solver inside. */
  public boolean takesSolver() {
    return nesting != Nesting.NOTHING;
  }

  /** Whether another solver must stand in the parentheses. */
  public boolean needsSolver() {
    return nesting == Nesting.INSIDE;
  }

  /** The solver whose answer is the start unless told otherwise. */
  public Optional<Solver> standardStart() {
    return Optional.ofNullable(standardStart).map(Supplier::get);
  }

  /** The option of that name that is written {@code name=value}. */
  public Optional<SolverOption<?>> find(String option) {
    return options.stream()
        .filter(each -> each.words().isEmpty() && each.name().equals(option))
        .findFirst();
  }

  /** The option that is written by that word. */
  public Optional<SolverOption<?>> findWord(String word) {
    return options.stream().filter(each -> each.words().contains(word)).findFirst();
  }

  /** Everything at its default. */
  public Settings settings() {
    return Settings.of(this);
  }

  /**
   * The solver with these settings.
   *
   * @throws IllegalArgumentException if they do not fit together
   */
  public S make(Settings settings) {
    return maker.apply(settings);
  }

  @Override
  public String toString() {
    return name;
  }
}
