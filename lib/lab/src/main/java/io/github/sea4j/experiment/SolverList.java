package io.github.sea4j.experiment;

/** Lists of solvers that several experiments start with. */
final class SolverList {

  /** The paper's six algorithms, SEA also started from OMP and ELS. */
  static final String OF_THE_PAPER = "sea, sea(omp), sea(els), omp, ompr, els, iht, htp";

  /** With the LASSO path: on coherent columns a comparison without it would flatter the others. */
  static final String WITH_LASSO = OF_THE_PAPER + ", lasso";

  /**
   * Plain ones for comparison, then what whitening, exchanges of pairs and all together do; the
   * exchanges without whitening, which tells the two apart.
   */
  static final String WHITENED =
      "sea, els, lasso, whitened(omp), whitened(ompr), whitened(htp), whitened(sea), "
          + "whitened(sea(decay=0.003)), els(whitened(sea(decay=0.003)), pairs), best, els(pairs)";

  /** With noise, the posterior too. */
  static final String WHITENED_NOISE = WHITENED + ", posterior";

  /**
   * Where neighbours need not overlap: message passing and sampled SEA. The posterior takes seconds
   * a solve on dense matrices.
   */
  static final String CORRELATED = WHITENED + ", vamp, sea(sampled)";

  /** Few enough for n = 5000. */
  static final String WHITENED_LARGE =
      "sea, omp, els, whitened(omp), whitened(sea), els(whitened(sea(decay=0.003)))";

  /** Few enough for images of 65,536 pixels, where SEA takes 15 ms an iteration. */
  static final String IMAGES =
      "omp, htp, sea(iterations=300), whitened(htp, tau=0.1 1e-5), whitened(omp, tau=0.1 1e-5)";

  /** Held to budgets: those that end early, and restarts, which go on. */
  static final String ANYTIME =
      "sea, restarts(sea), restarts(sea(decay=0.003)), restarts(els), restarts(htp), lasso, "
          + "restarts(els(whitened(sea(decay=0.003)), pairs)), best";

  /**
   * SEA with sampled supports, whole and without each of its parts, beside VAMP and SEA that
   * forgets.
   */
  static final String SAMPLED =
      "sea(decay=0.003), vamp(runs=1), vamp, sea(sampled), "
          + "sea(sampled, without=noise), sea(sampled, without=subtraction), "
          + "sea(sampled, without=shrinkage), sea(sampled, without=memory), "
          + "sea(sampled, without=inverse)";

  private SolverList() {}
}
