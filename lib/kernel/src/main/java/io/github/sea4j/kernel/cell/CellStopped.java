package io.github.sea4j.kernel.cell;

/**
 * Ends the code of a stopped cell. An error, so that code which handles exceptions lets it pass.
 */
public final class CellStopped extends Error {

  private static final long serialVersionUID = 1;

  CellStopped() {
    super("Evaluation interrupted.", null, false, false);
  }
}
