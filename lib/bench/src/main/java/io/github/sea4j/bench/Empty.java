package io.github.sea4j.bench;

import io.github.sea4j.problem.SparseProblem;

/** What stands in a benchmark's field until JMH has set its parameters. */
final class Empty {

  static final SparseProblem PROBLEM = SparseProblem.of(new double[][] {{1}}, new double[1], 1);

  private Empty() {}
}
