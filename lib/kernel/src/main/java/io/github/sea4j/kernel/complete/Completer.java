package io.github.sea4j.kernel.complete;

import io.github.sea4j.kernel.help.LastPiece;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/** Completes names in a cell. */
public final class Completer {

  /** What every object has comes last. */
  private static final Set<String> OF_OBJECTS =
      Set.of(
          "equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(");

  /** With so many there is nothing that the place asks for. */
  private static final int TOO_MANY = 60;

  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final TypeNames types;

  /** Completion by JShell's analysis. */
  public Completer(JShell shell) {
    this.shell = shell;
    this.analysis = shell.sourceCodeAnalysis();
    this.types = new TypeNames(shell);
  }

  /**
   * The names that may stand at the cursor, those of the wanted type first.
   *
   * @param cursor number of characters before the cursor
   */
  public Completions complete(String code, int cursor) {
    String before = code.substring(0, Math.max(0, Math.min(cursor, code.length())));
    String piece = before;
    int[] anchor = new int[1];
    List<Suggestion> found = analysis.completionSuggestions(piece, piece.length(), anchor);
    if (found.isEmpty()) {
      piece = LastPiece.of(before, analysis);
      found = analysis.completionSuggestions(piece, piece.length(), anchor);
    }
    String typed = piece.substring(anchor[0]);
    int start = before.length() - typed.length();
    Kinds kinds = new Kinds(shell, types, analysis, piece.substring(0, anchor[0]));
    List<Candidate> candidates =
        found.stream()
            .filter(wanted(found, typed, piece.substring(0, anchor[0])))
            .sorted(
                Comparator.comparing((Suggestion each) -> !each.matchesType())
                    .thenComparing(each -> OF_OBJECTS.contains(each.continuation())))
            .map(Suggestion::continuation)
            .distinct()
            .map(text -> new Candidate(text, kinds.of(text)))
            .toList();
    return new Completions(start, before.length(), candidates);
  }

  /** Where nothing is typed yet, only what fits the place, or what the user has declared. */
  private Predicate<Suggestion> wanted(List<Suggestion> found, String typed, String before) {
    Predicate<Suggestion> named =
        each -> typed.startsWith("$") || !each.continuation().startsWith("$");
    if (!typed.isEmpty() || before.stripTrailing().endsWith(".")) {
      return named;
    }
    List<String> fitting =
        found.stream()
            .filter(each -> each.matchesType() && named.test(each))
            .map(Suggestion::continuation)
            .toList();
    Set<String> declared = declared();
    boolean telling = !fitting.isEmpty() && fitting.size() <= TOO_MANY;
    return each ->
        named.test(each)
            && (telling
                ? each.matchesType()
                : declared.contains(each.continuation().replaceAll("\\W.*", "")));
  }

  private Set<String> declared() {
    return Stream.concat(
            shell.variables().map(VarSnippet::name), shell.methods().map(MethodSnippet::name))
        .collect(Collectors.toSet());
  }
}
