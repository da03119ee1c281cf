package io.github.sea4j.kernel.cell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;

/** JShell in this process, which evaluates cells statement by statement. One thread at a time. */
public final class Evaluator implements AutoCloseable {

  private final CellControl control = new CellControl();
  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final Map<String, Place> places = new ConcurrentHashMap<>();

  /**
   * Starts JShell.
   *
   * @param compilerOptions as for {@code javac}
   */
  public Evaluator(List<String> compilerOptions) {
    shell =
        JShell.builder()
            .executionEngine(control.provider(), Map.of())
            .compilerOptions(compilerOptions.toArray(String[]::new))
            .build();
    analysis = shell.sourceCodeAnalysis();
  }

  /** JShell, to ask for what is declared. */
  public JShell shell() {
    return shell;
  }

  /** Where a piece of code stands that JShell knows by this id, null for none. */
  public @Nullable Place place(String snippetId) {
    return places.get(snippetId);
  }

  /**
   * Evaluates all statements of a text.
   *
   * @param code what is evaluated
   * @param written what the user wrote, to be quoted line by line where something goes wrong
   * @return the value of the last statement, null if that has none to show
   * @throws CellInterrupted if the cell was stopped
   * @throws CodeRejected if a statement does not compile; those before it were executed
   * @throws JShellException if a statement throws
   */
  public @Nullable Object eval(String code, String written, CellRun cell)
      throws CellInterrupted, CodeRejected, JShellException {
    control.use(cell);
    List<String> lines = written.lines().toList();
    Object value = null;
    String rest = code;
    CompletionInfo info = analysis.analyzeCompletion(rest);
    while (info.completeness().isComplete()) {
      int skipped = Leading.length(info.source());
      int line = lineAt(code, code.length() - rest.length() + skipped);
      Place place = new Place(cell.count(), line, lines);
      value = statement(info.source().substring(skipped), place, cell);
      rest = info.remaining();
      info = analysis.analyzeCompletion(rest);
    }
    if (info.completeness() != Completeness.EMPTY) {
      int line = lineAt(code, code.length() - rest.length() + Leading.length(rest));
      Place place = new Place(cell.count(), line, lines);
      throw new CodeRejected("incomplete code", place, rest.strip(), List.of());
    }
    return value;
  }

  private static int lineAt(String code, int offset) {
    return 1 + (int) code.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private @Nullable Object statement(String source, Place place, CellRun cell)
      throws CellInterrupted, CodeRejected, JShellException {
    if (cell.isStopRequested()) {
      throw new CellInterrupted(null, null);
    }
    List<SnippetEvent> events = shell.eval(source);
    Object value = null;
    boolean shown = false;
    JShellException failure = null;
    for (SnippetEvent event : events) {
      SubKind kind = event.snippet().subKind();
      if (event.value() != null) {
        value = kind.isExecutable() ? control.take(event.value()) : event.value();
        shown = isShown(kind);
      }
      if (event.causeSnippet() == null) {
        places.put(event.snippet().id(), place);
        failure = event.exception() == null ? failure : event.exception();
        requireDefined(event, place);
      }
    }
    if (cell.isStopRequested()) {
      throw new CellInterrupted(value, failure);
    }
    if (failure != null) {
      throw failure;
    }
    return shown ? value : null;
  }

  private void requireDefined(SnippetEvent event, Place place) throws CodeRejected {
    Snippet snippet = event.snippet();
    if (event.exception() == null && !event.status().isDefined()) {
      throw new CodeRejected(
          "compilation failed", place, snippet.source(), shell.diagnostics(snippet).toList());
    }
  }

  /** Expressions show their value; declarations, assignments and statements do not. */
  private static boolean isShown(SubKind kind) {
    return kind == SubKind.VAR_VALUE_SUBKIND
        || kind == SubKind.OTHER_EXPRESSION_SUBKIND
        || kind == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  /** "complete", "invalid", or the white space with which the next line should begin. */
  public String isComplete(String code) {
    CompletionInfo info = analysis.analyzeCompletion(code);
    while (info.completeness().isComplete()) {
      info = analysis.analyzeCompletion(info.remaining());
    }
    return switch (info.completeness()) {
      case EMPTY -> "complete";
      case UNKNOWN -> "invalid";
      default -> Indentation.after(info.remaining());
    };
  }

  @Override
  public void close() {
    shell.close();
  }
}
