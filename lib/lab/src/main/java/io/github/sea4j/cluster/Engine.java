package io.github.sea4j.cluster;

import java.util.List;

/**
 * Runs trials of one study somewhere and tells what came of them. Each trial is run at least once,
 * whatever is lost on the way: as its rows follow from the trial alone, it does not matter where,
 * when and how often.
 */
public interface Engine extends AutoCloseable {

  /** Is told what came of the trials, by any thread. */
  interface Listener {

    /** A trial came back; the second time of the same trial is ignored. */
    void done(Assignment trial, TrialReport report);

    /** No more will come: the cluster is lost. */
    void lost(ClusterException reason);
  }

  /** Asks for trials, in this order or any other. Returns before they are run. */
  void submit(List<Assignment> trials);

  /** Stops what still runs and lets go of the cluster; can be called again. */
  @Override
  void close();
}
