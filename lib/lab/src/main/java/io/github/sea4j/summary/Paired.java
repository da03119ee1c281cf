package io.github.sea4j.summary;

import io.github.sea4j.table.CoherenceRow;
import io.github.sea4j.table.ResultColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * Solvers compared on the same instances. Where two solvers find the same instances hard, their
 * difference varies less than they do, and fewer instances tell them apart.
 */
public final class Paired {

  /** Name of the column: the solver's value less the reference's on the same instance. */
  public static final String DIFFERENCE = "difference";

  private Paired() {}

  /**
   * The rows of all other solvers with the column {@link #DIFFERENCE} added; the table given is not
   * changed.
   *
   * @param results a results table, or one of {@link CellMeans}, which has taken the means already
   * @param column a numeric column of it
   * @param reference name of the solver to compare with
   * @throws IllegalArgumentException if an instance has no row of the reference
   */
  public static Table against(Table results, String column, String reference) {
    if (CellMeans.isOf(results)) {
      return CellMeans.against(results, column, reference);
    }
    Map<List<Object>, Double> values = new HashMap<>();
    for (Row row : Summaries.ofSolver(results, reference)) {
      values.put(instance(row), row.getNumber(column));
    }
    Table others =
        results.where(results.stringColumn(ResultColumns.SOLVER).isNotEqualTo(reference));
    DoubleColumn differences = DoubleColumn.create(DIFFERENCE);
    for (Row row : others) {
      List<Object> instance = instance(row);
      Double value = values.get(instance);
      if (value == null) {
        throw new IllegalArgumentException(
            "results must have a row of %s for each instance, but have none for %s"
                .formatted(reference, instance));
      }
      differences.append(row.getNumber(column) - value);
    }
    return others.addColumns(differences);
  }

  /** What tells an instance from the others of its experiment. */
  private static List<Object> instance(Row row) {
    List<Object> key = new ArrayList<>();
    key.add(row.getString(ResultColumns.EXPERIMENT));
    key.add(row.getInt(ResultColumns.ROWS));
    key.add(row.getInt(ResultColumns.COLUMNS));
    key.add(row.getInt(ResultColumns.SPARSITY));
    key.add(row.getDouble(ResultColumns.SIGNAL_TO_NOISE));
    key.add(row.getInt(ResultColumns.TRIAL));
    if (row.columnNames().contains(CoherenceRow.LEVEL)) {
      key.add(row.getDouble(CoherenceRow.LEVEL));
    }
    return key;
  }
}
