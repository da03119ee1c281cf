package io.github.sea4j.solver;

/** A solver that can go on from another one's answer: {@code new Els().from(new Sea())}. */
public interface StartableSolver extends Solver {

  /** This solver, started from the answer of {@code start} on the same problem. */
  StartableSolver from(Solver start);

  /** This solver, started from a support and coefficients that are at hand. */
  StartableSolver from(Solution start);
}
