package io.github.sea4j.table;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * One instance and what solvers made of it, enough to draw it again.
 *
 * @param signals a row for each position 0 .. n-1: {@link #POSITION}, {@link #MEASUREMENT}, {@link
 *     #TRUTH}, then for each solver a column of its name with its estimate; 0 off a support
 * @param scores a results table with a row for each solver, in the order of the columns
 */
public record InstanceTables(Table signals, Table scores) {

  /** Column of the position in the signal, from 0. */
  public static final String POSITION = "position";

  /** Column of the measurements y. */
  public static final String MEASUREMENT = "y";

  /** Column of the truth x*. */
  public static final String TRUTH = "x*";

  /** Names of the solvers, in the order of the columns. */
  public List<String> solvers() {
    return scores.stringColumn(ResultColumns.SOLVER).asList();
  }
}
