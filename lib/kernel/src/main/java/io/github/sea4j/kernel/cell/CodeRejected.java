package io.github.sea4j.kernel.cell;

import java.util.List;
import jdk.jshell.Diag;

/** A piece of a cell does not compile, or is not complete. */
public final class CodeRejected extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Place place;
  private final transient String source;
  private final transient List<Diag> diagnostics;

  CodeRejected(String message, Place place, String source, List<Diag> diagnostics) {
    super(message);
    this.place = place;
    this.source = source;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Where the piece stands. */
  public Place place() {
    return place;
  }

  /** The piece, to which the positions of the diagnostics refer. */
  public String source() {
    return source;
  }

  /** What the compiler says; empty for an incomplete piece. */
  public List<Diag> diagnostics() {
    return diagnostics;
  }
}
