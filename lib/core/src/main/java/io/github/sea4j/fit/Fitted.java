package io.github.sea4j.fit;

/** A support with coefficients on it, and how well they explain the measurements. */
public interface Fitted {

  /** The support, sorted; a new array. */
  int[] support();

  /** What is minimised, at these coefficients; for least squares {@code ||A x - y||}. */
  double value();

  /** The coefficients, in the order of the support; a new array. */
  double[] coefficients();
}
