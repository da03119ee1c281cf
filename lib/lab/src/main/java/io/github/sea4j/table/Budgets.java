package io.github.sea4j.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Results of solvers held to budgets of products: {@code within(SEA, products=30)}. */
public final class Budgets {

  /** Name of the column with the budget, a number of products with A and A'. */
  public static final String PRODUCTS = "products";

  private static final Pattern WITHIN = Pattern.compile("within\\((.*), products=(\\d+)\\)");

  private Budgets() {}

  /**
   * The same results with the budget in a column of its own, and the solver's name without it.
   *
   * @param results a results table whose solvers all have a budget
   * @return a new table; the given one is not changed
   * @throws IllegalArgumentException naming a solver without a budget
   */
  public static Table split(Table results) {
    StringColumn solvers = StringColumn.create(ResultColumns.SOLVER);
    IntColumn products = IntColumn.create(PRODUCTS);
    for (String name : results.stringColumn(ResultColumns.SOLVER)) {
      Matcher within = WITHIN.matcher(name);
      if (!within.matches()) {
        throw new IllegalArgumentException(
            "solver must be within a budget of products, but is '" + name + "'");
      }
      solvers.append(within.group(1));
      products.append(Integer.parseInt(within.group(2)));
    }
    Table split = results.copy();
    split.replaceColumn(solvers);
    return split.addColumns(products);
  }
}
