package io.github.sea4j.run;

import io.github.sea4j.store.FolderRefusedException;
import tech.tablesaw.api.Table;

/**
 * Work that can be run, stopped and taken up again: a grid of trials ({@link Sweep}) or a search
 * for thresholds ({@link ThresholdSweep}).
 *
 * <p>The table has the same bits (times aside) for any number of threads, any order in which trials
 * finish, and after any number of stops and resumes.
 */
public sealed interface Study permits Sweep, ThresholdSweep {

  /**
   * Runs what is not finished yet.
   *
   * @return the results table
   * @throws SweepStoppedException if the thread was interrupted; what was finished is kept
   * @throws TrialFailedException if a trial threw; what was finished is kept
   * @throws FolderRefusedException if the folder is in use, or holds results of other parameters
   * @throws java.io.UncheckedIOException if the folder cannot be written
   */
  Table run(Execution execution);
}
