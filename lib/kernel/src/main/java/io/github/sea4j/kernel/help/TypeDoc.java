package io.github.sea4j.kernel.help;

import java.util.List;

/**
 * What is known of one public type.
 *
 * @param name with its package; nested types after a dot
 * @param head its declaration up to the brace
 * @param comment the text of its Javadoc comment, empty if it has none
 * @param source where its source is
 * @param members its public members, in the order of the source
 */
public record TypeDoc(
    String name, String head, String comment, Source source, List<MemberDoc> members) {

  /** Copies the members. */
  public TypeDoc {
    members = List.copyOf(members);
  }

  /** The name without its package and outer types. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
