package io.github.sea4j.fit;

/** A fit of a loss that is not quadratic, and that knows the quadratic which is nearest to it. */
public interface CurvedFit extends Fit {

  /** The quadratic model at the fit, for scores of exchanges; made anew at each call. */
  QuadraticModel model();
}
