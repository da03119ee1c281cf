package io.github.sea4j.kernel.cell;

import org.jspecify.annotations.Nullable;

/** A cell was stopped, within a statement or between two. */
public final class CellInterrupted extends Exception {

  private static final long serialVersionUID = 1;

  private final transient @Nullable Object value;

  CellInterrupted(@Nullable Object value, @Nullable Throwable cause) {
    super("Evaluation interrupted.", cause);
    this.value = value;
  }

  /** For a cell that was stopped while its kernel was not ready for it. */
  public static CellInterrupted beforeStart() {
    return new CellInterrupted(null, null);
  }

  /** What the interrupted statement returned all the same: a solver's best answer so far. */
  public @Nullable Object value() {
    return value;
  }
}
