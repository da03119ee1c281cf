package io.github.sea4j.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.data.DataTable;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.model.Design;
import io.github.sea4j.model.Houses;
import io.github.sea4j.model.LossKind;
import io.github.sea4j.model.Model;
import io.github.sea4j.model.Regression;
import io.github.sea4j.model.SizeFit;
import io.github.sea4j.model.Training;
import io.github.sea4j.problem.Support;
import io.github.sea4j.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Path, criteria, folds, cross-validation and halves against their definitions. */
class SelectionTest {

  @ParameterizedTest
  @EnumSource(LossKind.class)
  void thePathIsTheBestSubsetOfEachSizeAndNeverRises(LossKind loss) {
    Design design = Houses.question(50, 1, loss).design();
    Training training = design.training();
    List<SizeFit> path = PathSearch.find(training, Solvers.parse("els(sea)"), new SizeRange(0, 8));
    double[] best = new double[9];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int mask = 0; mask < 256; mask++) {
      int subset = mask;
      int[] columns = IntStream.range(0, 8).filter(j -> (subset >> j & 1) == 1).toArray();
      double deviance = training.fit(Support.of(columns)).deviance();
      best[columns.length] = Math.min(best[columns.length], deviance);
    }
    for (int k = 0; k <= 8; k++) {
      assertEquals(best[k], path.get(k).deviance(), 1e-6 * best[0], loss + ", k = " + k);
      assertTrue(k == 0 || path.get(k).deviance() <= path.get(k - 1).deviance(), "k = " + k);
    }
  }

  /** OMP is led astray by correlated columns; its neighbours' answers mend what they can. */
  @Test
  void noSizeIsWorseThanOnItsOwnOrThanASmallerOne() {
    for (int seed = 0; seed < 20; seed++) {
      Training training = Houses.question(30, seed, LossKind.LEAST_SQUARES).design().training();
      for (String text : List.of("omp", "lasso", "htp")) {
        var solver = Solvers.parse(text);
        List<SizeFit> path = PathSearch.find(training, solver, new SizeRange(0, 8));
        for (int k = 0; k <= 8; k++) {
          double alone = training.solve(solver, k).deviance();
          assertTrue(path.get(k).deviance() <= alone, text + ", k = " + k);
          assertTrue(k == 0 || path.get(k).deviance() <= path.get(k - 1).deviance());
        }
      }
    }
  }

  /** Without folds: the same path, and the same choice by the rules that look at nothing else. */
  @ParameterizedTest
  @EnumSource(LossKind.class)
  void thePathAloneIsThatOfTheWholeChoice(LossKind loss) {
    Selection selection = Selection.of(Houses.question(40, 5, loss)).solver("els").sizes(0, 5);
    SelectionResult whole = selection.folds(3).run();
    List<PathStep> path = selection.path();
    for (int k = 0; k <= 5; k++) {
      assertEquals(whole.step(k).criteria(), path.get(k).criteria());
      assertEquals(whole.step(k).fit().support(), path.get(k).fit().support());
    }
    for (Rule rule : Rule.values()) {
      assertEquals(rule, Rule.of(rule.toString()));
      if (rule.needsFolds()) {
        assertThrows(IllegalArgumentException.class, () -> rule.choose(path));
      } else {
        assertEquals(whole.k(rule), rule.choose(path));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"200,0.75,1,10", "100,0.75,1,7", "30,0.9,2,6"})
  void theSizeForABoundIsTheLargestThatKeepsIt(int columns, double tau, double most, int size) {
    assertEquals(size, StabilitySelection.sizeFor(most, columns, tau));
    assertTrue(StabilityBound.worstCase(size, columns, tau) <= most + 1e-12);
    assertTrue(StabilityBound.worstCase(size + 1, columns, tau) > most);
  }

  @ParameterizedTest
  @CsvSource({
    "0,9,0.75,most must be positive", "1,0,0.75,columns must be at least 1",
    "1,9,0.5,threshold must be above 0.5", "1,9,1.1,threshold must be above 0.5",
    "1,9,NaN,threshold must be above 0.5"
  })
  void theSizeForABoundNamesWhatIsNone(double most, int columns, double tau, String expected) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> StabilitySelection.sizeFor(most, columns, tau))
            .toString();
    assertTrue(message.contains(expected), message);
  }

  @Test
  void aFoldThatIsNoneIsNamed() {
    Folds folds = Folds.of(Houses.question(53, 3, LossKind.LEAST_SQUARES).design(), 5, 1);
    for (int which : new int[] {-1, 5}) {
      assertThrows(IllegalArgumentException.class, () -> folds.held(which));
      assertThrows(IllegalArgumentException.class, () -> folds.others(which));
    }
  }

  @ParameterizedTest
  @CsvSource({"LEAST_SQUARES,7", "LOGISTIC,10", "LOGISTIC,3", "POISSON,2"})
  void foldsPartitionTheRowsEvenly(LossKind loss, int count) {
    Design design = Houses.question(53, 3, loss).design();
    Folds folds = Folds.of(design, count, 1);
    int[] seen = new int[53];
    int[] ones = new int[count];
    for (int f = 0; f < count; f++) {
      int[] held = folds.held(f);
      assertTrue(held.length == 53 / count || held.length == 53 / count + 1);
      assertEquals(53, held.length + folds.others(f).length);
      for (int row : held) {
        seen[row]++;
        ones[f] += design.y(row) == 1 ? 1 : 0;
      }
    }
    assertTrue(Arrays.stream(seen).allMatch(times -> times == 1));
    if (loss == LossKind.LOGISTIC) {
      assertTrue(Arrays.stream(ones).max().orElse(0) - Arrays.stream(ones).min().orElse(0) <= 1);
    }
    assertThrows(IllegalArgumentException.class, () -> Folds.of(design, 54, 1));
  }

  /** With a fold for each row and one size of all columns: e_i / (1 - h_i) by the hat matrix. */
  @Test
  void leavingOneRowOutIsTheFormulaOfTheHatMatrix() {
    Regression question = Houses.question(30, 2, LossKind.LEAST_SQUARES);
    SelectionResult result = Selection.of(question).solver("omp").sizes(8, 8).folds(30).run();
    double[][] rows = new double[30][9];
    double[] y = question.table().numbers("y");
    for (int i = 0; i < 30; i++) {
      rows[i][0] = 1;
      for (int j = 0; j < 8; j++) {
        rows[i][j + 1] = question.table().numbers(String.valueOf((char) ('a' + j)))[i];
      }
    }
    var x = new Array2DRowRealMatrix(rows);
    var inverse = new LUDecomposition(x.transpose().multiply(x)).getSolver().getInverse();
    var hat = x.multiply(inverse).multiply(x.transpose());
    double[] fitted = hat.operate(y);
    double sum = 0;
    for (int i = 0; i < 30; i++) {
      sum += Math.pow((y[i] - fitted[i]) / (1 - hat.getEntry(i, i)), 2);
    }
    assertEquals(sum / 30, result.crossValidation().mean()[0], 1e-9 * sum);
  }

  /** By hand: fit on the others, predict the fold, mean and standard error over folds. */
  @ParameterizedTest
  @EnumSource(LossKind.class)
  void heldOutDevianceByHand(LossKind loss) {
    Regression question = Houses.question(40, 4, loss);
    SelectionResult result =
        Selection.of(question).solver("omp").sizes(0, 2).folds(4).seed(9).run();
    Design design = question.design();
    Folds folds = Folds.of(design, 4, 9);
    double sum = 0;
    double[] means = new double[4];
    for (int f = 0; f < 4; f++) {
      DataTable others = question.table().rows(folds.others(f));
      var model = question.on(others).fit("omp", 0);
      double deviance = model.score(question.table().rows(folds.held(f))).deviance();
      sum += deviance;
      means[f] = deviance / 10;
    }
    assertEquals(sum / 40, result.crossValidation().mean()[0], 1e-8 * sum);
    double spread =
        Arrays.stream(means).map(m -> Math.pow(m - result.crossValidation().mean()[0], 2)).sum();
    assertEquals(
        Math.sqrt(spread / 4 / 3), result.crossValidation().standardError()[0], 1e-8 * sum);
  }

  @Test
  void nothingOfAFoldIsSeenOutsideOfIt() {
    // One row so large that it would set centre and scale of its column.
    Table table = Houses.of(40, 5).without("count", "label").table();
    double[] a = ((DoubleColumn) table.column("a")).asDoubleArray();
    Regression question = Regression.of(DataTable.of(table), "y");
    Folds folds = Folds.of(question.design(), 5, 1);
    int row = folds.held(2)[0];
    Design plain = question.design();
    a[row] = 1e6;
    table.replaceColumn("a", DoubleColumn.create("a", a));
    Design odd = Regression.of(DataTable.of(table), "y").design();
    SizeFit one = plain.training(folds.others(2)).fit(Support.of(0, 2));
    SizeFit two = odd.training(folds.others(2)).fit(Support.of(0, 2));
    assertArrayEquals(one.coefficients(), two.coefficients(), 0.0);
    assertEquals(one.intercept(), two.intercept(), 0.0);
  }

  @Test
  void theSameBitsOnAnyNumberOfThreads() {
    Regression question = Houses.question(60, 7, LossKind.LOGISTIC);
    int before = Workers.count();
    List<String> answers = new ArrayList<>();
    try {
      for (int threads : new int[] {1, 3}) {
        Workers.setCount(threads);
        SelectionResult result =
            Selection.of(question).solver("els(sea(iterations=30))").folds(5).run();
        StabilitySelection stable =
            StabilitySelection.of(question, Solvers.parse("omp"), 3, 10, 0.7, 1);
        answers.add(
            Arrays.toString(result.crossValidation().mean())
                + result.model().json()
                + Arrays.toString(stable.frequency()));
      }
    } finally {
      Workers.setCount(before);
    }
    assertEquals(answers.get(0), answers.get(1));
  }

  @Test
  void theOrderOfColumnsDoesNotMatter() {
    Regression question = Houses.question(60, 8, LossKind.LEAST_SQUARES);
    Table turned = Table.create("turned");
    List<String> names = new ArrayList<>(question.table().names());
    Collections.reverse(names);
    names.forEach(name -> turned.addColumns(question.table().table().column(name)));
    SelectionResult one = Selection.of(question).run();
    SelectionResult two = Selection.of(DataTable.of(turned), "y").run();
    assertEquals(one.k(), two.k());
    assertArrayEquals(one.crossValidation().mean(), two.crossValidation().mean(), 1e-9);
    assertEquals(
        List.copyOf(new TreeSet<>(one.model().columns())),
        List.copyOf(new TreeSet<>(two.model().columns())));
  }

  /** Eight seeds; a criterion that takes a wrong column one time in eight may fail twice. */
  @Test
  void theRightColumnsAreFound() {
    int byError = 0;
    int byEbic = 0;
    for (int seed = 1; seed <= 8; seed++) {
      SelectionResult result =
          Selection.of(Houses.question(120, seed, LossKind.LEAST_SQUARES)).solver("els").run();
      byError += result.k() == 3 ? 1 : 0;
      byEbic += result.k(Rule.EBIC) == 3 ? 1 : 0;
      assertEquals(List.of("a", "c", "f"), result.model(3).columns());
    }
    assertTrue(byError >= 6 && byEbic >= 6, byError + " and " + byEbic + " of 8");
  }

  @Test
  void criteriaAreTheirFormulas() {
    Criteria c = Criteria.of(LossKind.LEAST_SQUARES, 8, 100, 50, 10, 3, 1);
    double fit = 50 * Math.log(8.0 / 50);
    assertEquals(fit + 8, c.aic(), 1e-12);
    assertEquals(fit + 4 * Math.log(50), c.bic(), 1e-12);
    assertEquals(fit + 4 * Math.log(50) + 2 * Math.log(120), c.ebic(), 1e-12);
    Criteria d = Criteria.of(LossKind.POISSON, 8, 100, 50, 10, 3, 1);
    assertEquals(8 + 4 * Math.log(50), d.bic(), 1e-12);
    assertTrue(Double.isFinite(Criteria.of(LossKind.LEAST_SQUARES, 0, 5, 9, 1, 1, 1).gic()));
  }

  @Test
  void oneStandardErrorTakesTheSmallestWithinIt() {
    double[] mean = {9, 5, 3.2, 3, 2.9, 3.5};
    double[] error = {1, 1, 1, 1, 0.25, 1};
    CrossValidation held = new CrossValidation(new SizeRange(2, 7), 10, 1, mean, error);
    assertEquals(6, held.best());
    assertEquals(5, held.withinOneStandardError());
  }

  @Test
  void halvesAreComplementaryAndFrequenciesCount() {
    Regression question = Houses.question(61, 10, LossKind.LOGISTIC);
    List<int[]> halves = StabilitySelection.halves(question.design(), 3);
    assertEquals(30, halves.get(0).length);
    assertEquals(30, halves.get(1).length);
    assertTrue(
        Arrays.stream(halves.get(0)).noneMatch(i -> Arrays.binarySearch(halves.get(1), i) >= 0));
    Regression squares = Houses.question(120, 10, LossKind.LEAST_SQUARES);
    StabilitySelection stable =
        StabilitySelection.of(squares, Solvers.parse("els"), 3, 20, 0.75, 1);
    assertEquals(3, Arrays.stream(stable.frequency()).sum(), 1e-9);
    assertEquals(List.of("a", "c", "f"), stable.firm());
    assertEquals(9 / (8 * 0.5), stable.bound(), 1e-9);
  }

  /** Theorem 2's constant against its two branches, which meet at 3/4 but for terms in 1/B. */
  @Test
  void theUnimodalBoundIsContinuousAndBelowTheWorstCase() {
    double below = StabilityBound.unimodal(10, 1000, 0.75, 50).orElseThrow();
    double above = StabilityBound.unimodal(10, 1000, 0.75 + 1e-9, 50).orElseThrow();
    assertEquals(below, above, 1e-3 * below);
    assertTrue(below < StabilityBound.worstCase(10, 1000, 0.75));
    assertTrue(StabilityBound.unimodal(700, 1000, 0.9, 50).isEmpty());
    // The theorem begins at 1/2 + 1/B.
    assertTrue(StabilityBound.unimodal(1, 10, 0.6, 1).isEmpty());
    assertTrue(StabilityBound.unimodal(1, 10, 0.504, 50).isEmpty());
    assertTrue(StabilityBound.unimodal(1, 10, 0.5 + 1.0 / 50, 50).orElseThrow() > 0);
  }

  /** 95 % intervals cover the truth: 3 x 60 splits, failure budget 1e-4 (binomial, share .95). */
  @Test
  void splitIntervalsCover() {
    double[] truth = {2, -1.5, 1};
    int covered = 0;
    for (int seed = 0; seed < 60; seed++) {
      SplitIntervals split =
          SplitIntervals.of(
              Houses.question(80, 100 + seed, LossKind.LEAST_SQUARES),
              Solvers.parse("omp"),
              8,
              seed);
      for (int i = 0; i < 3; i++) {
        var interval = split.interval(split.model().terms().get(new int[] {0, 2, 5}[i]));
        covered += interval.low() <= truth[i] && truth[i] <= interval.high() ? 1 : 0;
      }
    }
    assertTrue(covered >= 159 && covered <= 180, "covered " + covered + " of 180");
  }

  @Test
  void splitIntervalsGoByTheRowsToSpare() {
    Regression question = Houses.question(60, 3, LossKind.LEAST_SQUARES);
    for (Regression asked : List.of(question, question.withoutIntercept())) {
      SplitIntervals split = SplitIntervals.of(asked, Solvers.parse("omp"), 2, 1);
      Model.Term term = split.model().terms().get(0);
      Interval interval = split.interval(term);
      Interval expected =
          Interval.ofMean(term.coefficient(), term.standardError(), asked.intercept() ? 28 : 29);
      assertEquals(expected.low(), interval.low(), 1e-12);
      assertEquals(expected.high(), interval.high(), 1e-12);
    }
  }

  @Test
  void anInterruptedSplitHasNoIntervals() {
    Regression question = Houses.question(60, 3, LossKind.LEAST_SQUARES);
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, () -> SplitIntervals.of(question, "omp", 2));
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is still there");
    }
  }

  @Test
  void sizesAreBoundedByColumnsAndRows() {
    Regression question = Houses.question(20, 1, LossKind.LEAST_SQUARES);
    assertEquals(4, Selection.of(question).run().path().get(4).k());
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class, () -> Selection.of(question).sizes(0, 9).run())
                .getMessage());
    assertTrue(message.contains("8") && message.contains("0:9"), message);
    assertThrows(IllegalArgumentException.class, () -> SizeRange.of("5:2"));
    assertThrows(IllegalArgumentException.class, () -> SizeRange.of("a"));
    assertEquals(new SizeRange(3, 3), SizeRange.of(" 3"));
  }
}
