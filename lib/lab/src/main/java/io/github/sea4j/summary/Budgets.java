package io.github.sea4j.summary;

import io.github.sea4j.compose.Within;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.table.ResultColumns;
import java.util.HashMap;
import java.util.Map;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.BitmapBackedSelection;
import tech.tablesaw.selection.Selection;

/** Results of solvers held to budgets of products: {@code within(sea, products=30)}. */
public final class Budgets {

  /** Name of the column with the budget, a number of products with A and A'. */
  public static final String PRODUCTS = "products";

  private Budgets() {}

  /**
   * The same results with the budget in a column of its own, and the solver's name without it.
   *
   * @param results a results table whose solvers all have a budget, or one of {@link CellMeans}; of
   *     its differences those between solvers of one budget are kept
   * @return a new table; the given one is not changed
   * @throws IllegalArgumentException naming a solver without a budget
   */
  public static Table split(Table results) {
    StringColumn solvers = StringColumn.create(ResultColumns.SOLVER);
    IntColumn products = IntColumn.create(PRODUCTS);
    Map<String, Within> read = new HashMap<>();
    for (String name : results.stringColumn(ResultColumns.SOLVER)) {
      Within within = read.computeIfAbsent(name, Budgets::read);
      solvers.append(within.solver().name());
      products.append(within.products());
    }
    Table split = results.copy();
    split.replaceColumn(solvers);
    split.addColumns(products);
    return CellMeans.isOf(results) ? withinOneBudget(split, read) : split;
  }

  private static Table withinOneBudget(Table split, Map<String, Within> read) {
    StringColumn references = StringColumn.create(CellMeans.REFERENCE);
    Selection same = new BitmapBackedSelection();
    for (Row row : split) {
      String name = row.getString(CellMeans.REFERENCE);
      Within within = name.isEmpty() ? null : read.computeIfAbsent(name, Budgets::read);
      references.append(within == null ? "" : within.solver().name());
      if (within == null || within.products() == row.getInt(PRODUCTS)) {
        same.add(row.getRowNumber());
      }
    }
    return split.replaceColumn(references).where(same);
  }

  /** Whether a solver's name says that it is held to a budget. */
  public static boolean isHeld(String solver) {
    return solver.startsWith("within(");
  }

  /** Rows of the solvers that may spend what the reference may: all, if it has no budget. */
  static Table alike(Table results, String reference) {
    if (!isHeld(reference)) {
      return results;
    }
    int products = read(reference).products();
    Map<String, Boolean> alike = new HashMap<>();
    return results.where(
        results
            .stringColumn(ResultColumns.SOLVER)
            .eval(
                name ->
                    alike.computeIfAbsent(
                        name, held -> isHeld(held) && read(held).products() == products)));
  }

  private static Within read(String name) {
    if (Solvers.parse(name) instanceof Within within) {
      return within;
    }
    throw new IllegalArgumentException(
        "solver must be within a budget of products, but is '" + name + "'");
  }
}
