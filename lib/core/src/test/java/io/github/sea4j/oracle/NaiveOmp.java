package io.github.sea4j.oracle;

import java.util.Arrays;

/** OMP by its definition: k times the best correlated column, then least squares anew. */
public final class NaiveOmp {

  private NaiveOmp() {}

  /** The support of k columns, sorted. */
  public static int[] support(TestProblem problem) {
    double[][] unit = Dense.unitColumns(problem.matrix());
    int[] chosen = {};
    for (int size = 0; size < problem.sparsity(); size++) {
      double[] residual = Dense.residual(unit, chosen, problem.measurements());
      double[] correlation = Dense.applyTranspose(unit, residual);
      int best = -1;
      for (int j = 0; j < correlation.length; j++) {
        int candidate = j;
        boolean free = Arrays.stream(chosen).noneMatch(c -> c == candidate);
        if (free && (best < 0 || Math.abs(correlation[j]) > Math.abs(correlation[best]))) {
          best = j;
        }
      }
      chosen = Arrays.copyOf(chosen, size + 1);
      chosen[size] = best;
    }
    Arrays.sort(chosen);
    return chosen;
  }
}
