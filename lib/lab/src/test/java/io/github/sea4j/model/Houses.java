package io.github.sea4j.model;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.random.Seeds;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables whose right columns are known: a, c and f count, b to h beside them do not. */
public final class Houses {

  private Houses() {}

  /**
   * Correlated columns a to h, y = 3 + 2 a - 1.5 c + f + noise, counts and labels from the same.
   */
  public static DataTable of(int rows, long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(Seeds.derive(seed));
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] x = new double[8][rows];
    double[] y = new double[rows];
    double[] count = new double[rows];
    String[] label = new String[rows];
    for (int i = 0; i < rows; i++) {
      double shared = normal.sample();
      for (double[] column : x) {
        column[i] = 0.6 * shared + normal.sample();
      }
      double eta = 2 * x[0][i] - 1.5 * x[2][i] + x[5][i];
      y[i] = 3 + eta + 0.7 * normal.sample();
      count[i] = Math.rint(Math.exp(0.4 * eta + 0.3 * normal.sample()));
      label[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? "yes" : "no";
    }
    Table table = Table.create("houses");
    IntStream.range(0, 8)
        .forEach(
            j -> table.addColumns(DoubleColumn.create(String.valueOf((char) ('a' + j)), x[j])));
    table.addColumns(
        DoubleColumn.create("y", y),
        DoubleColumn.create("count", count),
        StringColumn.create("label", label));
    return DataTable.of(table);
  }

  /** The question about one of the three targets. */
  public static Regression question(int rows, long seed, LossKind loss) {
    DataTable table = of(rows, seed);
    return switch (loss) {
      case LEAST_SQUARES -> Regression.of(table.without("count", "label"), "y");
      case LOGISTIC -> Regression.of(table.without("y", "count"), "label").logistic();
      case POISSON -> Regression.of(table.without("y", "label"), "count").poisson();
    };
  }
}
