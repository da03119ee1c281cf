package io.github.sea4j.bayes.vamp;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.exchange.Els;
import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import io.github.sea4j.solver.TraceRecorder;
import io.github.sea4j.solver.TraceRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** VAMP as a solver: where it finds the support, when it stops, and what it refuses. */
class VampTest {

  /** How many of the instances of seeds 101 to 100 + count are solved. */
  private static int solved(Solver solver, InstanceGenerator generator, int k, int count) {
    int solved = 0;
    for (int seed = 101; seed <= 100 + count; seed++) {
      Instance instance = generator.instance(k, seed);
      Solution solution = solver.solve(instance.problem());
      solved += solution.support().equals(instance.truth().support()) ? 1 : 0;
    }
    return solved;
  }

  /**
   * m = 60, n = 150, k = 20, 20 instances, seeds 101 to 120. Failure budget: 5 for the run alone, 2
   * with restarts.
   */
  @Test
  void findsWhatOthersDoNotAndRestartsFindMore() {
    GaussianMatrix generator = GaussianMatrix.of(60, 150);
    int one = solved(new Vamp().withRuns(1), generator, 20, 20);
    int many = solved(new Vamp(), generator, 20, 20);
    assertTrue(one >= 15, "one run: " + one);
    assertTrue(many >= 18 && many >= one, "restarts: " + many + ", one run: " + one);
  }

  /** 20 dB, 20 instances, failure budget 1; the noise learned, and given. */
  @Test
  void findsTheSupportUnderNoise() {
    GaussianMatrix generator = GaussianMatrix.of(80, 200).withSignalToNoise(20);
    assertTrue(solved(new Vamp(), generator, 22, 20) >= 19);
    assertTrue(solved(new Vamp().withNoise(0.1), generator, 22, 20) >= 19);
  }

  /** Neighbouring columns with correlation 0.8, 20 instances, failure budget 1. */
  @Test
  void findsTheSupportAmongCorrelatedColumns() {
    assertTrue(solved(new Vamp(), CorrelatedMatrix.of(80, 200, 0.8), 20, 20) >= 19);
  }

  /** Seed 91. Believed without noise because it fits, with noise because the residual is its. */
  @Test
  void saysWhyItBelievesAnAnswer() {
    Solution clean = new Vamp().solve(TestProblem.gaussian(60, 120, 8, 0, 91).problem());
    assertEquals(Status.EXACT_FIT, clean.status());
    Solution noisy = new Vamp().solve(TestProblem.gaussian(60, 120, 8, 0.1, 91).problem());
    assertEquals(Status.CONVERGED, noisy.status());
    Solution hopeless = new Vamp().solve(TestProblem.gaussian(30, 200, 16, 0, 91).problem());
    assertEquals(Status.ITERATION_LIMIT, hopeless.status());
  }

  /** Two products an iteration and run; blocks of 16 end within an iteration of a limit. */
  @Test
  void countsAProductForEachVector() {
    SparseProblem problem = TestProblem.gaussian(30, 200, 16, 0, 91).problem();
    Solution one = new Vamp().withRuns(1).withIterations(30).solve(problem);
    assertEquals(60, one.products());
    Solution cut = new Vamp().solve(problem, Run.unlimited().withProductLimit(700));
    assertEquals(Status.PRODUCT_LIMIT, cut.status());
    assertTrue(cut.products() >= 700 && cut.products() < 732, () -> "" + cut.products());
  }

  /** The thread is interrupted when the first support is fitted: no other one is. */
  @Test
  void anInterruptEndsItWithAnAnswer() {
    SparseProblem problem = TestProblem.gaussian(30, 200, 16, 0, 91).problem();
    RunObserver interrupting =
        iterate -> {
          Thread.currentThread().interrupt();
          return RunObserver.Signal.CONTINUE;
        };
    Solution solution = new Vamp().solve(problem, Run.unlimited().observedBy(interrupting));
    assertTrue(Thread.interrupted());
    assertEquals(Status.INTERRUPTED, solution.status());
    assertEquals(1, solution.iterations());
    assertEquals(16, solution.support().size());
  }

  /** Seed 92: restarts are random, and the same for the same seed. */
  @Test
  void theSeedDecidesTheRestarts() {
    Vamp restarted = new Vamp().withRuns(17);
    assertEquals(supports(restarted), supports(restarted));
    assertTrue(!supports(restarted).equals(supports(restarted.withSeed(2))));
    Vamp alone = new Vamp().withRuns(1);
    assertEquals(supports(alone), supports(alone.withSeed(2)));
  }

  /** All supports that are fitted on the way. */
  private static List<Support> supports(Solver solver) {
    TraceRecorder trace = new TraceRecorder(1000);
    solver.solve(
        TestProblem.gaussian(30, 200, 16, 0, 92).problem(), Run.unlimited().observedBy(trace));
    return trace.rows().stream().map(TraceRow::support).toList();
  }

  @Test
  void othersStartFromIt() {
    SparseProblem problem = TestProblem.gaussian(60, 120, 8, 0.1, 91).problem();
    double alone = new Vamp().solve(problem).residualNorm();
    assertTrue(new Els().from(new Vamp()).solve(problem).residualNorm() <= alone);
    assertTrue(new Sea().from(new Vamp()).solve(problem).residualNorm() <= alone);
    assertEquals("els(vamp)", new Els().from(new Vamp()).name());
  }

  /** In the Fourier domain, without writing the matrix out. */
  @Test
  void takesLongConvolutions() {
    int n = 8_000;
    double[] kernel = {0.3, 1, 0.5};
    double[] x = new double[n];
    x[17] = 2;
    x[5_000] = -1;
    double[] y = new double[n];
    ConvolutionOperator operator = ConvolutionOperator.circular(n, kernel, 1);
    operator.apply(x, y);
    Solution solution = new Vamp().withRuns(1).solve(SparseProblem.of(operator, y, 2));
    assertEquals("[17, 5000]", solution.support().toString());
  }

  @Test
  void refusesWhatIsTooLargeToBeDecomposed() {
    int n = 4000;
    double[] y = new double[n];
    y[5] = 1;
    SparseProblem problem =
        SparseProblem.of(ConvolutionOperator.truncated(n, new double[] {1, 2}, 0), y, 2);
    assertRefused("operator: whitening needs", () -> new Vamp().solve(problem));
    assertRefused("runs must be", () -> new Vamp().withRuns(0));
    assertRefused("noise must be", () -> new Vamp().withNoise(-1));
    assertRefused("iterations must be", () -> new Vamp().withIterations(0));
    assertRefused("seed must be", () -> new Vamp().withSeed(-1));
  }

  /** As large a support as there are rows, or columns: nothing to choose, and no NaN. */
  @Test
  void extremesOfTheSparsityHaveAnAnswer() {
    for (int[] shape : new int[][] {{6, 6, 6}, {5, 9, 5}, {9, 5, 5}, {1, 1, 1}, {7, 9, 1}}) {
      TestProblem sample = TestProblem.gaussian(shape[0], shape[1], shape[2], 0.1, 93);
      Solution solution = new Vamp().solve(sample.problem());
      assertEquals(shape[2], solution.support().size());
      assertTrue(solution.relativeResidual() <= 1);
    }
  }
}
