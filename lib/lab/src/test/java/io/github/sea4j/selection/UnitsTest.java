package io.github.sea4j.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.model.Grouping;
import io.github.sea4j.model.Model;
import io.github.sea4j.model.Regression;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** The units of a table decide nothing: powers of two change no choice. */
class UnitsTest {

  private static final int ROWS = 40;

  /** Five columns of which two matter, seed 4501; columns and target over powers of two. */
  private static Regression question(int columnPower, int targetPower, boolean grouped) {
    Random random = new Random(4501);
    double[][] columns = new double[5][ROWS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      for (double[] column : columns) {
        column[i] = random.nextGaussian();
      }
      double value = 2 * columns[0][i] - columns[2][i] + 0.6 * random.nextGaussian();
      y[i] = Math.scalb(value, targetPower);
    }
    Table table = Table.create("units");
    for (int j = 0; j < 5; j++) {
      double[] scaled = Arrays.stream(columns[j]).map(v -> Math.scalb(v, columnPower)).toArray();
      table.addColumns(DoubleColumn.create((j < 2 ? "s_" : j < 4 ? "t_" : "u_") + j, scaled));
    }
    table.addColumns(DoubleColumn.create("y", y));
    Regression question = Regression.of(DataTable.of(table), "y");
    return grouped ? question.groups(Grouping.byPrefix("_")) : question;
  }

  @ParameterizedTest
  @CsvSource({
    "0,400,false",
    "0,-400,false",
    "1000,0,false",
    "-1000,0,false",
    "600,0,true",
    "-600,0,true",
    "-300,300,false",
    "300,-300,true"
  })
  void powersOfTwoChangeNoChoice(int columnPower, int targetPower, boolean grouped) {
    SelectionResult plain = select(question(0, 0, grouped));
    SelectionResult scaled = select(question(columnPower, targetPower, grouped));
    for (Rule rule : Rule.values()) {
      assertEquals(plain.k(rule), scaled.k(rule), rule.toString());
    }
    CrossValidation errors = plain.crossValidation();
    CrossValidation others = scaled.crossValidation();
    for (int s = 0; s < errors.mean().length; s++) {
      assertScaled(errors.mean()[s], 2 * targetPower, others.mean()[s]);
      assertScaled(errors.standardError()[s], 2 * targetPower, others.standardError()[s]);
    }
    Model one = plain.model();
    Model other = scaled.model();
    assertEquals(one.terms().size(), other.terms().size());
    assertTrue(one.terms().size() > 1);
    for (int i = 0; i < one.terms().size(); i++) {
      Model.Term before = one.terms().get(i);
      Model.Term after = other.terms().get(i);
      assertEquals(before.name(), after.name());
      assertScaled(before.coefficient(), targetPower - columnPower, after.coefficient());
      assertScaled(before.standardError(), targetPower - columnPower, after.standardError());
    }
  }

  /** But for the last digits: norms of very large and small columns are summed another way. */
  private static void assertScaled(double value, int power, double actual) {
    double expected = Math.scalb(value, power);
    assertEquals(expected, actual, 1e-12 * Math.abs(expected));
    assertTrue(Double.isFinite(actual));
  }

  private static SelectionResult select(Regression question) {
    return Selection.of(question).solver("els(sea(iterations=50))").folds(4).repeats(2).run();
  }

  /** Their squares could not be told from zero, and each model would be as good as any. */
  @Test
  void targetsThatAreAllButEqualAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> select(question(0, -480, false)))
            .toString();
    assertTrue(message.contains("'y'") && message.contains("1.0E-140"), message);
  }
}
