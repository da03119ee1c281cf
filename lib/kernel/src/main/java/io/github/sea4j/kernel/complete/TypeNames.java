package io.github.sea4j.kernel.complete;

import java.lang.reflect.Type;
import java.util.Optional;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;

/** Finds classes by the names that cells use for them. */
final class TypeNames {

  private final JShell shell;

  TypeNames(JShell shell) {
    this.shell = shell;
  }

  /**
   * The class of a name as a cell writes it, with or without type arguments; none for cells' own.
   */
  Optional<Class<?>> find(String written) {
    String name = written.replaceAll("<.*>", "").strip();
    if (name.contains(".")) {
      return load(name);
    }
    Optional<Class<?>> language = load("java.lang." + name);
    return language.isPresent()
        ? language
        : shell.imports().flatMap(each -> imported(each, name).stream()).findFirst();
  }

  private static Optional<Class<?>> imported(ImportSnippet each, String name) {
    String full = each.fullname();
    if (each.isStatic()) {
      return Optional.empty();
    }
    if (full.endsWith(".*")) {
      return load(full.substring(0, full.length() - 1) + name);
    }
    return full.endsWith("." + name) ? load(full) : Optional.empty();
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, TypeNames.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError noSuchClass) {
      return Optional.empty();
    }
  }

  /** A type as a cell would write it: without packages. */
  static String simple(Type type) {
    return type.getTypeName().replaceAll("\\b[a-z]\\w*\\.", "").replace('$', '.');
  }
}
