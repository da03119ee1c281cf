package io.github.sea4j.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class SearchesTest {

  @Test
  void aSearchIsDoneAtOrBelowTheResidualOfTheTruth() {
    Table results =
        Table.create(
            DoubleColumn.create("relative_residual", 0.09, 0.1, 0.1 + 1e-12, 0.11, 2e-16, 1e-8),
            DoubleColumn.create("truth_relative_residual", 0.1, 0.1, 0.1, 0.1, 0, 0));
    assertEquals(
        List.of(true, true, true, false, true, false),
        Searches.judged(results).booleanColumn(Searches.DONE).asList());
    assertFalse(results.containsColumn(Searches.DONE));
  }
}
