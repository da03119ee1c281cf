package io.github.sea4j.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ChoiceRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class ChoicesTest {

  private static ChoiceRow row(int trial, String rule, int chosen, int hits) {
    return new ChoiceRow(
        "choice-of-k", new Cell(40, 20, 3, 10), trial, "blur", "els", rule, chosen, hits, 0);
  }

  /** Of ten: six of the right size, four of these exact; Wilson's ends from R, prop.test. */
  @Test
  void sharesAreCountedWithTheirIntervals() {
    List<ChoiceRow> rows = new ArrayList<>();
    for (int trial = 0; trial < 10; trial++) {
      rows.add(row(trial, "BIC", trial < 6 ? 3 : 5, trial < 4 || trial > 8 ? 3 : 2));
      rows.add(row(trial, "AIC", 0, 0));
    }
    Table summary = Choices.of(ChoiceRow.SCHEMA.table("choice-of-k", rows));
    assertEquals(2, summary.rowCount());
    Row bic = summary.row(0);
    assertEquals("BIC", bic.getString(ChoiceRow.RULE));
    assertEquals(10, bic.getInt(Summaries.COUNT));
    assertEquals(0.6, bic.getDouble(Choices.RIGHT));
    assertEquals(0.3127, bic.getDouble(Choices.RIGHT + Choices.LOW), 5e-5);
    assertEquals(0.8318, bic.getDouble(Choices.RIGHT + Choices.HIGH), 5e-5);
    assertEquals(0.4, bic.getDouble(Choices.EXACT));
    assertEquals(3.8, bic.getDouble(Choices.MEAN_SIZE), 1e-12);
    // Six of size 3 with 4 exact: 2 false; four of size 5: 3 + 3 + 3 + 2.
    assertEquals(1.3, bic.getDouble(Choices.MEAN_FALSE), 1e-12);
    assertEquals(0, summary.row(1).getDouble(Choices.EXACT));
    assertEquals(0.2775, summary.row(1).getDouble(Choices.EXACT + Choices.HIGH), 5e-5);
  }
}
