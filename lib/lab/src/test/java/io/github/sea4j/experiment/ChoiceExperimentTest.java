package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.Support;
import io.github.sea4j.run.Trial;
import io.github.sea4j.selection.Rule;
import io.github.sea4j.selection.Selection;
import io.github.sea4j.selection.SelectionResult;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ChoiceRow;
import io.github.sea4j.table.ResultColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class ChoiceExperimentTest {

  private final ChoiceExperiment small =
      Experiments.choiceOfK()
          .with(
              Map.of(
                  "size",
                  "16",
                  "rows",
                  "40",
                  "label_size",
                  "16",
                  "label_rows",
                  "60",
                  "sparsity",
                  "3",
                  "sizes",
                  "0:5"))
          .with(Map.of("snr_db", "15", "label_snr_db", "5", "pairs", "4"))
          .with(Map.of("instances", "3", "resampled", "2"));

  @Tag("slow")
  @Test
  void eachRuleIsAskedInEachFamilyAndResamplingOnlyOnTheFirst() {
    Table results = small.run();
    // Four families: five rules that look at the path on 3 instances, three others on 2.
    assertEquals(4 * (5 * 3 + 3 * 2), results.rowCount());
    for (Row row : results) {
      int chosen = row.getInt(ChoiceRow.CHOSEN);
      int hits = row.getInt(ChoiceRow.HITS);
      assertTrue(hits >= 0 && hits <= Math.min(chosen, 3), row::toString);
      assertTrue(chosen <= 16, row::toString);
      boolean resampled =
          row.getString(ChoiceRow.RULE).matches("cross.*|one standard.*|stability.*");
      assertTrue(!resampled || row.getInt(ResultColumns.TRIAL) < 2, row::toString);
      if (row.getString(ChoiceRow.RULE).equals("k known")) {
        assertEquals(3, chosen);
      }
    }
  }

  /** What a user would get from the same table, asked directly. */
  @Test
  void rowsSayWhatSelectionChooses() {
    Cell cell = new Cell(40, 16, 3, 15);
    Trial trial = Trial.of(1, cell, 1);
    Instance instance =
        CorrelatedMatrix.of(40, 16, 0.9).withSignalToNoise(15).instance(3, trial.seed());
    Table columns = Table.create("drawn");
    for (int j = 0; j < 16; j++) {
      double[] column = new double[40];
      instance.problem().operator().column(j, column);
      columns.addColumns(DoubleColumn.create("c" + j, column));
    }
    columns.addColumns(DoubleColumn.create("y", instance.problem().measurements()));
    SelectionResult direct =
        Selection.of(DataTable.of(columns), "y").solver("els").sizes(0, 5).seed(trial.seed()).run();
    Table rows = small.with("families", "correlated").run();
    for (Rule rule : Rule.values()) {
      Row row =
          rows.where(
                  rows.stringColumn(ChoiceRow.RULE)
                      .isEqualTo(rule.toString())
                      .and(rows.intColumn(ResultColumns.TRIAL).isEqualTo(1)))
              .row(0);
      int k = direct.k(rule);
      Support found = direct.step(k).fit().support();
      assertEquals(k, row.getInt(ChoiceRow.CHOSEN), rule.toString());
      assertEquals(found.intersect(instance.truth().support()).size(), row.getInt(ChoiceRow.HITS));
    }
  }

  @Tag("slow")
  @Test
  void moreInstancesRulesAndFoldsGoOnWithWhatIsThere(@TempDir Path folder) throws IOException {
    Path grown = folder.resolve("grown");
    Path whole = folder.resolve("whole");
    small
        .with(Map.of("instances", "2", "resampled", "0", "families", "gaussian, logistic"))
        .with("rules", "BIC, cross-validation, one standard error")
        .into(grown)
        .run();
    ChoiceExperiment larger = small.with("families", "gaussian, blur, logistic");
    larger.into(grown).run();
    larger.threads(1).into(whole).run();
    assertEquals(
        Files.readString(whole.resolve("results.csv")),
        Files.readString(grown.resolve("results.csv")));
    assertEquals(3 * 21, small.read(grown).rowCount());
  }

  @ParameterizedTest
  @CsvSource({
    "solvers,'els, omp',must be one",
    "rules,'BIC, mine',mine",
    "families,'gaussian, cubes',cubes",
    "sizes,0:2,sparsity = 3"
  })
  void whatCannotBeIsRefusedByName(String parameter, String value, String named) {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> small.with(parameter, value));
    assertTrue(String.valueOf(refused.getMessage()).contains(named), refused::toString);
  }
}
