package io.github.sea4j.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.bayes.Posterior;
import io.github.sea4j.bayes.PosteriorSampler;
import io.github.sea4j.exchange.Els;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.SparseOperator;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseTriplet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BestTest {

  private static final Best MISSES = new Best().servingMisses();

  @Test
  void theCriterionIsPartOfTheName() {
    assertEquals("best(misses)", MISSES.name());
    assertEquals(MISSES, Solvers.parse("best(misses)"));
  }

  @Test
  void partsAreNamedAndReadBack() {
    Best few = new Best().withParts(EnumSet.of(BestPart.PAIRS, BestPart.ELS));
    assertEquals("best(parts=els pairs)", few.name());
    assertEquals(few, Solvers.parse("best(parts=pairs els)"));
    assertThrows(IllegalArgumentException.class, () -> Solvers.parse("best(parts=els luck)"));
    assertThrows(IllegalArgumentException.class, () -> Solvers.parse("best(parts=)"));
    assertThrows(
        IllegalArgumentException.class, () -> new Best().withParts(EnumSet.noneOf(BestPart.class)));
  }

  /** The answer is never worse than that of a part, and a part alone is that solver. */
  @Tag("slow")
  @ParameterizedTest
  @EnumSource(BestPart.class)
  void noPartIsBetterThanTheWhole(BestPart part) {
    for (Instance instance :
        List.of(
            Deconvolution.gaussian(60, 3).withSignalToNoise(20).instance(6, 1),
            GaussianMatrix.of(30, 60).withSignalToNoise(20).instance(8, 2))) {
      Solution alone = new Best().withParts(EnumSet.of(part)).solve(instance.problem());
      Solution whole =
          new Best().withParts(EnumSet.allOf(BestPart.class)).solve(instance.problem());
      assertTrue(whole.residualNorm() <= alone.residualNorm() * (1 + 1e-12), part::toString);
    }
    Instance instance = Deconvolution.gaussian(60, 3).withSignalToNoise(20).instance(6, 1);
    assertEquals(
        new Els().solve(instance.problem()).support(),
        new Best().withParts(EnumSet.of(BestPart.ELS)).solve(instance.problem()).support());
  }

  @Test
  void messagePassingIsAPartWhereColumnsOverlap() {
    Instance blurred = Deconvolution.gaussian(150, 2).withSignalToNoise(20).instance(6, 1);
    Instance full = GaussianMatrix.of(30, 60).withSignalToNoise(20).instance(8, 2);
    assertEquals(BestPart.values().length - 1, new Best().solve(blurred.problem()).iterations());
    assertEquals(BestPart.values().length, new Best().solve(full.problem()).iterations());
    // The same matrices by their entries; and one in which a tenth of the pairs overlap.
    for (Instance instance : List.of(blurred, full)) {
      long expected = new Best().solve(instance.problem()).iterations();
      assertEquals(expected, new Best().solve(stored(instance, 1)).iterations());
    }
    assertEquals(BestPart.values().length, new Best().solve(stored(full, 3)).iterations());
    assertEquals(BestPart.values().length - 1, new Best().solve(stored(full, 17)).iterations());
  }

  /** An instance whose matrix is stored by its entries, of which one in so many is kept. */
  private static SparseProblem stored(Instance instance, int every) {
    DMatrixRMaj a = DenseOperator.matrixOf(instance.problem().operator());
    Random random = new Random(1);
    DMatrixSparseTriplet entries = new DMatrixSparseTriplet(a.numRows, a.numCols, a.numRows);
    for (int i = 0; i < a.numRows; i++) {
      for (int j = 0; j < a.numCols; j++) {
        if (a.get(i, j) != 0 && random.nextInt(every) == 0) {
          entries.addItem(i, j, a.get(i, j));
        }
      }
    }
    return SparseProblem.of(
        SparseOperator.of(entries),
        instance.problem().measurements(),
        instance.problem().sparsity());
  }

  /** Where nothing else finds the support: 60 of 150 rows, seed 1, budget 0 of 3 missed. */
  @Tag("slow")
  @Test
  void messagePassingFindsWhatTheOthersMiss() {
    Best others = new Best().withParts(EnumSet.complementOf(EnumSet.of(BestPart.VAMP)));
    int missedByOthers = 0;
    for (int trial = 0; trial < 3; trial++) {
      Instance instance = GaussianMatrix.of(150, 375).instance(55, trial);
      Support truth = instance.truth().support();
      assertEquals(truth, new Best().solve(instance.problem()).support());
      missedByOthers += others.solve(instance.problem()).support().equals(truth) ? 0 : 1;
    }
    assertTrue(missedByOthers > 0, "the others find all: no test of message passing");
  }

  @Test
  void anExactFitNeedsNoSampling() {
    Instance instance = Deconvolution.gaussian(100, 2).instance(4, 3);
    Solution solution = MISSES.solve(instance.problem());
    assertEquals(Status.EXACT_FIT, solution.status());
    assertEquals(instance.truth().support(), solution.support());
    assertTrue(solution.detail(Posterior.class).isEmpty());
  }

  @Test
  void withNoiseTheLikeliestColumnsAreTheAnswer() {
    Instance instance = Deconvolution.gaussian(100, 3).withSignalToNoise(15).instance(6, 1);
    Solution solution = MISSES.solve(instance.problem());
    Solution sampled = new PosteriorSampler().tempered().solve(instance.problem());
    assertEquals(sampled.support(), solution.support());
    assertEquals(100, solution.detail(Posterior.class).orElseThrow().inclusion().length);
    double least = new Best().solve(instance.problem()).residualNorm();
    assertTrue(least <= solution.residualNorm(), "the other criterion has the least residual");
  }

  /** A budget that ends within the sampling ends the whole. */
  @Test
  void aLimitWithinTheSamplingIsTold() {
    SparseProblem problem =
        Deconvolution.gaussian(100, 3).withSignalToNoise(15).instance(6, 1).problem();
    Set<BestPart> parts = EnumSet.of(BestPart.ELS);
    long before = new Best().withParts(parts).solve(problem).products();
    Best sampled = new Best().withParts(parts).servingMisses();
    assertTrue(sampled.solve(problem).products() > before + 20);
    Solution cut = sampled.solve(problem, Run.unlimited().withProductLimit(before + 10));
    assertEquals(Status.PRODUCT_LIMIT, cut.status());
  }

  /** Before the first part has spent its time; parts that take bounds are not refused. */
  @Test
  void aLossThatAPartRefusesIsRefusedByTheWhole() {
    SparseProblem bounded = GaussianMatrix.of(20, 30).instance(3, 1).problem().withNonNegative();
    for (Best best :
        List.of(new Best(), new Best().withParts(EnumSet.of(BestPart.ELS)).servingMisses())) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> best.solve(bounded)).toString();
      assertTrue(message.contains("for best"), message);
    }
    Best few = new Best().withParts(EnumSet.of(BestPart.ELS));
    assertEquals(new Els().solve(bounded).support(), few.solve(bounded).support());
    assertEquals("best(rounds=3)", new Best().withRounds(3).name());
  }
}
