package io.github.sea4j.kernel.complete;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** What a completed name is or gives. */
final class Kinds {

  private final JShell shell;
  private final TypeNames types;
  private final boolean member;
  private final @Nullable Class<?> receiver;

  /**
   * For the names that may follow some code.
   *
   * @param before the code, up to the name
   */
  Kinds(JShell shell, TypeNames types, SourceCodeAnalysis analysis, String before) {
    this.shell = shell;
    this.types = types;
    String code = before.stripTrailing();
    member = code.endsWith(".");
    receiver =
        member
            ? new Receivers(analysis, types).of(code.substring(0, code.length() - 1)).orElse(null)
            : null;
  }

  /** A type for variables and methods; otherwise class, package or keyword; empty if unknown. */
  String of(String continuation) {
    String name = continuation.replaceAll("\\W.*", "");
    if (member) {
      return receiver == null ? "" : memberType(receiver, name, continuation.contains("("));
    }
    if (SourceVersion.isKeyword(name)) {
      return "keyword";
    }
    if (continuation.contains("(")) {
      return shell
          .methods()
          .filter(method -> method.name().equals(name))
          .findFirst()
          .map(Kinds::returned)
          // A constructor stands behind new.
          .or(() -> types.find(name).map(Kinds::kind))
          .orElse("");
    }
    Optional<VarSnippet> variable =
        shell.variables().filter(each -> each.name().equals(name)).findFirst();
    if (variable.isPresent()) {
      return variable.get().typeName();
    }
    if (continuation.endsWith(".")) {
      return "package";
    }
    return types.find(name).map(Kinds::kind).orElse("");
  }

  private static String returned(MethodSnippet method) {
    String signature = method.signature();
    return signature.substring(signature.lastIndexOf(')') + 1);
  }

  private static String memberType(Class<?> type, String name, boolean method) {
    if (method) {
      return Stream.of(type.getMethods())
          .filter(each -> each.getName().equals(name) && !each.isBridge())
          .findFirst()
          .map(Method::getGenericReturnType)
          .map(TypeNames::simple)
          .orElse("");
    }
    return Stream.of(type.getFields())
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .map(Field::getGenericType)
        .map(TypeNames::simple)
        .orElse("class");
  }

  private static String kind(Class<?> type) {
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return Modifier.isAbstract(type.getModifiers()) ? "abstract class" : "class";
  }
}
