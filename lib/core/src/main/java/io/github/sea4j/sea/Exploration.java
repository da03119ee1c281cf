package io.github.sea4j.sea;

import io.github.sea4j.fit.ExplorationScores;
import io.github.sea4j.fit.Fit;
import io.github.sea4j.search.SearchContext;

/** The exploration vector X_t of SEA. */
interface Exploration {

  /** At a start, one entry for each column or group, for fits like this one. */
  static Exploration of(SearchContext context, Fit fit, double[] start, double eta, double decay) {
    ExplorationScores scores = fit.scores();
    return scores == null
        ? new PlainExploration(context, start, eta, decay)
        : new ScoredExploration(context, scores, start, eta, decay);
  }

  /** Replaces a support by the indices of the largest entries of X; whether it changed. */
  boolean largest(int[] indices);

  /** Goes along the gradient of a fit from now on. */
  void follow(Fit fit);

  /**
   * {@code X = X - eta g}, once.
   *
   * @param most iterations there shall be in all
   */
  void step(int most);
}
