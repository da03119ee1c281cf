package io.github.sea4j.kernel.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What JShell's line about a piece of code names. The line of a method is {@code Solution
 * Solver.solve(SparseProblem problem)}, of a constructor {@code Sea()}, of a field {@code
 * Math.PI:double}, of a variable {@code y:double[]}, of a type {@code java.util.List<E>}.
 *
 * @param owner the type of a method or field, as it is written there; null for everything else
 * @param name the simple name of a method, constructor or field; the whole name of a type
 * @param parameters the simple names of the erased types; null for what takes none
 * @param type a variable's or field's, null for everything else
 */
record Signature(
    @Nullable String owner, String name, @Nullable List<String> parameters, @Nullable String type) {

  private static final Pattern LAST_NAME = Pattern.compile("([\\w$.]+)$");

  static Signature parse(String line) {
    int close = line.lastIndexOf(')');
    if (close >= 0) {
      return method(line, close);
    }
    int colon = line.indexOf(':');
    if (colon < 0) {
      return new Signature(null, withoutArguments(line.strip()), null, null);
    }
    String name = line.substring(0, colon);
    int dot = name.lastIndexOf('.');
    String owner = dot < 0 ? null : withoutArguments(name.substring(0, dot));
    return new Signature(owner, name.substring(dot + 1), null, line.substring(colon + 1).strip());
  }

  private static Signature method(String line, int close) {
    int open = opening(line, close);
    String before = withoutArguments(line.substring(0, open));
    String name = lastName(before);
    int dot = name.lastIndexOf('.');
    // The type arguments of a generic method stand between the dot and the name.
    String rest = withoutArguments(before.substring(0, before.length() - name.length() + dot + 1));
    String simple = name.substring(dot + 1);
    String owner = rest.endsWith(".") ? owner(rest.substring(0, rest.length() - 1)) : null;
    return new Signature(owner, simple, types(line.substring(open + 1, close)), null);
  }

  private static @Nullable String owner(String written) {
    String plain = withoutArguments(written);
    if (plain.endsWith(")")) {
      // JDK 25 names a record by its header.
      plain = plain.substring(0, opening(plain, plain.length() - 1));
    }
    String name = lastName(plain);
    return name.isEmpty() ? null : name;
  }

  private static String lastName(String text) {
    Matcher name = LAST_NAME.matcher(text);
    return name.find() ? name.group(1) : "";
  }

  private static int opening(String line, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      depth += line.charAt(i) == ')' ? 1 : line.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }

  /** Without the type arguments at its end. */
  private static String withoutArguments(String text) {
    if (!text.endsWith(">")) {
      return text;
    }
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      depth += text.charAt(i) == '>' ? 1 : text.charAt(i) == '<' ? -1 : 0;
      if (depth == 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private static List<String> types(String parameters) {
    List<String> types = new ArrayList<>();
    int depth = 0;
    StringBuilder one = new StringBuilder();
    for (int i = 0; i <= parameters.length(); i++) {
      char c = i < parameters.length() ? parameters.charAt(i) : ',';
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        if (!one.toString().isBlank()) {
          types.add(type(one.toString().strip()));
        }
        one.setLength(0);
      } else if (depth == 0 && c != '>') {
        one.append(c);
      }
    }
    return types;
  }

  /** The type of a parameter whose name may be missing. */
  private static String type(String parameter) {
    String type = parameter.replaceAll("\\s+\\w+$", "").replace("...", "[]").strip();
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
