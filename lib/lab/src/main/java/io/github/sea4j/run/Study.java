package io.github.sea4j.run;

import io.github.sea4j.cluster.Assignment;
import io.github.sea4j.cluster.TrialReport;
import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.store.FolderRefusedException;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Work that can be run, stopped and taken up again: a grid of trials ({@link Sweep}) or a search
 * for thresholds ({@link ThresholdSweep}).
 *
 * <p>The table has the same bits (times aside) for any number of threads or machines, any order in
 * which trials finish, and after any number of stops and resumes.
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
   * @throws io.github.sea4j.cluster.ClusterException if a cluster is not there or was lost; what
   *     was finished is kept
   */
  Table run(Execution execution);

  /**
   * Runs one trial for a study of the same parameters in another program, on one thread. Called by
   * several threads at once.
   *
   * @throws InterruptedException if the thread was interrupted: the trial was cut short, and what
   *     it said is no result
   */
  default TrialReport report(Assignment assignment) throws InterruptedException {
    TrialReport report;
    try {
      report = TrialReport.of(Workers.alone(() -> rows(assignment)));
    } catch (RuntimeException failure) {
      report = TrialReport.failed(failure);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException(assignment + " was cut short");
    }
    return report;
  }

  /** What comes of a trial, as texts that bring back the same bits. */
  List<List<String>> rows(Assignment assignment);
}
