package io.github.sea4j.table;

import io.github.sea4j.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * How often one solver found the exact support in one cell.
 *
 * @param cell shape and sparsity of the instances
 * @param solver name of the solver
 * @param runs number of instances
 * @param blocks successes in each block of instances, in the order of the blocks
 * @param seconds processor time of all runs together; never part of a hash
 */
public record Tally(Cell cell, String solver, int runs, List<Integer> blocks, double seconds) {

  private static final String BLOCKS = "successes_by_block";

  /** The success rate that the phase transition asks for (caption of Figure 2). */
  public static final double TARGET = 0.95;

  /** The columns of a phase transition: counts in files, rates with their intervals in tables. */
  public static final Schema<Tally> SCHEMA = schema();

  private static Schema<Tally> schema() {
    Schema.Field<Tally> m = Schema.integer(ResultColumns.ROWS, tally -> tally.cell.rows());
    Schema.Field<Tally> n = Schema.integer(ResultColumns.COLUMNS, tally -> tally.cell.columns());
    Schema.Field<Tally> k = Schema.integer(ResultColumns.SPARSITY, tally -> tally.cell.sparsity());
    Schema.Field<Tally> solver = Schema.text(ResultColumns.SOLVER, Tally::solver);
    Schema.Field<Tally> runs = Schema.integer(PhaseColumns.RUNS, Tally::runs);
    Schema.Field<Tally> successes = Schema.integer(PhaseColumns.SUCCESSES, Tally::successes);
    return Schema.of(
            List.of(m, n, k, solver, runs, successes, Schema.counts(BLOCKS, Tally::blocks)),
            Schema.decimal(ResultColumns.SECONDS, Tally::seconds),
            Tally::of)
        .showing(
            List.of(
                Schema.decimal(PhaseColumns.ZETA, t -> (double) t.cell.rows() / t.cell.columns()),
                Schema.decimal(PhaseColumns.RHO, t -> (double) t.cell.sparsity() / t.cell.rows()),
                m,
                n,
                k,
                solver,
                runs,
                successes,
                Schema.decimal(PhaseColumns.RATE, t -> (double) t.successes() / t.runs),
                Schema.decimal(PhaseColumns.RATE_LOW, t -> t.rate().low()),
                Schema.decimal(PhaseColumns.RATE_HIGH, t -> t.rate().high()),
                Schema.decimal(PhaseColumns.SECONDS_PER_RUN, t -> t.seconds / t.runs)));
  }

  private static Tally of(Schema.Values read) {
    return new Tally(
        new Cell(
            read.integer(ResultColumns.ROWS),
            read.integer(ResultColumns.COLUMNS),
            read.integer(ResultColumns.SPARSITY),
            Double.POSITIVE_INFINITY),
        read.text(ResultColumns.SOLVER),
        read.integer(PhaseColumns.RUNS),
        read.counts(BLOCKS),
        read.decimal(ResultColumns.SECONDS));
  }

  /** Copies the blocks; checks that there are not more successes than runs. */
  public Tally {
    blocks = List.copyOf(blocks);
    int successes = blocks.stream().mapToInt(Integer::intValue).sum();
    if (runs < 1 || successes > runs) {
      throw new IllegalArgumentException(
          "runs must be at least 1 and at least the %d successes, but are %d"
              .formatted(successes, runs));
    }
  }

  /** How many of the runs found the exact support. */
  public int successes() {
    return blocks.stream().mapToInt(Integer::intValue).sum();
  }

  /** The 95 % interval of the success rate. */
  public Interval rate() {
    return Interval.ofShare(successes(), runs);
  }

  /** Whether so many successes reach the target: {@code successes >= 0.95 runs}, exactly. */
  public static boolean reachesTarget(int successes, int runs) {
    return 100L * successes >= Math.round(100 * TARGET) * runs;
  }

  /** The same with one more block. */
  public Tally plus(int moreRuns, int moreSuccesses, double moreSeconds) {
    List<Integer> all = new ArrayList<>(blocks);
    all.add(moreSuccesses);
    return new Tally(cell, solver, runs + moreRuns, all, seconds + moreSeconds);
  }
}
