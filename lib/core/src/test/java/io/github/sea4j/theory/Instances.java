package io.github.sea4j.theory;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseVector;
import java.util.Random;

/** Test problems as instances, and random starts for them. */
final class Instances {

  private Instances() {}

  static Instance of(TestProblem sample) {
    double[] fit = Dense.apply(sample.matrix(), sample.truth().toDense());
    double noise = Dense.norm(Dense.minus(sample.measurements(), fit));
    return new Instance(sample.problem(), sample.truth(), noise, "test problem");
  }

  /** Every entry uniform in [-size, size], in the scale of the given columns. */
  static SparseVector randomStart(int n, double size, long seed) {
    return SparseVector.ofNonZeros(new Random(seed).doubles(n, -size, size).toArray());
  }
}
