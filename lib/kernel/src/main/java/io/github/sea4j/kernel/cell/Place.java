package io.github.sea4j.kernel.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of code stands.
 *
 * @param cell the number that the notebook shows before the cell; 0 for the kernel's own start
 * @param firstLine line of the cell at which the piece begins, counted from 1
 * @param lines the cell's lines
 */
public record Place(int cell, int firstLine, List<String> lines) {

  /** Copies the lines. */
  public Place {
    lines = List.copyOf(lines);
  }

  /** The cell's line for a line of the piece, both counted from 1. */
  public int line(int lineOfPiece) {
    return firstLine + lineOfPiece - 1;
  }

  /** The text of a line of the piece without its indentation, null where there is no such line. */
  public @Nullable String text(int lineOfPiece) {
    int index = line(lineOfPiece) - 1;
    return index >= 0 && index < lines.size() ? lines.get(index).strip() : null;
  }
}
