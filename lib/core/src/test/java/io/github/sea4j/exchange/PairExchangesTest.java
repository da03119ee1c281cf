package io.github.sea4j.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Predicted exchanges of two columns against fits that make them, and against all there are. */
class PairExchangesTest {

  private static final int[] SUPPORT = {2, 3, 8, 9};

  /** Twelve or fewer candidates from outside: every one is tried first. Seeds 1401 to 1420. */
  @Test
  void theBestOfAllExchangesIsFoundAndItsGainIsTheFits() {
    LongStream.rangeClosed(1401, 1420)
        .forEach(
            seed -> {
              checkAll(TestProblem.gaussian(10, 12, 3, 0.3, seed), 1e-10);
              checkAll(TestProblem.convolution(12, 1, 3, 0.3, seed), 1e-8);
            });
  }

  private static void checkAll(TestProblem sample, double accuracy) {
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] y = sample.measurements();
    ProjectedColumns columns = columns(unit, y);
    PairExchanges exchanges = exchanges(columns, unit);
    for (int first = 0; first < SUPPORT.length; first++) {
      for (int second = first + 1; second < SUPPORT.length; second++) {
        PairExchanges.Exchange best = exchanges.best(first, second);
        assertEquals(columns.held(first), best.leaving1());
        assertEquals(columns.held(second), best.leaving2());
        int[] kept = without(columns.support(), best.leaving1(), best.leaving2());
        double now = squared(unit, columns.support(), y);
        double made = now - squared(unit, with(kept, best.entering1(), best.entering2()), y);
        assertEquals(made, best.gain(), accuracy, best + " made");
        assertEquals(
            now - bestOfAll(unit, columns.support(), kept, y),
            best.gain(),
            accuracy,
            best + " best");
      }
    }
  }

  /** The smallest squared residual over all pairs from outside the support. */
  private static double bestOfAll(double[][] unit, int[] support, int[] kept, double[] y) {
    double best = Double.POSITIVE_INFINITY;
    int[] others =
        IntStream.range(0, unit[0].length)
            .filter(j -> Arrays.binarySearch(support, j) < 0)
            .toArray();
    for (int a = 0; a < others.length; a++) {
      for (int b = a + 1; b < others.length; b++) {
        best = Math.min(best, squared(unit, with(kept, others[a], others[b]), y));
      }
    }
    return best;
  }

  /** More candidates than are tried first: the gain is still that of a fit. */
  @Test
  void gainsAreWhatTheFitsShowOnLargerProblems() {
    LongStream.rangeClosed(1421, 1430)
        .forEach(
            seed -> {
              TestProblem sample = TestProblem.convolution(60, 1.5, 5, 0.2, seed);
              double[][] unit = Dense.unitColumns(sample.matrix());
              double[] y = sample.measurements();
              ProjectedColumns columns = columns(unit, y);
              PairExchanges.Exchange best = exchanges(columns, unit).best(0, 1);
              int[] kept = without(SUPPORT, best.leaving1(), best.leaving2());
              double made =
                  squared(unit, SUPPORT, y)
                      - squared(unit, with(kept, best.entering1(), best.entering2()), y);
              assertEquals(made, best.gain(), 1e-8);
            });
  }

  /** A column that is a copy of one that stays, or of the other one that enters, is not taken. */
  @Test
  void dependentColumnsAreNotTakenTogether() {
    LongStream.rangeClosed(1431, 1440)
        .forEach(
            seed -> {
              TestProblem sample = TestProblem.gaussian(10, 9, 3, 0.3, seed);
              int[] order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 5, 4, 3, 2};
              double[][] unit = Dense.selectColumns(Dense.unitColumns(sample.matrix()), order);
              ProjectedColumns columns = columns(unit, sample.measurements());
              PairExchanges exchanges = exchanges(columns, unit);
              int held3 =
                  IntStream.range(0, 4).filter(i -> columns.held(i) == 8).findFirst().orElseThrow();
              for (int other = 0; other < 4; other++) {
                if (other != held3) {
                  PairExchanges.Exchange best =
                      exchanges.best(Math.min(other, held3), Math.max(other, held3));
                  int[] now =
                      with(
                          without(columns.support(), best.leaving1(), best.leaving2()),
                          best.entering1(),
                          best.entering2());
                  assertTrue(Double.isFinite(best.gain()));
                  assertEquals(
                      4, Arrays.stream(now).map(j -> order[j]).distinct().count(), best.toString());
                }
              }
            });
  }

  private static ProjectedColumns columns(double[][] unit, double[] y) {
    ProjectedColumns columns = new ProjectedColumns(DenseOperator.of(unit), y, SUPPORT.length);
    for (int j : SUPPORT) {
      // Refused where it is a copy of one that is in; the first columns then fill up.
      columns.insert(j);
    }
    for (int j = 0; columns.size() < SUPPORT.length; j++) {
      columns.insert(j);
    }
    columns.update();
    return columns;
  }

  private static PairExchanges exchanges(ProjectedColumns columns, double[][] unit) {
    return new PairExchanges(columns, new ColumnCache(DenseOperator.of(unit)));
  }

  private static int[] without(int[] support, int a, int b) {
    return Arrays.stream(support).filter(j -> j != a && j != b).toArray();
  }

  private static int[] with(int[] support, int a, int b) {
    return IntStream.concat(Arrays.stream(support), IntStream.of(a, b)).toArray();
  }

  private static double squared(double[][] unit, int[] support, double[] y) {
    double norm = Dense.norm(Dense.residual(unit, support, y));
    return norm * norm;
  }
}
