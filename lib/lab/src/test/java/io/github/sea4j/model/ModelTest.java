package io.github.sea4j.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.problem.Support;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** A fitted model against another program, itself from a file, and its own definitions. */
class ModelTest {

  @TempDir Path folder;

  @Test
  void coefficientsAndErrorsAreThoseOfAnotherProgram() {
    Regression question = Houses.question(60, 1, LossKind.LEAST_SQUARES);
    Model model = question.fit("els(sea)", 3);
    assertEquals(List.of("a", "c", "f"), model.columns());
    OLSMultipleLinearRegression outside = new OLSMultipleLinearRegression();
    double[][] rows = new double[60][3];
    for (int j = 0; j < 3; j++) {
      double[] column = question.table().numbers(model.columns().get(j));
      for (int i = 0; i < 60; i++) {
        rows[i][j] = column[i];
      }
    }
    outside.newSampleData(question.table().numbers("y"), rows);
    double[] beta = outside.estimateRegressionParameters();
    double[] errors = outside.estimateRegressionParametersStandardErrors();
    assertEquals(beta[0], model.intercept(), 1e-9);
    assertEquals(outside.calculateResidualSumOfSquares(), model.fitting().deviance(), 1e-9);
    assertEquals(outside.calculateTotalSumOfSquares(), model.fitting().nullDeviance(), 1e-9);
    assertEquals(outside.calculateRSquared(), model.score(question.table()).explained(), 1e-12);
    for (int i = 0; i < 3; i++) {
      assertEquals(beta[i + 1], model.coefficients()[i], 1e-10);
      assertEquals(errors[i + 1], model.terms().get(i).standardError(), 1e-10);
    }
  }

  /** The score equations X'(y - mu) = 0, and errors from the inverse of X' V X by differences. */
  @Tag("slow")
  @ParameterizedTest
  @EnumSource(LossKind.class)
  void theGradientVanishesAndTheErrorsFollowTheCurvature(LossKind loss) {
    Design design = Houses.question(80, 3, loss).design();
    Training training = design.training();
    SizeFit fit = training.fit(Support.of(0, 2, 5));
    double[] mean =
        IntStream.range(0, 80).mapToDouble(i -> loss.glm().mean(training.eta(fit, i))).toArray();
    for (int column : new int[] {-1, 0, 2, 5}) {
      double gradient = 0;
      double size = 0;
      for (int i = 0; i < 80; i++) {
        double x = column < 0 ? 1 : design.columns()[column][i];
        gradient += x * (design.y(i) - mean[i]);
        size += Math.abs(x * (design.y(i) - mean[i]));
      }
      assertEquals(0, gradient, 1e-8 * size, loss + ", column " + column);
    }
    double sum = training.deviance(fit, IntStream.range(0, 80).toArray());
    assertEquals(fit.deviance(), sum, 1e-9 * sum);
  }

  @ParameterizedTest
  @EnumSource(LossKind.class)
  void aFileHoldsTheSameModelBitForBit(LossKind loss) {
    Regression question = Houses.question(50, 2, loss);
    Model model = question.fit("els(sea)", 3);
    Model again = Model.read(model.save(folder.resolve("model.json")));
    assertEquals(model.json(), again.json());
    assertArrayEquals(model.predict(question.table()), again.predict(question.table()), 0.0);
    assertEquals(model.score(question.table()), again.score(question.table()));
  }

