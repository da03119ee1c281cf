package io.github.sea4j.kernel.index;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Declarations as a reader wants them: without bodies, annotations and what goes without saying.
 */
final class Member {

  private Member() {}

  static String head(MethodTree method, String typeName) {
    String returned = method.getReturnType() == null ? "" : method.getReturnType() + " ";
    String name = isConstructor(method) ? typeName : method.getName().toString();
    String thrown = method.getThrows().isEmpty() ? "" : " throws " + list(method.getThrows());
    String generic =
        method.getTypeParameters().isEmpty() ? "" : "<" + list(method.getTypeParameters()) + "> ";
    return modifiers(method.getModifiers())
        + generic
        + returned
        + name
        + "("
        + method.getParameters().stream().map(Member::parameter).collect(Collectors.joining(", "))
        + ")"
        + thrown;
  }

  static boolean isConstructor(MethodTree method) {
    return method.getName().contentEquals("<init>");
  }

  /** With the dots of a variable number of arguments, which the tree has as an array. */
  private static String parameter(VariableTree parameter) {
    String written = parameter.toString().strip();
    String type = parameter.getType().toString();
    boolean dots = written.contains("...");
    return (dots ? type.substring(0, type.length() - 2) + "..." : type) + " " + parameter.getName();
  }

  static String head(VariableTree field) {
    return modifiers(field.getModifiers()) + field.getType() + " " + field.getName();
  }

  static String head(ClassTree type, String kind) {
    String generic =
        type.getTypeParameters().isEmpty() ? "" : "<" + list(type.getTypeParameters()) + ">";
    String above = type.getExtendsClause() == null ? "" : " extends " + type.getExtendsClause();
    String word = kind.equals("interface") ? " extends " : " implements ";
    String interfaces =
        type.getImplementsClause().isEmpty() ? "" : word + list(type.getImplementsClause());
    return modifiers(type.getModifiers())
        + kind
        + " "
        + type.getSimpleName()
        + generic
        + above
        + interfaces;
  }

  static List<String> parameters(MethodTree method) {
    return method.getParameters().stream().map(p -> erased(p.getType().toString())).toList();
  }

  /** The simple name of a type, without its arguments. */
  static String erased(String type) {
    String plain = type.replaceAll("@\\w+(\\([^)]*\\))?\\s*", "").replaceAll("<.*>", "").strip();
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  private static String modifiers(ModifiersTree modifiers) {
    Set<Modifier> flags = modifiers.getFlags();
    return (flags.contains(Modifier.PROTECTED) ? "protected " : "")
        + (flags.contains(Modifier.STATIC) ? "static " : "")
        + (flags.contains(Modifier.ABSTRACT) ? "abstract " : "");
  }

  private static String list(List<? extends Tree> trees) {
    return trees.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
