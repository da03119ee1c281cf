package io.github.sea4j.table;

import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.Table;

/** The results of a phase transition: one row for each zeta, k and solver that was tested. */
public final class PhaseTable {

  private PhaseTable() {}

  /** The table of these tallies, in their order; intervals are Wilson's at 95 %. */
  public static Table of(List<Tally> tallies) {
    return Tally.SCHEMA.table("phase transition", tallies);
  }

  /**
   * Loads the finished results of a phase transition.
   *
   * @param folder the one that the experiment wrote to
   * @throws java.io.UncheckedIOException if its files cannot be read
   * @throws IllegalArgumentException naming file and line of what is not a tally
   */
  public static Table read(Path folder) {
    return of(Tally.SCHEMA.read(folder));
  }
}
