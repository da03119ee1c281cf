package io.github.sea4j.run;

/**
 * A sweep was interrupted. What it had finished is kept: the same sweep, run again, goes on from
 * there. The thread's interrupt flag is set.
 */
public final class SweepStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With how far the sweep was. */
  public SweepStoppedException(String message, InterruptedException cause) {
    super(message, cause);
  }
}
