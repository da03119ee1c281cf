package io.github.sea4j.kernel.complete;

import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** The types of the expressions before a dot. */
final class Receivers {

  private final SourceCodeAnalysis analysis;
  private final TypeNames types;

  Receivers(SourceCodeAnalysis analysis, TypeNames types) {
    this.analysis = analysis;
    this.types = types;
  }

  /** The class of the expression with which the code ends, or the class that it names. */
  Optional<Class<?>> of(String code) {
    String expression = ExpressionBefore.end(code);
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    String type = analysis.analyzeType(expression, expression.length());
    if (type != null) {
      return types.find(type);
    }
    Optional<Class<?>> named = types.find(expression);
    return named.isPresent() ? named : inContext(code);
  }

  /** What is declared in the same cell is known to JShell's documentation only. */
  private Optional<Class<?>> inContext(String code) {
    int call = code.endsWith(")") ? ExpressionBefore.opening(code, code.length() - 1) + 1 : 0;
    String asked = call > 0 ? code.substring(0, call) : code;
    List<Documentation> found = analysis.documentation(asked, asked.length(), false);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    // A variable is told as "name:type", a method as "type Owner.name(...)".
    String line = found.get(0).signature();
    int colon = line.indexOf(':');
    int space = line.indexOf(' ');
    return call == 0 && colon > 0
        ? types.find(line.substring(colon + 1))
        : call > 0 && space > 0 ? types.find(line.substring(0, space)) : Optional.empty();
  }
}
