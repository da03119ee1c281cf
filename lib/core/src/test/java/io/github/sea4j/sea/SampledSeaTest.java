package io.github.sea4j.sea;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.oracle.TextbookSampledSea;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.random.Seeds;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import io.github.sea4j.solver.TraceRecorder;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SEA with sampled supports against its formulas, and where it finds the support. */
class SampledSeaTest {

  /** Seeds 61 to 63, 25 iterations, to a relative 1e-8: no draw is closer to a tie than that. */
  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63})
  void followsTheFormulas(long seed) {
    TestProblem sample = TestProblem.gaussian(30, 70, 8, 0.05, seed);
    UnitNormProblem unit = sample.problem().unitNorm();
    SampledExploration x =
        new SampledExploration(
            unit.orthogonalRows(),
            unit.measurements(),
            8,
            new double[70],
            Set.of(),
            RandomSource.XO_RO_SHI_RO_128_PP.create(Seeds.derive(1)));
    TextbookSampledSea textbook =
        new TextbookSampledSea(
            Dense.unitColumns(sample.matrix()),
            unit.measurements(),
            8,
            RandomSource.XO_RO_SHI_RO_128_PP.create(Seeds.derive(1)));
    for (int t = 0; t < 25; t++) {
      double scale = Dense.norm(textbook.exploration());
      assertArrayEquals(textbook.exploration(), x.vector(), 1e-8 * scale, "X_" + t);
      x.draw();
      x.shrink();
      x.takeOutFeedback();
      x.move();
      textbook.step();
    }
  }

  /**
   * m = 60, n = 150, k = 20, 20 instances of seeds 101 to 120. Failure budget: 6; the plain
   * algorithm solves at most 4.
   */
  @Test
  void findsWhatThePlainAlgorithmDoesNot() {
    int plain = 0;
    int sampled = 0;
    for (int seed = 101; seed <= 120; seed++) {
      Instance instance = GaussianMatrix.of(60, 150).instance(20, seed);
      plain += solves(new Sea(), instance) ? 1 : 0;
      sampled += solves(new Sea().sampled(), instance) ? 1 : 0;
    }
    assertTrue(sampled >= 14 && plain < 5, "sampled: " + sampled + ", plain: " + plain);
  }

  private static boolean solves(Solver solver, Instance instance) {
    return solver.solve(instance.problem()).support().equals(instance.truth().support());
  }

  /** Each part left out changes the run, and is named in the language. */
  @ParameterizedTest
  @EnumSource
  void everyPartCanBeLeftOut(SampledPart part) {
    SparseProblem problem = TestProblem.gaussian(30, 70, 12, 0.1, 64).problem();
    Sea whole = new Sea().sampled().withIterations(100);
    Sea less = whole.without(EnumSet.of(part));
    assertEquals("sea(iterations=100, sampled, without=" + part + ")", less.name());
    assertEquals(less, Solvers.parse(less.name()));
    TraceRecorder first = new TraceRecorder(1000, 3);
    TraceRecorder second = new TraceRecorder(1000, 3);
    whole.solve(problem, Run.unlimited().observedBy(first));
    less.solve(problem, Run.unlimited().observedBy(second));
    boolean differs = false;
    for (int t = 0; t < Math.min(first.rows().size(), second.rows().size()); t++) {
      differs |= first.rows().get(t).exploration()[0] != second.rows().get(t).exploration()[0];
    }
    assertTrue(differs, part + " has no effect");
  }

  @Test
  void theSeedDecidesTheSupports() {
    SparseProblem problem = TestProblem.gaussian(30, 90, 14, 0.1, 65).problem();
    Sea sampled = new Sea().sampled().withIterations(50);
    assertEquals(sampled.solve(problem).x(), sampled.solve(problem).x());
    assertTrue(!sampled.withSeed(2).solve(problem).x().equals(sampled.solve(problem).x()));
  }

  /** Two products an iteration and two at the start; it ends where a budget does. */
  @Test
  void keepsABudgetOfProducts() {
    SparseProblem problem = TestProblem.gaussian(30, 90, 14, 0.1, 65).problem();
    Solution free = new Sea().sampled().withIterations(40).solve(problem);
    assertEquals(82, free.products());
    assertEquals(40, free.iterations());
    assertEquals(Status.ITERATION_LIMIT, free.status());
    Solution cut = new Sea().sampled().solve(problem, Run.unlimited().withProductLimit(50));
    assertEquals(Status.PRODUCT_LIMIT, cut.status());
    assertTrue(cut.products() >= 50 && cut.products() <= 52);
  }

  /** From a start that is the truth it is there at once; never worse than any start. */
  @Test
  void goesOnFromAStart() {
    TestProblem clean = TestProblem.gaussian(30, 70, 8, 0, 66);
    Solution at = new Sea().sampled().from(clean.truth().support()).solve(clean.problem());
    assertEquals(Status.EXACT_FIT, at.status());
    assertEquals(clean.truth().support(), at.support());
    assertEquals("sea(omp, sampled)", Solvers.parse("sea(omp, sampled)").name());
  }

  @Test
  void refusesOptionsOfTheOtherForm() {
    assertRefused("decay", () -> new Sea().withDecay(0.1).sampled());
    assertRefused("eta", () -> Solvers.parse("sea(sampled, eta=0.5)"));
    assertRefused("without", () -> new Sea().without(EnumSet.of(SampledPart.NOISE)));
    assertRefused("without must be some of", () -> Solvers.parse("sea(sampled, without=nothing)"));
  }

  /** X stays 0, a number. */
  @Test
  void measurementsThatNoColumnSeesLeaveNothingToExplore() {
    double[][] matrix = {{1, 0}, {0, 1}, {0, 0}};
    SparseProblem problem = SparseProblem.of(matrix, new double[] {0, 0, 1}, 1);
    RunObserver observer =
        iterate -> {
          assertEquals(0, iterate.exploration(0));
          return RunObserver.Signal.CONTINUE;
        };
    Solution solution =
        Solvers.parse("sea(sampled)").solve(problem, Run.unlimited().observedBy(observer));
    assertEquals(1, solution.relativeResidual());
    assertTrue(solution.iterations() > 1);
  }
}
