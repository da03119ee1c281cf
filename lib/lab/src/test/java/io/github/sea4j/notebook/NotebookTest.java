package io.github.sea4j.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.exact.ExhaustiveSearch;
import io.github.sea4j.experiment.Preset;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.plot.Figures;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.run.SweepProgress;
import io.github.sea4j.solver.Heartbeat;
import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.Rows;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NotebookTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T14:32:05Z"), ZoneOffset.UTC);

  /** Remembers what it was asked to show. */
  private static final class Recorder implements Kernel {
    private final List<Output> shown = new ArrayList<>();
    private final List<Output> replaced = new ArrayList<>();
    private final List<Class<?>> types = new ArrayList<>();

    @Override
    public <T> void register(Class<T> type, Function<T, Output> render) {
      types.add(type);
    }

    @Override
    public void show(Output output, String id) {
      shown.add(output);
    }

    @Override
    public void replace(Output output, String id) {
      replaced.add(output);
    }
  }

  @Test
  void answersAreComparedWithTheTruth() {
    Instance instance = GaussianMatrix.of(20, 30).instance(3, 1);
    Table table =
        RecoveryTable.of(
            instance,
            new ExhaustiveSearch().solve(instance.problem()),
            new Omp().solve(instance.problem().withSparsity(1)));
    assertEquals(2, table.rowCount());
    for (String one : List.of("precision", "recall", "F1")) {
      assertEquals(1, table.doubleColumn(one).getDouble(0));
    }
    assertEquals(0, table.doubleColumn("coefficient error").getDouble(0), 1e-12);
    assertTrue(table.doubleColumn("recall").getDouble(1) <= 1 / 3.0);
  }

  @Test
  void outsideAKernelNothingHappens() {
    Notebook.init();
    Notebook.show("x");
    Notebook.markdown("%s", "y");
  }

  @Test
  void chartsArePngAtTwiceTheDensityAndTheirOwnSize() throws Exception {
    XYChart chart = (XYChart) Figures.supportDistance(ResultTable.of(Rows.of("sea")));
    Output output = Views.of(chart);
    assertEquals("image/png", output.mimeType());
    assertEquals(chart.getWidth(), output.metadata().get("width"));
    assertEquals(chart.getHeight(), output.metadata().get("height"));
    byte[] png = Base64.getDecoder().decode(output.data());
    assertEquals(2 * chart.getWidth(), ImageIO.read(new ByteArrayInputStream(png)).getWidth());
    assertTrue(output.text().length() < 120, output.text());
  }

  @Test
  void tablesAreEscapedCutAndShortInPlainText() {
    Table table =
        Table.create("t<1>")
            .addColumns(
                StringColumn.create("<b>", IntStream.range(0, 99).mapToObj(i -> "a&\"" + i)),
                IntColumn.create("i", IntStream.range(0, 99).toArray()));
    Output output = HtmlTable.of(table);
    assertTrue(output.data().contains("&lt;b&gt;"));
    assertTrue(output.data().contains("a&amp;&quot;0"));
    assertFalse(output.data().contains("a&amp;&quot;40"), "rows are not cut");
    assertEquals("t<1>: 99 rows, the first 30 shown", output.text());
  }

  @Test
  void numbersAreShortAndMissingOnesEmpty() {
    assertEquals("0.1235", HtmlTable.number(0.12345678));
    assertEquals("0.1", HtmlTable.number(0.1));
    assertEquals("3", HtmlTable.number(3.0));
    assertEquals("1890", HtmlTable.number(1890.2));
    assertEquals("114", HtmlTable.number(114.01));
    assertEquals("10.5", HtmlTable.number(10.5));
    assertEquals("1.050e-17", HtmlTable.number(1.05e-17));
    assertEquals("-inf", HtmlTable.number(Double.NEGATIVE_INFINITY));
    Output output =
        HtmlTable.of(Table.create("t").addColumns(DoubleColumn.create("x", Double.NaN)));
    assertTrue(output.data().contains("\"></td>"), output.data());
  }

  @Test
  void solutionsAndInstancesShowTheirSupports() {
    Instance instance = GaussianMatrix.of(20, 30).instance(3, 1);
    Output truth = Views.of((Object) instance);
    int first = instance.truth().support().get(0);
    assertTrue(truth.data().contains(">" + first + ","), truth.data());
    Output solution = Views.of((Object) new Omp().solve(instance.problem()));
    assertTrue(solution.data().contains(">omp<"), solution.data());
    assertTrue(solution.text().startsWith("omp:"), solution.text());
    assertTrue(Views.of("<i>").data().contains("&lt;i&gt;"));
  }

  @Test
  void problemsVectorsAndSupportsAreCut() {
    Instance instance = GaussianMatrix.of(400, 600).instance(300, 1);
    Output vector = Views.of(instance.truth());
    assertTrue(vector.data().contains("and 250 more"), vector.data());
    assertTrue(vector.text().length() < 400, vector.text());
    Output support = Views.of(instance.truth().support());
    assertTrue(support.text().startsWith("300 indices: "), support.text());
    assertTrue(support.text().length() < 400, support.text());
    Output problem = Views.of(instance.problem());
    assertTrue(problem.data().contains(">DenseOperator<"), problem.data());
    assertTrue(problem.data().contains(">300<"), problem.data());
    String exact = "x".repeat(10_000);
    assertEquals(exact, Views.of(exact).text());
    assertTrue(Views.of(exact + "yy").text().endsWith("... and 2 more characters"));
  }

  @Test
  void arraysShowTheirNumbers() {
    assertEquals("3 numbers: 1, 0.5, NaN", Views.of(new double[] {1, 0.5, Double.NaN}).text());
    assertEquals("2 integers: 4, -1", Views.of(new int[] {4, -1}).text());
    Output ragged = Views.of(new double[][] {{1, 2}, {3}});
    assertEquals("matrix, 2 x 2", ragged.text());
    assertTrue(ragged.data().contains(">3</td>"), ragged.data());
    Output large = Views.of(new double[1000][2000]);
    assertEquals(
        "matrix, 1000 x 2000, the first 30 shown, the first 30 of 2000 columns", large.text());
    assertTrue(large.data().length() < 50_000, "length " + large.data().length());
    assertEquals("matrix, 0 x 0", Views.of(new double[0][]).text());
  }

  @Test
  void wideTablesAndLongTextsAreCut() {
    Table table = Table.create("wide");
    for (int j = 0; j < 40; j++) {
      table.addColumns(StringColumn.create("c" + j, "z".repeat(1000)));
    }
    Output output = HtmlTable.of(table);
    assertEquals("wide: 1 rows, the first 30 of 40 columns", output.text());
    assertTrue(output.data().length() < 15_000, "length " + output.data().length());
  }

  @Test
  void aRunIsExploredInTheKernel() {
    Recorder kernel = new Recorder();
    Notebook.init(kernel);
    try {
      Instance instance = GaussianMatrix.of(20, 30).instance(3, 1);
      Notebook.explore(new Omp(), instance);
      Notebook.explore(new Omp(), instance.problem());
    } finally {
      Notebook.init(Kernel.NONE);
    }
    assertEquals(2, kernel.shown.size());
    assertEquals(
        "explorer: OMP on Gaussian matrix 20 x 30, k=3, seed 1, noiseless",
        kernel.shown.get(0).text());
    assertEquals("text/html", kernel.shown.get(1).mimeType());
  }

  @Test
  void progressIsThrottledAndItsEndAlwaysShown() {
    Recorder kernel = new Recorder();
    NotebookProgress bar = new NotebookProgress(kernel, CLOCK);
    for (int done = 0; done <= 1000; done++) {
      bar.onProgress(progress(SweepProgress.State.RUNNING, done));
    }
    bar.onProgress(progress(SweepProgress.State.FINISHED, 1000));
    assertEquals(1, kernel.shown.size());
    assertTrue(kernel.replaced.size() < 20, "updates: " + kernel.replaced.size());
    Output last = kernel.replaced.get(kernel.replaced.size() - 1);
    assertTrue(last.text().contains("1000 of 1000"), last.text());
    assertFalse(last.data().contains("<progress"), "the bar must be gone at the end");
    assertFalse(last.data().contains("2026"), "what is final need not say when it was written");
  }

  @Test
  void aLongSolveShowsOneLineThatMovesOn() {
    Recorder kernel = new Recorder();
    Instant[] now = {Instant.parse("2026-11-25T14:32:05Z")};
    InstantSource source = () -> now[0];
    NotebookHeartbeat line = new NotebookHeartbeat(kernel, source.withZone(ZoneOffset.UTC));
    line.onBeat(new Heartbeat.Beat("SEA", 10, 0.5, Duration.ofSeconds(1)));
    assertEquals(List.of(), kernel.shown);
    now[0] = now[0].plusSeconds(3);
    line.onBeat(new Heartbeat.Beat("ELS(SEA)", 1234, 0.25, Duration.ofMillis(10)));
    now[0] = now[0].plusSeconds(60);
    line.onBeat(new Heartbeat.Beat("ELS(SEA)", 5678, 0.125, Duration.ofSeconds(60)));
    assertEquals(1, kernel.shown.size());
    String first = kernel.shown.get(0).text();
    for (String part : List.of("ELS(SEA)", "1,234", "0.25", "3.0 s", "14:32:08")) {
      assertTrue(first.contains(part), first);
    }
    assertEquals(1, kernel.replaced.size());
    assertTrue(kernel.replaced.get(0).text().contains("63.0 s"), kernel.replaced.get(0).text());
  }

  @Test
  void aBarSaysWhenItWasWrittenAndHowResultsAreKept() {
    Recorder kernel = new Recorder();
    new NotebookProgress(kernel, CLOCK).onProgress(progress(SweepProgress.State.RUNNING, 1));
    Output bar = kernel.shown.get(0);
    assertTrue(bar.data().contains("<progress"), bar.data());
    assertTrue(bar.data().contains("2026-11-25 14:32:05"), bar.data());
    assertTrue(bar.text().endsWith("2026-11-25 14:32:05"), bar.text());
    assertTrue(bar.data().contains(".into("), bar.data());
  }

  private static SweepProgress progress(SweepProgress.State state, long done) {
    return new SweepProgress("x", state, done, 1000, 0, Duration.ofSeconds(2), "trials");
  }

  @Test
  void viewsAreRegisteredForAllTypes() {
    Recorder kernel = new Recorder();
    Views.registerAll(kernel);
    assertTrue(kernel.types.contains(IChart.class), kernel.types::toString);
    assertTrue(kernel.types.contains(SparseVector.class), kernel.types::toString);
  }

  @Test
  void thePresetIsQuickUnlessAskedOtherwise() {
    assertEquals(Preset.QUICK, Notebook.preset(null));
    assertEquals(Preset.QUICK, Notebook.preset(" "));
    assertEquals(Preset.PAPER, Notebook.preset("paper"));
    assertThrows(IllegalArgumentException.class, () -> Notebook.preset("big"));
  }
}
