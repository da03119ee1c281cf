package io.github.sea4j.model;

import io.github.sea4j.loss.GlmLoss;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What kind of numbers the target has, and so what is minimised. */
public enum LossKind {
  /** Any numbers; the deviance is the sum of squared errors. */
  LEAST_SQUARES("squares"),
  /** Two labels; the model predicts the probability of the positive one. */
  LOGISTIC("logistic"),
  /** Counts; the model predicts their expectation. */
  POISSON("poisson");

  private final String word;

  LossKind(String word) {
    this.word = word;
  }

  /**
   * The loss that a word names.
   *
   * @throws IllegalArgumentException that lists the words
   */
  public static LossKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "loss must be one of %s, but is '%s'".formatted(words(), word)));
  }

  private static String words() {
    return Arrays.stream(values()).map(LossKind::toString).collect(Collectors.joining(", "));
  }

  /** The loss as solvers know it, without weights and offset. */
  GlmLoss glm() {
    return switch (this) {
      case LEAST_SQUARES -> GlmLoss.leastSquares();
      case LOGISTIC -> GlmLoss.logistic();
      case POISSON -> GlmLoss.poisson();
    };
  }

  /** The deviance of one row. */
  double deviance(double y, double eta) {
    return glm().deviance(new double[] {y}, new double[] {eta});
  }

  /** As on the command line: squares, logistic, poisson. */
  @Override
  public String toString() {
    return word;
  }
}
