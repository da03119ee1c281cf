package io.github.sea4j.solver;

/** Watches a run, iteration by iteration, and may end it. */
@FunctionalInterface
public interface RunObserver {

  /** What the run should do next. */
  enum Signal {
    /** Go on. */
    CONTINUE,
    /** End with the best answer so far. */
    STOP
  }

  /**
   * Called once in each iteration, on the solving thread.
   *
   * @param iterate a live view, valid during the call only
   */
  Signal onIteration(Iterate iterate);
}
