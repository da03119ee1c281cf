package io.github.sea4j.ideas;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.solver.Solver;
import java.util.function.Function;

/**
 * One side of a paired test.
 *
 * <p>It is handed the whole instance, since some rules know the noise level and an oracle knows the
 * truth; what a rule knows is said at its class.
 *
 * @param name how the table calls it
 * @param search from an instance to an answer; the same one each time
 */
record Contender(String name, Function<Instance, Answer> search) {

  static Contender of(String name, Solver solver) {
    return new Contender(name, instance -> Answer.of(solver.solve(instance.problem())));
  }

  Answer solve(Instance instance) {
    return search.apply(instance);
  }
}
