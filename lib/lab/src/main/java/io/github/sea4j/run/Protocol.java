package io.github.sea4j.run;

import io.github.sea4j.table.ResultRow;
import java.util.List;

/**
 * What happens in one trial.
 *
 * <p>Called by several threads at once; the answer, times aside, depends on the trial alone.
 */
public interface Protocol {

  /** The solvers' names, all different: a trial gives a row for each, in this order. */
  List<String> solvers();

  /**
   * Runs the trial with those solvers that have no row yet.
   *
   * @param missing some of {@link #solvers}, in their order
   * @return a row for each of them, in the same order
   */
  List<ResultRow> run(Trial trial, List<String> missing);
}
