package io.github.sea4j.theory;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.stream.IntStream;

/**
 * An instance in the scale of the statements: unit-norm columns, and y scaled by a power of two as
 * solvers see it. All the bounds are unmoved by a common factor of y, x* and X0.
 *
 * @param problem the problem in that scale
 * @param truth x*, dense
 * @param trueSupport S*, where x* differs from zero
 * @param noise {@code e = y - A x*}
 */
record UnitInstance(UnitNormProblem problem, double[] truth, int[] trueSupport, double[] noise) {

  static UnitInstance of(Instance instance) {
    UnitNormProblem problem = instance.problem().unitNorm();
    double[] truth = problem.fromUser(instance.truth());
    int[] support = IntStream.range(0, truth.length).filter(i -> truth[i] != 0).toArray();
    if (support.length == 0 || support.length > problem.sparsity()) {
      throw new IllegalArgumentException(
          "truth must have between 1 and k = %d non-zeros on non-zero columns, but has %d"
              .formatted(problem.sparsity(), support.length));
    }
    double[] noise = new double[problem.rows()];
    problem.operator().apply(truth, noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = problem.measurements()[i] - noise[i];
    }
    return new UnitInstance(problem, truth, support, noise);
  }

  LinearOperator operator() {
    return problem.operator();
  }

  int sparsity() {
    return problem.sparsity();
  }

  double smallestAmplitude() {
    return IntStream.of(trueSupport).mapToDouble(i -> Math.abs(truth[i])).min().orElseThrow();
  }

  double truthNorm() {
    return Vectors.norm(truth);
  }

  double noiseNorm() {
    return Vectors.norm(noise);
  }

  /** Which columns of this scale the user's support holds. */
  boolean[] membership(SparseVector estimate) {
    boolean[] inside = new boolean[truth.length];
    for (int j : estimate.support().toArray()) {
      int column = problem.unitColumn(j);
      if (column >= 0) {
        inside[column] = true;
      }
    }
    return inside;
  }
}
