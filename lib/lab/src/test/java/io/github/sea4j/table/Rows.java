package io.github.sea4j.table;

import java.util.ArrayList;
import java.util.List;

/** Rows of results with known numbers. */
public final class Rows {

  private Rows() {}

  /** A row whose support distance is given; its time is that many seconds. */
  public static ResultRow row(String solver, int sparsity, int trial, double distance) {
    return new ResultRow(
        "made up",
        new Cell(50, 100, sparsity, Double.POSITIVE_INFINITY),
        trial,
        solver,
        "converged",
        distance,
        distance == 0,
        Double.NaN,
        1.5,
        0.1 + 0.2,
        4e-17,
        10L * (trial + 1),
        3,
        distance + 1e-3);
  }

  /** Two instances at k = 5 and k = 10 for each solver; distances 0, 0.2, then 0.4, 0.8. */
  public static List<ResultRow> of(String... solvers) {
    List<ResultRow> rows = new ArrayList<>();
    double[][] distances = {{0, 0.2}, {0.4, 0.8}};
    for (int cell = 0; cell < 2; cell++) {
      for (int trial = 0; trial < 2; trial++) {
        for (String solver : solvers) {
          rows.add(row(solver, 5 * (cell + 1), trial, distances[cell][trial]));
        }
      }
    }
    return rows;
  }
}
