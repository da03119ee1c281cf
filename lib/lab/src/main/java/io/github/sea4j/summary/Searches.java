package io.github.sea4j.summary;

import io.github.sea4j.table.ResultColumns;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Whether a search is done. Where the support found has a residual at or below that of the truth,
 * the residual no longer prefers the truth; where it is above, a support of smaller residual
 * exists, and the search failed to find it.
 */
public final class Searches {

  /** Name of the column: whether the residual is at or below that of the truth. */
  public static final String DONE = "search_done";

  /** Rounding: of the truth's residual, and of the measurements' norm where there is no noise. */
  private static final double RELATIVE = 1e-9;

  private static final double ABSOLUTE = 1e-11;

  private Searches() {}

  /**
   * A results table with the column {@link #DONE} added; the table given is not changed.
   *
   * @param results a results table
   */
  public static Table judged(Table results) {
    DoubleColumn found = results.doubleColumn(ResultColumns.RELATIVE_RESIDUAL);
    DoubleColumn truth = results.doubleColumn(ResultColumns.TRUTH_RELATIVE_RESIDUAL);
    BooleanColumn done = BooleanColumn.create(DONE);
    for (int row = 0; row < results.rowCount(); row++) {
      done.append(found.getDouble(row) <= truth.getDouble(row) * (1 + RELATIVE) + ABSOLUTE);
    }
    return results.copy().addColumns(done);
  }
}
