package io.github.sea4j.kernel.help;

import io.github.sea4j.kernel.help.DocIndex.Found;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Help on what stands at a place in a cell. */
public final class Inspector {

  private static final int MOST_ENTRIES = 8;
  private static final int MOST_MEMBERS = 80;

  private final SourceCodeAnalysis analysis;
  private final Supplier<DocIndex> index;

  /** Help by JShell's analysis and an index, which is asked for when it is first needed. */
  public Inspector(SourceCodeAnalysis analysis, Supplier<DocIndex> index) {
    this.analysis = analysis;
    this.index = index;
  }

  /**
   * Help on the call that the cursor is in, and on the name that it is at.
   *
   * @param cursor number of characters before the cursor
   * @param withSource whether the source is wanted too, as far as it is known
   * @return empty if nothing there is known
   */
  public Optional<HelpText> inspect(String code, int cursor, boolean withSource) {
    HelpPage page = new HelpPage();
    Set<String> told = new LinkedHashSet<>();
    for (String prefix : Prefixes.of(code, cursor)) {
      for (Documentation each : documentation(prefix)) {
        if (told.size() < MOST_ENTRIES && told.add(each.signature())) {
          tell(page, each, prefix, withSource);
        }
      }
    }
    return page.isEmpty() ? Optional.empty() : Optional.of(page.done());
  }

  /** By the code before the cursor; by its last piece alone where all of it is too much. */
  private List<Documentation> documentation(String prefix) {
    List<Documentation> found = analysis.documentation(prefix, prefix.length(), false);
    if (!found.isEmpty()) {
      return found;
    }
    String tail = LastPiece.of(prefix, analysis);
    return tail.equals(prefix) ? List.of() : analysis.documentation(tail, tail.length(), false);
  }

  private void tell(HelpPage page, Documentation each, String prefix, boolean withSource) {
    Signature signature = Signature.parse(each.signature());
    String type = signature.type();
    if (type != null && signature.owner() == null) {
      page.head(type + " " + signature.name(), "");
      index.get().type(type).ifPresent(found -> members(page, found));
      return;
    }
    if (type == null && signature.parameters() == null) {
      Optional<TypeDoc> found = index.get().type(signature.name());
      if (found.isPresent() && found.get().name().equals(signature.name())) {
        type(page, found.get(), withSource);
        return;
      }
    }
    List<Found> found = found(signature);
    if (found.isEmpty()) {
      foreign(page, each, prefix);
    }
    for (Found member : found) {
      page.head(member.member().head(), member.type().name());
      page.comment(Comment.of(index.get().comment(member)));
      source(page, member.member().source(), withSource);
    }
  }

  private List<Found> found(Signature signature) {
    String owner = signature.owner() == null ? signature.name() : signature.owner();
    Optional<TypeDoc> type = index.get().type(owner);
    List<String> parameters = signature.parameters();
    if (type.isEmpty()) {
      List<Found> others =
          signature.owner() == null
              ? List.of()
              : index
                  .get()
                  .anywhere(
                      signature.name(),
                      member -> parameters != null && parameters.equals(member.parameters()));
      return others.size() == 1 ? others : List.of();
    }
    List<Found> named = index.get().members(type.get(), signature.name());
    List<Found> same =
        named.stream()
            .filter(each -> Objects.equals(parameters, each.member().parameters()))
            .limit(1)
            .toList();
    return same.isEmpty() && named.size() == 1 ? named : same;
  }

  private void type(HelpPage page, TypeDoc type, boolean withSource) {
    page.head(type.head(), type.name());
    page.comment(Comment.of(type.comment()));
    source(page, type.source(), withSource);
    if (!withSource) {
      members(page, type);
    }
  }

  private void members(HelpPage page, TypeDoc type) {
    List<String> lines = new ArrayList<>();
    for (MemberDoc member : type.members()) {
      String summary = Comment.of(index.get().comment(new Found(type, member))).summary();
      lines.add("<code>" + InlineTags.escape(member.head()) + "</code>&nbsp; " + summary);
    }
    page.list(
        "Members of " + type.simpleName(), lines.stream().limit(MOST_MEMBERS).toList(), false);
  }

  private void source(HelpPage page, Source source, boolean withSource) {
    if (withSource) {
      page.code("Source: " + source.file() + ", line " + source.line(), index.get().text(source));
    }
  }

  /** What the library does not have: JShell's line, and its comment where the JDK has sources. */
  private void foreign(HelpPage page, Documentation each, String prefix) {
    page.head(each.signature(), "");
    analysis.documentation(prefix, prefix.length(), true).stream()
        .filter(same -> same.signature().equals(each.signature()) && same.javadoc() != null)
        .findFirst()
        .ifPresent(same -> page.comment(Comment.of(String.valueOf(same.javadoc()))));
  }
}
