package io.github.sea4j.leastsquares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The best exchange of two columns against all of them, each fitted. */
class PairExchangesTest {

  /** 10 columns outside: fewer than the first insertions tried, so none is missed. */
  @Test
  void bestIsTheBestOfAll() {
    LongStream.rangeClosed(1341, 1350)
        .forEach(
            seed -> {
              check(TestProblem.gaussian(12, 14, 3, 0.2, seed), 1e-10);
              check(TestProblem.convolution(14, 1.2, 3, 0.2, seed), 1e-7);
            });
  }

  private static void check(TestProblem sample, double accuracy) {
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] y = sample.measurements();
    DenseOperator operator = DenseOperator.of(unit);
    ProjectedColumns columns = new ProjectedColumns(operator, y, 4);
    for (int j : new int[] {3, 4, 9, 11}) {
      assertTrue(columns.insert(j));
    }
    columns.update();
    PairExchanges exchanges = new PairExchanges(columns, new ColumnCache(operator));
    double now = squared(unit, columns.support(), y);
    for (int i = 0; i < columns.size(); i++) {
      for (int l = i + 1; l < columns.size(); l++) {
        PairExchanges.Exchange best = exchanges.best(i, l);
        int[] kept =
            IntStream.of(columns.support())
                .filter(j -> j != best.leaving1() && j != best.leaving2())
                .toArray();
        assertEquals(
            now - squared(unit, with(kept, best.entering1(), best.entering2()), y),
            best.gain(),
            accuracy);
        assertEquals(now - least(unit, columns.support(), kept, y), best.gain(), accuracy);
      }
    }
  }

  /** The smallest squared residual of the kept columns with any two from outside the support. */
  private static double least(double[][] unit, int[] support, int[] kept, double[] y) {
    int n = unit[0].length;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      for (int h = j + 1; h < n; h++) {
        int a = j;
        int b = h;
        if (IntStream.of(support).noneMatch(i -> i == a || i == b)) {
          least = Math.min(least, squared(unit, with(kept, j, h), y));
        }
      }
    }
    return least;
  }

  private static int[] with(int[] kept, int j, int h) {
    return IntStream.concat(IntStream.of(kept), IntStream.of(j, h)).sorted().toArray();
  }

  private static double squared(double[][] unit, int[] support, double[] y) {
    double norm = Dense.norm(Dense.residual(unit, support, y));
    return norm * norm;
  }
}
