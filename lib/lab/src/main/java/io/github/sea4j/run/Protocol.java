package io.github.sea4j.run;

import io.github.sea4j.table.ResultRow;
import java.util.List;

/**
 * What happens in one trial.
 *
 * <p>Called by several threads at once; the answer, times aside, depends on the trial alone.
 */
public interface Protocol {

  /** How many rows each trial gives. */
  int rowsPerTrial();

  /** Runs the trial; one row for each solver, always in the same order. */
  List<ResultRow> run(Trial trial);
}
