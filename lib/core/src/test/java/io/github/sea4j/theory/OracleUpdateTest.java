package io.github.sea4j.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.theory.OracleUpdate.OracleRun;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Bound T1 on every oracle run: seeds 501 to 600, five starts and steps each, no failure. */
class OracleUpdateTest {

  @Test
  void boundT1() {
    LongStream.rangeClosed(501, 600)
        .forEach(
            seed -> {
              int k = 1 + (int) (seed % 6);
              Instance instance = Instances.of(TestProblem.gaussian(15, 30, k, 0.1, seed));
              check(instance, SparseVector.zero(30), 1);
              for (double size : new double[] {0.1, 3}) {
                SparseVector start = Instances.randomStart(30, size, seed);
                check(instance, start, 1);
                check(instance, start, 0.05);
              }
            });
  }

  private static void check(Instance instance, SparseVector start, double eta) {
    double bound = SeaBounds.of(instance).withStart(start).withStepSize(eta).oracleIterations();
    OracleRun run =
        OracleUpdate.on(instance).withStart(start).withStepSize(eta).run((int) bound + 1);
    assertTrue(run.covered(), () -> "not covered within T1 = " + bound);
    assertTrue(run.coveringIteration() <= bound);
    int last = run.supports().size() - 1;
    for (int t = 0; t <= last; t++) {
      boolean covers = instance.truth().support().minus(run.supports().get(t)).size() == 0;
      assertEquals(t == last, covers, "the run ends where it covers, and not before");
    }
  }

  @Test
  void fromZeroTheBoundIsTheSizeOfTheTruth() {
    Instance instance = Instances.of(TestProblem.convolution(40, 3, 5, 0.01, 7));
    assertEquals(5, SeaBounds.of(instance).oracleIterations());
  }

  /** One column to find and a start that says nothing of it: no smaller number would do. */
  @Test
  void theBoundIsSharp() {
    LongStream.rangeClosed(501, 600)
        .forEach(
            seed -> {
              Instance instance = Instances.of(TestProblem.gaussian(15, 30, 1, 0, seed));
              double[] x0 = Instances.randomStart(30, 2, seed).toDense();
              x0[instance.truth().support().get(0)] = 0;
              SparseVector start = SparseVector.ofNonZeros(x0);
              double bound =
                  SeaBounds.of(instance).withStart(start).withStepSize(0.1).oracleIterations();
              OracleRun run =
                  OracleUpdate.on(instance).withStart(start).withStepSize(0.1).run((int) bound + 1);
              assertEquals(bound, run.coveringIteration());
              assertTrue(bound > 1, "a start that must be overcome");
            });
  }
}
