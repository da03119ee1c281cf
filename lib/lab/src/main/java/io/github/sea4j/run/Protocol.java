package io.github.sea4j.run;

import io.github.sea4j.table.Schema;
import io.github.sea4j.table.TrialRow;
import java.util.List;

/**
 * What happens in one trial.
 *
 * <p>Called by several threads at once; the answer, times aside, depends on the trial alone.
 *
 * @param <R> the kind of row
 */
public interface Protocol<R extends TrialRow> {

  /** The columns of the rows. */
  Schema<R> schema();

  /** How many rows a trial gives for each solver; 1 unless told otherwise. */
  default int rowsPerSolver() {
    return 1;
  }

  /**
   * The solvers' names, or those of whatever else contends, all different: a trial gives rows for
   * each, in this order.
   */
  List<String> solvers();

  /** Whether a trial gives rows for one of them; each trial for all unless told otherwise. */
  default boolean asks(Trial trial, String solver) {
    return true;
  }

  /**
   * Runs the trial with those solvers that have no row yet.
   *
   * @param missing some of {@link #solvers}, in their order
   * @return {@link #rowsPerSolver} rows for each of them, in the same order
   */
  List<R> run(Trial trial, List<String> missing);
}
