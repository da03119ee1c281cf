package io.github.sea4j.solver;

import io.github.sea4j.check.Require;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records a run in bounded memory.
 *
 * <pre>{@code
 * TraceRecorder trace = new TraceRecorder(10_000);
 * solver.solve(problem, Run.unlimited().observedBy(trace));
 * trace.rows();
 * }</pre>
 *
 * <p>All iterations are kept until there are more than the capacity; then every second one, every
 * fourth one and so on, evenly over the run, and always the last. Memory: at most capacity + 1 rows
 * of k indices and the exploration entries asked for. Cost of an iteration: O(k) and those entries.
 * A run without a recorder pays nothing, and one with a recorder gives the same answer.
 *
 * <p>One recorder serves one run on one thread.
 */
public final class TraceRecorder implements RunObserver {

  private final int capacity;
  private final int[] exploredColumns;
  private final List<TraceRow> rows = new ArrayList<>();
  private long stride = 1;
  private @Nullable TraceRow last;

  /**
   * A recorder of supports and residuals.
   *
   * @param capacity the most evenly spaced rows to keep, at least 2
   * @param exploredColumns the user's columns whose entries of SEA's exploration vector are kept
   *     too; copied
   * @throws IllegalArgumentException if the capacity is below 2 or a column is negative
   */
  public TraceRecorder(int capacity, int... exploredColumns) {
    this.capacity = Require.atLeast("capacity", capacity, 2);
    this.exploredColumns = exploredColumns.clone();
    for (int j : exploredColumns) {
      Require.atLeast("explored column", j, 0);
    }
  }

  @Override
  public Signal onIteration(Iterate iterate) {
    last = TraceRow.of(iterate, exploredColumns);
    if (iterate.iteration() % stride == 0) {
      if (rows.size() == capacity) {
        stride *= 2;
        rows.removeIf(row -> row.iteration() % stride != 0);
      }
      if (iterate.iteration() % stride == 0) {
        rows.add(last);
      }
    }
    return Signal.CONTINUE;
  }

  /** The distance between the iterations kept: 1 while none was left out. */
  public long stride() {
    return stride;
  }

  /** The columns of the exploration entries in each row; a new array. */
  public int[] exploredColumns() {
    return exploredColumns.clone();
  }

  /** The rows in order: each {@link #stride}-th iteration and the last one; a new list. */
  public List<TraceRow> rows() {
    List<TraceRow> all = new ArrayList<>(rows);
    if (last != null && last.iteration() % stride != 0) {
      all.add(last);
    }
    return all;
  }
}
