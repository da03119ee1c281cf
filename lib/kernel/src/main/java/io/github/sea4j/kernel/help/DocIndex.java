package io.github.sea4j.kernel.help;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is public in the library, with its comments and sources. */
public final class DocIndex {

  /** Where the index and, below it, the sources are on the class path. */
  public static final String FOLDER = "META-INF/sea4j/documentation/";

  private static final Pattern ABOVE = Pattern.compile("\\b(?:extends|implements) ([^{]*)");
  private static final Pattern NAME = Pattern.compile("[A-Z]\\w*");

  private final List<TypeDoc> types;

  /** An index of these types. */
  public DocIndex(List<TypeDoc> types) {
    this.types = List.copyOf(types);
  }

  /** The index on the class path; an empty one where there is none. */
  public static DocIndex load() {
    try (InputStream stream = open("index")) {
      return new DocIndex(
          stream == null ? List.of() : IndexFile.read(new BufferedInputStream(stream)));
    } catch (IOException e) {
      throw new UncheckedIOException("the index of documentation cannot be read", e);
    }
  }

  @SuppressWarnings("NullAway") // null where there is no such resource, as the callers ask
  private static InputStream open(String name) {
    return DocIndex.class.getClassLoader().getResourceAsStream(FOLDER + name);
  }

  /** The type of this name, with or without its package. */
  public Optional<TypeDoc> type(String name) {
    return types.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .or(() -> only(type -> type.simpleName().equals(simple(name))));
  }

  private Optional<TypeDoc> only(Predicate<TypeDoc> wanted) {
    List<TypeDoc> found = types.stream().filter(wanted).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A member and the type that declares it. */
  public record Found(TypeDoc type, MemberDoc member) {}

  /** The members of this name in a type, then those that it inherits or overrides. */
  public List<Found> members(TypeDoc type, String name) {
    List<Found> found = new ArrayList<>();
    for (TypeDoc each : withAllAbove(type)) {
      for (MemberDoc member : each.members()) {
        if (member.name().equals(name)) {
          found.add(new Found(each, member));
        }
      }
    }
    return found;
  }

  /** The members of this name and parameters in any type; for types that are not public. */
  public List<Found> anywhere(String name, Predicate<MemberDoc> wanted) {
    return types.stream()
        .flatMap(type -> type.members().stream().map(member -> new Found(type, member)))
        .filter(found -> found.member().name().equals(name) && wanted.test(found.member()))
        .toList();
  }

  private static boolean overrides(Found lower, MemberDoc member) {
    return Objects.equals(lower.member().parameters(), member.parameters());
  }

  /** The comment, from above if the member has none of its own. */
  public String comment(Found found) {
    if (!found.member().comment().isEmpty()) {
      return found.member().comment();
    }
    List<MemberDoc> above =
        members(found.type(), found.member().name()).stream()
            .map(Found::member)
            .filter(member -> !member.comment().isEmpty())
            .toList();
    return above.stream()
        .filter(member -> overrides(found, member))
        .findFirst()
        // A type parameter above may be a type below.
        .or(() -> above.stream().filter(member -> takesAsMany(found, member)).findFirst())
        .map(MemberDoc::comment)
        .orElse("");
  }

  private static boolean takesAsMany(Found lower, MemberDoc member) {
    List<String> own = lower.member().parameters();
    List<String> other = member.parameters();
    return own != null && other != null && own.size() == other.size();
  }

  private List<TypeDoc> withAllAbove(TypeDoc type) {
    List<TypeDoc> all = new ArrayList<>(List.of(type));
    for (int i = 0; i < all.size(); i++) {
      for (String name : above(all.get(i))) {
        type(name).filter(above -> !all.contains(above)).ifPresent(all::add);
      }
    }
    return all;
  }

  private static List<String> above(TypeDoc type) {
    List<String> names = new ArrayList<>();
    Matcher clause = ABOVE.matcher(type.head());
    while (clause.find()) {
      NAME.matcher(clause.group(1)).results().forEach(name -> names.add(name.group()));
    }
    return names;
  }

  /** The source itself; empty where it is not on the class path. */
  public String text(Source source) {
    try (InputStream stream = open("sources/" + source.file())) {
      if (stream == null) {
        return "";
      }
      String file = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return file.substring(source.begin(), source.end());
    } catch (IOException e) {
      throw new UncheckedIOException("the source " + source.file() + " cannot be read", e);
    }
  }
}
