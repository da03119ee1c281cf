package io.github.sea4j.solver;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the parentheses of one solver, checked item by item while it is read. */
final class SolverItems {

  private final SolverKind<?> kind;
  private final Set<String> flags = new LinkedHashSet<>();
  private final Map<String, String> options = new LinkedHashMap<>();

  /** For each choice that was made (form, start), the word that made it. */
  private final Map<String, String> choices = new LinkedHashMap<>();

  private @Nullable SolverSpec nested;

  SolverItems(SolverKind<?> kind) {
    this.kind = kind;
  }

  SolverKind<?> kind() {
    return kind;
  }

  @Nullable SolverSpec nested() {
    return nested;
  }

  SolverSpec spec() {
    return new SolverSpec(kind, nested, flags, options);
  }

  /** Reads the value of the option whose name and equals sign have been read. */
  void option(SolverText text, int start, String name) {
    SolverOption<?, ?> option = kind.findOption(name);
    if (option == null) {
      throw text.error(
          start,
          "unknown option '%s'; %s takes %s"
              .formatted(SolverText.printable(name), kind.name(), optionNames()));
    }
    if (options.containsKey(name)) {
      throw text.error(start, "option '" + name + "' is given twice");
    }
    int valueStart = text.position();
    String value = text.value();
    String canonical = option.canonical(value);
    if (canonical == null) {
      throw text.error(
          valueStart,
          "%s must be %s, but is '%s'"
              .formatted(name, option.expected(), SolverText.printable(value)));
    }
    options.put(name, canonical);
  }

  void flag(SolverText text, int start, SolverFlag<?> flag) {
    choose(text, start, flag.choice(), flag.name());
    flags.add(flag.name());
  }

  void checkTakesSolver(SolverText text, int start, String name) {
    if (!kind.takesSolver()) {
      throw text.error(
          start,
          "%s takes no start; expected %s, but found '%s'"
              .formatted(kind.name(), expected(), name));
    }
    choose(text, start, SolverKind.START, name);
  }

  void nest(SolverSpec solver) {
    nested = solver;
  }

  private void choose(SolverText text, int start, String choice, String word) {
    String earlier = choices.putIfAbsent(choice, word);
    if (earlier != null) {
      throw text.error(
          start,
          "expected one %s, but found a second one, '%s', after '%s'"
              .formatted(choice, word, earlier));
    }
  }

  /** What may stand next in the parentheses, as it reads after "expected". */
  String expected() {
    StringBuilder expected = new StringBuilder(kind.takesSolver() ? "a solver or " : "");
    kind.flags().forEach(flag -> expected.append(flag.name()).append(" or "));
    boolean nothing = expected.isEmpty() && kind.options().isEmpty();
    return nothing
        ? kind.name() + " without parentheses"
        : expected + "an option of " + kind.name() + " (" + optionNames() + ")";
  }

  private String optionNames() {
    return kind.options().isEmpty()
        ? "no options"
        : kind.options().stream().map(SolverOption::name).collect(Collectors.joining(", "));
  }
}
