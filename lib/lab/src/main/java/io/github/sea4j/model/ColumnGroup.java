package io.github.sea4j.model;

import io.github.sea4j.problem.Support;
import java.util.Arrays;

/**
 * What one choice brings into a model: a term alone, or terms that enter together.
 *
 * @param name of the term, or of the group
 * @param terms their places, at least one; those that are forced in are in no group
 */
public record ColumnGroup(String name, Support terms) {

  /**
   * Whether a term of it is among those of a fit: the others may be constant in the rows that were
   * fitted, and are then in no support.
   */
  public boolean isIn(Support fitted) {
    return Arrays.stream(terms.toArray()).anyMatch(fitted::contains);
  }
}
