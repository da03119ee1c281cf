package io.github.sea4j.language;

import io.github.sea4j.option.ConfiguredSolver;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the solver language against a list of solvers:
 *
 * <pre>
 * solver = name [ "(" item { "," item } ")" ]
 * item   = solver | word | option "=" value
 * </pre>
 *
 * <p>Blanks and the case of names do not matter. Nothing about any one solver is known here.
 */
final class SolverParser {

  /** Deeper nesting is a slip of the keyboard, and must not exhaust the stack. */
  private static final int DEEPEST = 16;

  private final Map<String, SolverKind<?>> kinds = new LinkedHashMap<>();

  /**
   * A parser for a list of solvers.
   *
   * @throws IllegalStateException if a name is used twice, so that a text could mean two things
   */
  SolverParser(List<SolverKind<?>> list) {
    for (SolverKind<?> kind : list) {
      if (kinds.put(kind.name(), kind) != null) {
        throw new IllegalStateException("two solvers are called " + kind.name());
      }
    }
    for (SolverKind<?> kind : list) {
      Set<String> words = new LinkedHashSet<>(kinds.keySet());
      kind.options().stream()
          .flatMap(SolverParser::texts)
          .filter(word -> !words.add(word))
          .forEach(
              word -> {
                throw new IllegalStateException(word + " has two meanings in " + kind.name());
              });
    }
  }

  /** How an option is written. */
  private static Stream<String> texts(SolverOption<?> option) {
    return option.words().isEmpty() ? Stream.of(option.name()) : option.words().stream();
  }

  /**
   * The solver that a text names.
   *
   * @throws IllegalArgumentException that quotes the text, the position and what was expected
   */
  ConfiguredSolver parse(String source) {
    SolverText text = new SolverText(source);
    ConfiguredSolver solver = solver(text, 0);
    if (!text.atEnd()) {
      throw text.unexpected("the end of the text");
    }
    return solver;
  }

  private ConfiguredSolver solver(SolverText text, int depth) {
    if (depth == DEEPEST) {
      throw text.error(text.position(), "expected at most " + DEEPEST + " nested solvers");
    }
    int start = text.position();
    String name = text.word();
    if (name.isEmpty()) {
      throw text.unexpected("a solver (" + names() + ")");
    }
    SolverKind<?> kind = kinds.get(name.toLowerCase(Locale.ROOT));
    if (kind == null) {
      throw text.error(
          start,
          "unknown solver '%s', expected one of %s".formatted(SolverText.printable(name), names()));
    }
    SolverItems items = new SolverItems(kind);
    if (text.take('(')) {
      do {
        item(text, items, depth);
      } while (text.take(','));
      if (!text.take(')')) {
        throw text.unexpected("',' or ')'");
      }
    }
    if (kind.needsSolver() && !items.nests()) {
      throw text.unexpected("a solver inside " + kind.name() + "(...)");
    }
    return items.solver();
  }

  private void item(SolverText text, SolverItems items, int depth) {
    SolverText ahead = text.copy();
    int start = text.position();
    String name = ahead.word().toLowerCase(Locale.ROOT);
    SolverOption<?> worded = items.kind().findWord(name).orElse(null);
    if (name.isEmpty()) {
      throw text.unexpected(items.expected());
    } else if (ahead.take('=')) {
      text.moveTo(ahead);
      items.option(text, start, name);
    } else if (worded != null) {
      text.moveTo(ahead);
      items.word(text, start, worded, name);
    } else if (kinds.containsKey(name)) {
      items.checkTakesSolver(text, start, name);
      items.nest(solver(text, depth + 1));
    } else {
      throw text.unexpected(items.expected());
    }
  }

  private String names() {
    return String.join(", ", kinds.keySet());
  }
}
