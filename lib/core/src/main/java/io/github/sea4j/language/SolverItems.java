package io.github.sea4j.language;

import io.github.sea4j.option.ConfiguredSolver;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands in the parentheses of one solver, checked item by item while it is read. */
final class SolverItems {

  private final SolverKind<?> kind;

  /** For each choice that was made (an option, a form, the start), the word that made it. */
  private final Map<String, String> choices = new LinkedHashMap<>();

  private Settings settings;
  private boolean nests;

  SolverItems(SolverKind<?> kind) {
    this.kind = kind;
    this.settings = kind.settings();
  }

  SolverKind<?> kind() {
    return kind;
  }

  /** Whether a solver stands in the parentheses. */
  boolean nests() {
    return nests;
  }

  ConfiguredSolver solver() {
    return kind.make(settings);
  }

  /** Reads the value of the option whose name and equals sign have been read. */
  void option(SolverText text, int start, String name) {
    SolverOption<?> option =
        kind.find(name)
            .orElseThrow(
                () ->
                    text.error(
                        start,
                        "unknown option '%s'; %s takes %s"
                            .formatted(SolverText.printable(name), kind.name(), optionNames())));
    if (name.equals(choices.get(option.choice()))) {
      throw text.error(start, "option '" + name + "' is given twice");
    }
    choose(text, start, option.choice(), name);
    read(text, option);
  }

  private <T> void read(SolverText text, SolverOption<T> option) {
    int start = text.position();
    String value = text.value();
    T read = option.read(value);
    if (read == null) {
      throw text.error(
          start,
          "%s must be %s, but is '%s'"
              .formatted(option, option.expected(), SolverText.printable(value)));
    }
    settings = settings.with(option, read);
  }

  /** Takes the word of an option that is written by words. */
  <T> void word(SolverText text, int start, SolverOption<T> option, String word) {
    choose(text, start, option.choice(), word);
    settings = settings.with(option, option.ofWord(word));
  }

  void checkTakesSolver(SolverText text, int start, String name) {
    if (!kind.takesSolver()) {
      throw text.error(
          start,
          "%s takes no start; expected %s, but found '%s'"
              .formatted(kind.name(), expected(), name));
    }
    choose(text, start, SolverOption.START, name);
  }

  void nest(ConfiguredSolver solver) {
    settings = settings.around(solver);
    nests = true;
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
    kind.options().stream()
        .flatMap(option -> option.words().stream())
        .forEach(word -> expected.append(word).append(" or "));
    boolean nothing = expected.isEmpty() && kind.options().isEmpty();
    return nothing
        ? kind.name() + " without parentheses"
        : expected + "an option of " + kind.name() + " (" + optionNames() + ")";
  }

  private String optionNames() {
    String names =
        kind.options().stream()
            .filter(option -> option.words().isEmpty())
            .map(SolverOption::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "no options" : names;
  }
}
