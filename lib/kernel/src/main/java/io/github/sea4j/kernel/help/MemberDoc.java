package io.github.sea4j.kernel.help;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one public method, constructor, field or constant.
 *
 * @param name of the member; a constructor's is that of its type
 * @param parameters the simple names of the erased types; null for what is no method
 * @param head the declaration without body and annotations
 * @param type what a method returns or a field is; empty for constructors
 * @param comment the text of its Javadoc comment, empty if it has none
 * @param source where its source is
 */
public record MemberDoc(
    String name,
    @Nullable List<String> parameters,
    String head,
    String type,
    String comment,
    Source source) {

  /** Copies the parameters. */
  public MemberDoc {
    parameters = parameters == null ? null : List.copyOf(parameters);
  }
}
