package io.github.sea4j.ideas;

import java.util.List;
import java.util.stream.Stream;

/**
 * An idea with what was expected of it before it was run.
 *
 * @param name one word
 * @param hypothesis what the test would show if the idea were good
 * @param trials what is tested on what
 */
record Idea(String name, String hypothesis, List<Trial> trials) {

  /** A comparison on the same instances. */
  record Duel(Contender challenger, Contender against) {}

  /**
   * Duels on some problems.
   *
   * @param problems words of {@link io.github.sea4j.bench.ProblemText}
   */
  record Trial(List<String> problems, List<Duel> duels) {

    /** Everyone who has to solve the instances, once. */
    List<Contender> contenders() {
      return duels.stream()
          .flatMap(duel -> Stream.of(duel.against, duel.challenger))
          .distinct()
          .toList();
    }
  }
}
