package io.github.sea4j.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.instance.Amplitudes;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.random.Seeds;
import io.github.sea4j.solver.Solver;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sparsity at which half of the signals are recovered, to a relative error of 1e-3, with
 * Gaussian matrices of 200 x 1000 and Gaussian coefficients, beside the values of other programs
 * (100 trials, about +-1).
 *
 * <p>Minutes, so on demand only: {@code mvn -pl lib/core test -Dtest=HalfRecoveryTest
 * -Dhalf.recovery=100}, the number of trials. The values seen are in {@code lib/NOTES.md}. Seeds
 * derived from 2001000; 100 trials leave the crossing uncertain by about 1. Failure budget: 4 off
 * the value elsewhere, as programs differ in details.
 */
@EnabledIfSystemProperty(named = HalfRecoveryTest.TRIALS, matches = "[1-9][0-9]*")
class HalfRecoveryTest {

  static final String TRIALS = "half.recovery";

  private static final GaussianMatrix FAMILY =
      GaussianMatrix.of(200, 1000).withAmplitudes(Amplitudes.gaussian());

  private static final int STEP = 3;

  @ParameterizedTest
  @CsvSource({
    "iht(step=0.3),52",
    "niht,55",
    "nhtp,59",
    "htp,64",
    "sp,62",
    "cosamp,61",
    "omp,56",
    "ompr,71"
  })
  void crossesOneHalfWhereItDoesElsewhere(String name, int elsewhere) {
    double here = crossing(Solvers.parse(name), elsewhere);
    System.out.printf("%-15s here %.1f, elsewhere %d%n", name, here, elsewhere);
    assertEquals(elsewhere, here, 4);
  }

  /** Walks from the value elsewhere to the two neighbours with one half between their rates. */
  private static double crossing(Solver solver, int start) {
    int low = start;
    double lowRate = rate(solver, low);
    while (lowRate < 0.5) {
      low -= STEP;
      lowRate = rate(solver, low);
    }
    int high = low + STEP;
    double highRate = rate(solver, high);
    while (highRate >= 0.5) {
      low = high;
      lowRate = highRate;
      high += STEP;
      highRate = rate(solver, high);
    }
    return low + STEP * (lowRate - 0.5) / (lowRate - highRate);
  }

  private static double rate(Solver solver, int sparsity) {
    int trials = Integer.getInteger(TRIALS);
    int found = 0;
    for (int trial = 0; trial < trials; trial++) {
      Instance instance = FAMILY.instance(sparsity, Seeds.derive(2001000, sparsity, trial));
      double[] x = solver.solve(instance.problem()).x().toDense();
      found += relativeError(instance.truth().toDense(), x) < 1e-3 ? 1 : 0;
    }
    return found / (double) trials;
  }

  private static double relativeError(double[] truth, double[] x) {
    double error = 0;
    double size = 0;
    for (int j = 0; j < x.length; j++) {
      error += (x[j] - truth[j]) * (x[j] - truth[j]);
      size += truth[j] * truth[j];
    }
    return Math.sqrt(error / size);
  }
}
