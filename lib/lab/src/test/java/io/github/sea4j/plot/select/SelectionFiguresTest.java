package io.github.sea4j.plot.select;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.plot.ChartFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The figures of a choice show what the tables say, for any number of sizes. */
class SelectionFiguresTest {

  /** Held out 9, 4, 1, 0, 1, 4, ... around size 3, with errors of 1.5; names a0, a1, ... enter. */
  private static Table path(int from, int to) {
    int[] k = IntStream.rangeClosed(from, to).toArray();
    Table table = Table.create("els of y: k = 2; others", IntColumn.create("k", k));
    for (String name : List.of("deviance", "AIC", "BIC", "EBIC", "GIC", "held_out")) {
      table.addColumns(
          DoubleColumn.create(name, IntStream.of(k).mapToDouble(i -> (i - 3.0) * (i - 3.0))));
    }
    return table.addColumns(
        DoubleColumn.create("standard_error", IntStream.of(k).mapToDouble(i -> 1.5)),
        StringColumn.create(
            "columns",
            IntStream.of(k)
                .mapToObj(
                    i ->
                        IntStream.range(0, i)
                            .mapToObj(j -> "a" + j)
                            .collect(Collectors.joining(", ")))));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "5,5", "0,1", "0,7", "0,40"})
  void anyNumberOfSizesIsDrawn(int from, int to) {
    assertTrue(ChartFile.png(SelectionFigures.all(path(from, to)), 1).length > 0);
  }

  @Test
  void theMarkIsTheSmallestSizeBelowTheLevel() {
    XYChart chart = SelectionFigures.crossValidation(path(0, 7));
    List<XYSeries> series = List.copyOf(chart.getSeriesCollection());
    assertArrayEquals(new double[] {9, 4, 1, 0, 1, 4, 9, 16}, series.get(0).getYData());
    assertArrayEquals(new double[] {1.5, 1.5}, Arrays.copyOf(series.get(1).getYData(), 2));
    assertArrayEquals(new double[] {2}, series.get(2).getXData());
  }

  @Test
  void aPointForEachColumnOfEachSize() {
    XYChart chart = SelectionFigures.path(path(0, 4));
    XYSeries points = chart.getSeries("in the fit");
    assertEquals(0 + 1 + 2 + 3 + 4, points.getXData().length);
  }
}