  @Test
  void wordsAndGapsAreFilledAtPredictionAsTheyWereWhenFitted() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.csv"),
            """
            size,city,y
            1,Rome,12
            2,Oslo,4
            ?,Rome,15
            4,Bonn,8
            5,Rome,20
            3,Oslo,6
            6,Bonn,12
            """);
    DataTable table = DataTable.read(file).oneHot().fillMeans();
    Model model = Regression.of(table, "y").fit("omp", 2);
    assertEquals(List.of("size", "city=Rome"), model.columns());
    Path fresh =
        Files.writeString(folder.resolve("n.csv"), "city,size\nRome,3.5\nRome,\nBonn,3.5\n");
    double[] predicted = model.predict(DataTable.read(fresh));
    assertEquals(predicted[0], predicted[1], 1e-12, "the mean of 1, 2, 4, 5, 3, 6 is 3.5");
    assertEquals(model.coefficients()[1], predicted[0] - predicted[2], 1e-12);
    Path odd = Files.writeString(folder.resolve("o.csv"), "city,size\nParis,3.5\n");
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> model.predict(DataTable.read(odd)))
                .getMessage());
    assertTrue(message.contains("Paris") && message.contains("'city'"), message);
  }

  @Test
  void missingAndUnknownColumnsAreNamed() {
    Regression question = Houses.question(40, 1, LossKind.LEAST_SQUARES);
    Model model = question.fit("omp", 3);
    String lacking =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> model.predict(question.table().without("a", "c")))
                .getMessage());
    assertTrue(lacking.contains("'a'") && lacking.contains("'c'"), lacking);
    Table wide = question.table().table();
    wide.addColumns(DoubleColumn.create("zeta", new double[40]));
    String unknown =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> model.predict(DataTable.of(wide)))
                .getMessage());
    assertTrue(unknown.contains("'zeta'"), unknown);
    assertEquals(40, model.predict(question.table().without("b", "y")).length);
  }

  @Test
  void unitsDoNotMatter() {
    Regression question = Houses.question(60, 4, LossKind.LEAST_SQUARES);
    Table scaled = question.table().table();
    double[] metres = question.table().numbers("a");
    scaled.replaceColumn(
        "a", DoubleColumn.create("a", Arrays.stream(metres).map(v -> 1000 * v + 5).toArray()));
    Model plain = question.fit("els(sea)", 3);
    Model other = question.on(DataTable.of(scaled)).fit("els(sea)", 3);
    assertEquals(plain.columns(), other.columns());
    assertEquals(plain.coefficients()[0], 1000 * other.coefficients()[0], 1e-9);
    assertArrayEquals(plain.predict(question.table()), other.predict(DataTable.of(scaled)), 1e-9);
  }

  @Test
  void weightsAreRepeatedRows() {
    DataTable table = Houses.of(30, 5).without("count", "label");
    double[] weights = IntStream.range(0, 30).mapToDouble(i -> i % 3).toArray();
    Table weighted = table.table();
    weighted.addColumns(DoubleColumn.create("w", weights));
    int[] repeated =
        IntStream.range(0, 30)
            .flatMap(i -> IntStream.generate(() -> i).limit((long) weights[i]))
            .toArray();
    Model one = Regression.of(DataTable.of(weighted), "y").weights("w").fit("els", 2);
    Model two = Regression.of(table.rows(repeated), "y").fit("els", 2);
    assertEquals(two.columns(), one.columns());
    assertArrayEquals(two.coefficients(), one.coefficients(), 1e-9);
    assertEquals(two.intercept(), one.intercept(), 1e-9);
    assertEquals(two.fitting().deviance(), one.fitting().deviance(), 1e-9);
  }

  @Test
  void scoresRefuseWeightsThatAreNone() {
    DataTable table = Houses.of(30, 5).without("count", "label");
    Table weighted = table.table();
    double[] weights = IntStream.range(0, 30).mapToDouble(i -> 1 + i % 3).toArray();
    weighted.addColumns(DoubleColumn.create("w", weights));
    Model model = Regression.of(DataTable.of(weighted), "y").weights("w").fit("els", 2);
    assertTrue(model.score(DataTable.of(weighted)).explained() > 0);
    for (double wrong : new double[] {Double.NaN, -1}) {
      weights[7] = wrong;
      DataTable changed = DataTable.of(table.table().addColumns(DoubleColumn.create("w", weights)));
      assertThrows(IllegalArgumentException.class, () -> model.score(changed));
    }
  }

  /** By hand: b = 7/5, squares 0.2 with one row to spare, so that the error is sqrt(0.2 / 5). */
  @Test
  void withoutAnInterceptARowMoreThanColumnsIsEnoughForAnError() {
    Table table = Table.create("t", DoubleColumn.create("x", 1, 2), DoubleColumn.create("y", 1, 3));
    Model model = Regression.of(DataTable.of(table), "y").withoutIntercept().fit("omp", 1);
    assertEquals(1.4, model.coefficients()[0], 1e-14);
    assertEquals(0.2, model.terms().get(0).standardError(), 1e-14);
  }

  @Test
  void forcedColumnsAreThereAndNotCounted() {
    Model model = Houses.question(60, 1, LossKind.LEAST_SQUARES).force("h", "b").fit("els(sea)", 3);
    assertEquals(List.of("a", "b", "c", "f", "h"), model.columns());
    assertEquals(
        List.of("b", "h"),
        model.terms().stream().filter(Model.Term::forced).map(Model.Term::name).toList());
  }

  /** The best constant then leaves nothing, and a share of it means nothing. */
  @Test
  void nothingIsExplainedOfRowsThatAreAllTheSame() {
    double[] ones = {1, 1, 1};
    double[] eta = {0.2, 0.4, 0.5};
    double[] tenths = {0.1, 0.1, 0.1};
    assertTrue(Double.isNaN(Scores.of(LossKind.LEAST_SQUARES, tenths, eta, ones).explained()));
    assertTrue(Double.isNaN(Scores.of(LossKind.LOGISTIC, ones, eta, ones).explained()));
    assertTrue(Double.isNaN(Scores.of(LossKind.POISSON, new double[3], eta, ones).explained()));
    double[] y = {1, 1, 0};
    double[] first = {1, 2, 0};
    assertTrue(Double.isNaN(Scores.of(LossKind.LOGISTIC, y, eta, first).explained()));
    assertTrue(Scores.of(LossKind.LOGISTIC, y, eta, ones).explained() < 1);
  }

  @Test
  void areaUnderTheCurveIsTheShareOfPairsInOrder() {
    double[] y = {1, 0, 1, 0, 0, 1, 1};
    double[] eta = {2, 1, 1, -1, 0, 0, 3};
    double pairs = 0;
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 7; j++) {
        double order = eta[i] > eta[j] ? 1 : eta[i] == eta[j] ? 0.5 : 0;
        pairs += y[i] == 1 && y[j] == 0 ? order : 0;
      }
    }
    double[] ones = {1, 1, 1, 1, 1, 1, 1};
    assertEquals(pairs / 12, Scores.of(LossKind.LOGISTIC, y, eta, ones).auc(), 1e-15);
  }

  @Test
  void thePositiveLabelIsTheLaterUnlessAskedFor() {
    Regression question = Houses.question(80, 6, LossKind.LOGISTIC);
    Model later = question.fit("els(sea)", 3);
    Model earlier = question.positive("no").fit("els(sea)", 3);
    assertEquals(List.of("no", "yes"), later.labels());
    assertEquals(List.of("yes", "no"), earlier.labels());
    assertEquals(later.columns(), earlier.columns());
    for (int i = 0; i < 3; i++) {
      assertEquals(-later.coefficients()[i], earlier.coefficients()[i], 1e-6);
    }
    assertThrows(IllegalArgumentException.class, () -> question.positive("maybe").design());
  }
}
