package io.github.sea4j.bayes.move;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A chain of moves visits each support as often as the exact posterior says, and one with a wrong
 * Metropolis factor does not.
 *
 * <p>Nine pair moves for each single one, as single moves would hide what is wrong with pairs.
 * 30,000 rounds from fixed seeds: standard errors are at most {@code sqrt(.25/30,000) = .003} if
 * rounds were independent. .01 is three of these; the wrong factor makes .02 and more.
 */
@Tag("slow")
class MixTest {

  private static final int ROUNDS = 30_000;
  private static final double ERROR = 0.01;
  private static final int SPIKES = 3;
  private static final ModelParameters PARAMETERS = new ModelParameters(1, 0.25, 0.16);

  static List<SmallProblem> families() {
    return SmallProblem.families();
  }

  @ParameterizedTest
  @MethodSource("families")
  void visitsEachSupportAsOftenAsItIsLikely(SmallProblem problem) {
    Neighbourhoods neighbourhoods = new Neighbourhoods(problem.operator(), () -> false);
    Chance chance = new Chance(1);
    double worst = worst(problem, new PairMove(neighbourhoods, chance), neighbourhoods, chance);
    assertTrue(worst < ERROR, () -> "worst " + worst);
  }

  @Test
  void noticesAWrongMetropolisFactor() {
    SmallProblem problem = SmallProblem.truncatedBlur();
    Neighbourhoods neighbourhoods = new Neighbourhoods(problem.operator(), () -> false);
    Chance chance = new Chance(1);
    PairMove wrong =
        new PairMove(neighbourhoods, chance) {
          @Override
          protected double selection(int before, int after) {
            return 1;
          }
        };
    double worst = worst(problem, wrong, neighbourhoods, chance);
    assertTrue(worst > ERROR, () -> "worst " + worst);
  }

  /** The largest error of the frequency of a support or a column. */
  private static double worst(
      SmallProblem problem, Move pairs, Neighbourhoods neighbourhoods, Chance chance) {
    int n = problem.scale().length;
    ExactPosterior exact =
        new ExactPosterior(problem.a(), problem.y(), problem.scale(), PARAMETERS, SPIKES, SPIKES);
    double[] supports = exact.supports();
    double[] columns = exact.inclusion();
    SingleMove single = new SingleMove(neighbourhoods, chance, n);
    Level level = new Level(problem.scale());
    level.set(PARAMETERS, Cut.NONE, 1);
    Spikes spikes = problem.empty(SPIKES);
    for (int i = 0; i < SPIKES; i++) {
      spikes.add(i, 0);
    }
    for (int round = 0; round < ROUNDS; round++) {
      single.step(spikes, level, chance.below(SPIKES));
      for (int i = 0; i < 9; i++) {
        pairs.step(spikes, level);
      }
      supports[ExactPosterior.bits(spikes.support())] -= 1.0 / ROUNDS;
      for (int j : spikes.support()) {
        columns[j] -= 1.0 / ROUNDS;
      }
    }
    return Math.max(largest(supports), largest(columns));
  }

  private static double largest(double[] errors) {
    return Arrays.stream(errors).map(Math::abs).max().orElseThrow();
  }
}
