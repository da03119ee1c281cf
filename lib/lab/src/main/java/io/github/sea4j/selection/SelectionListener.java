package io.github.sea4j.selection;

/** Hears how far a choice is. */
@FunctionalInterface
public interface SelectionListener {

  /**
   * A part is done. Called by the threads that work, in any order.
   *
   * @param done parts so far: the path on all rows, and that without each fold
   * @param total all parts
   */
  void onDone(int done, int total);
}
