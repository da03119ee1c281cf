package io.github.sea4j.kernel.complete;

import java.util.List;

/**
 * How a name may go on.
 *
 * @param start the first character that a candidate takes the place of
 * @param end the character after the last one
 */
public record Completions(int start, int end, List<Candidate> candidates) {

  /** Copies the candidates. */
  public Completions {
    candidates = List.copyOf(candidates);
  }
}
