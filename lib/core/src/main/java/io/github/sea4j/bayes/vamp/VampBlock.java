package io.github.sea4j.bayes.vamp;

import java.util.ArrayList;
import java.util.List;

/** Runs that go together, so that their products are products with a matrix. */
final class VampBlock {

  private final VampProblem problem;
  private final List<VampRun> active;

  /** {@code C r2} and then the weights of the correction, for each run. */
  private final double[][] projected;

  private final double[][] weights;

  VampBlock(VampProblem problem, List<VampRun> runs) {
    this.problem = problem;
    this.active = new ArrayList<>(runs);
    this.projected = new double[runs.size()][problem.squares.length];
    this.weights = new double[runs.size()][problem.squares.length];
  }

  /** The runs that have not been taken out; shared. */
  List<VampRun> active() {
    return active;
  }

  /** An iteration of all of them: {@code 4 r n} multiplications and two products each. */
  void advance() {
    int count = active.size();
    double[][] messages = new double[count][];
    double[][] estimates = new double[count][];
    for (int b = 0; b < count; b++) {
      messages[b] = active.get(b).message;
      estimates[b] = active.get(b).estimate;
    }
    problem.rows.apply(messages, count, projected);
    for (int b = 0; b < count; b++) {
      active.get(b).weigh(projected[b], weights[b]);
      System.arraycopy(messages[b], 0, estimates[b], 0, estimates[b].length);
    }
    problem.rows.addTranspose(weights, count, estimates);
    active.forEach(VampRun::denoise);
  }
}
