package io.github.sea4j.ideas;

import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;

/**
 * What a contender found.
 *
 * @param support the chosen columns
 * @param products products with A, A', or their whitened forms, on the way
 */
record Answer(Support support, long products) {

  static Answer of(Solution solution) {
    return new Answer(solution.support(), solution.products());
  }
}
