package io.github.sea4j.notebook;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Iterate;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.util.SplittableRandom;

/** A solver whose iterates are noise, the hardest to store; iteration 333 has the best residual. */
record Noise(int iterations) implements Solver {

  static final int BEST = 333;

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public Solution solve(SparseProblem problem, Run run) {
    SplittableRandom random = new SplittableRandom(7);
    for (int t = 0; t < iterations; t++) {
      int[] support =
          random.ints(0, problem.columns()).distinct().limit(problem.sparsity()).toArray();
      double[] values = random.doubles(support.length, -1, 1).toArray();
      double[] exploration = random.doubles(problem.columns(), -1, 1).toArray();
      SparseVector x = SparseVector.of(problem.columns(), Support.of(support), values);
      run.observer().orElseThrow().onIteration(new Frozen(t, x, exploration));
    }
    return new Omp().solve(problem.withSparsity(1)).named(name());
  }

  private record Frozen(long iteration, SparseVector estimate, double[] vector) implements Iterate {
    @Override
    public Support support() {
      return estimate.support();
    }

    @Override
    public double residualNorm() {
      return iteration == BEST ? 0.5 : 1;
    }

    @Override
    public double bestResidualNorm() {
      return iteration < BEST ? 1 : 0.5;
    }

    @Override
    public long distinctSupports() {
      return iteration + 1;
    }

    @Override
    public boolean hasExploration() {
      return true;
    }

    @Override
    public double exploration(int j) {
      return vector[j];
    }
  }
}
