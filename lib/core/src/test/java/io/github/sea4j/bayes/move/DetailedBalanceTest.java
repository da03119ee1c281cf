package io.github.sea4j.bayes.move;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each move by itself keeps the exact posterior, and in equilibrium goes from one support to
 * another as often as back.
 *
 * <p>States are drawn from the posterior itself, so there is nothing to wait for. 60,000 steps a
 * case; flows, and two statistics of before and after, are compared in units of their standard
 * error: some 600 comparisons a case, 16 cases, each beyond 5 with probability 6e-7: a failure
 * budget of 1 %, and the seeds are fixed.
 */
@Tag("slow")
class DetailedBalanceTest {

  private static final int STEPS = 60_000;
  private static final double WORST = 5;
  private static final int SPIKES = 3;
  private static final ModelParameters PARAMETERS = new ModelParameters(1, 0.3, 0.15);

  static List<SmallProblem> families() {
    return SmallProblem.families();
  }

  @ParameterizedTest
  @MethodSource("families")
  void ofOneSpike(SmallProblem problem) {
    Flow flow = new Flow(problem, PARAMETERS, SPIKES, SPIKES, 1);
    SingleMove move = new SingleMove(flow.neighbourhoods(), flow.chance(), problem.scale().length);
    flow.run((spikes, level) -> move.step(spikes, level, 0), STEPS);
    assertBalanced(flow);
  }

  @ParameterizedTest
  @MethodSource("families")
  void ofTwoSpikes(SmallProblem problem) {
    Flow flow = new Flow(problem, PARAMETERS, SPIKES, SPIKES, 2);
    flow.run(new PairMove(flow.neighbourhoods(), flow.chance()), STEPS);
    assertBalanced(flow);
  }

  @ParameterizedTest
  @MethodSource("families")
  void ofTheNumberOfSpikes(SmallProblem problem) {
    Flow flow = new Flow(problem, PARAMETERS, 0, SPIKES, 3);
    flow.run(new SizeMove(flow.chance(), problem.scale().length), STEPS);
    assertBalanced(flow);
  }

  /** Around zero both signs are one Gaussian, and moves take a shorter way. */
  @Test
  void ofAmplitudesAroundZero() {
    Flow flow = new Flow(SmallProblem.blur(), new ModelParameters(0, 1, 0.15), SPIKES, SPIKES, 4);
    flow.run(new PairMove(flow.neighbourhoods(), flow.chance()), STEPS);
    assertBalanced(flow);
  }

  /** The test itself: a pair counted wrongly shows. */
  @Test
  void noticesAWrongMetropolisFactor() {
    Flow flow = new Flow(SmallProblem.truncatedBlur(), PARAMETERS, SPIKES, SPIKES, 5);
    PairMove wrong =
        new PairMove(flow.neighbourhoods(), flow.chance()) {
          @Override
          protected double selection(int before, int after) {
            return 1;
          }
        };
    flow.run(wrong, STEPS);
    assertTrue(flow.asymmetry() > WORST, () -> "asymmetry " + flow.asymmetry());
  }

  private static void assertBalanced(Flow flow) {
    assertTrue(flow.moved() > STEPS / 20, () -> "moved " + flow.moved());
    assertTrue(flow.worst() < WORST, () -> "worst flow " + flow.worst());
    assertTrue(flow.asymmetry() < WORST, () -> "asymmetry " + flow.asymmetry());
  }
}
