package io.github.sea4j.sea;

import io.github.sea4j.fit.ExplorationScores;
import io.github.sea4j.fit.Fit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.search.SearchContext;

/**
 * The exploration vector X_t of SEA where columns are bounded or enter in groups: X has an entry
 * for each single column, and what its entries are worth is asked of the {@link ExplorationScores}.
 *
 * <p>On a column held at its bound the gradient does not vanish: X falls there, and the column
 * leaves. No iteration is skipped.
 */
final class ScoredExploration implements Exploration {

  private final ExplorationScores scores;
  private final double stepSize;
  private final double decay;
  private final TopK largest;
  private final double[] vector;
  private final double[] gradient;
  private final double[] score;

  ScoredExploration(
      SearchContext context,
      ExplorationScores scores,
      double[] start,
      double stepSize,
      double decay) {
    this.scores = scores;
    this.stepSize = stepSize;
    this.decay = decay;
    this.largest = new TopK(start.length);
    this.vector = scores.vectorOf(start);
    this.gradient = new double[vector.length];
    this.score = new double[start.length];
    context.explore(vector);
  }

  @Override
  public boolean largest(int[] indices) {
    scores.scores(vector, score);
    return largest.select(score, indices);
  }

  @Override
  public void follow(Fit fit) {
    scores.slopes(gradient);
  }

  @Override
  public void step(int most) {
    for (int j = 0; j < vector.length; j++) {
      double forgotten = gradient[j] == 0 ? 0 : decay * vector[j];
      vector[j] -= forgotten + stepSize * gradient[j];
    }
  }
}
