package io.github.sea4j.cluster;

import io.github.sea4j.table.Cell;
import java.io.Serializable;
import java.util.List;

/**
 * One trial to be run. What it is drawn from follows from the study and from these numbers.
 *
 * @param cell point of the grid
 * @param number of the instance within its cell, from 0
 * @param solvers canonical texts of those that rows are asked of
 */
public record Assignment(Cell cell, int number, List<String> solvers) implements Serializable {

  /** Copies the solvers. */
  public Assignment {
    solvers = List.copyOf(solvers);
  }
}
