package io.github.sea4j.experiment;

/** Lists of solvers that several experiments start with. */
final class SolverList {

  /** The paper's six algorithms, SEA also started from OMP and ELS. */
  static final String OF_THE_PAPER = "sea, sea(omp), sea(els), omp, ompr, els, iht, htp";

  /** With the LASSO path: on coherent columns a comparison without it would flatter the others. */
  static final String WITH_LASSO = OF_THE_PAPER + ", lasso";

  /** Plain ones for comparison, then what whitening, exchanges of pairs and all together do. */
  static final String WHITENED =
      "sea, els, lasso, whitened(omp), whitened(ompr), whitened(htp), whitened(sea), "
          + "whitened(sea(decay=0.003)), els(whitened(sea(decay=0.003)), pairs), best";

  private SolverList() {}
}
