package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;

/** A solver that can go on from another one's answer: {@code new Els().from(new Sea())}. */
public interface StartableSolver extends Solver {

  /** This solver, started from the answer of {@code start} on the same problem. */
  StartableSolver from(Solver start);

  /**
   * This solver, started from coefficients that are at hand, in the scale of the user's columns.
   */
  StartableSolver from(SparseVector start);

  /** This solver, started from an answer that is at hand. */
  default StartableSolver from(Solution start) {
    return from(start.x());
  }

  /** This solver, started from the fit on a support that is at hand. */
  StartableSolver from(Support start);
}
