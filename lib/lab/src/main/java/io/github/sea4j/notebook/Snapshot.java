package io.github.sea4j.notebook;

import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.table.SnapshotTables;
import io.github.sea4j.table.TraceColumns;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One iteration of a film as tables, for its still picture. */
final class Snapshot {

  private Snapshot() {}

  static SnapshotTables of(
      String title,
      Frame shown,
      List<Frame> frames,
      @Nullable SparseVector truth,
      double measurementNorm) {
    return new SnapshotTables(
        title, entries(shown, truth), curves(frames, measurementNorm), shown.iteration());
  }

  private static Table entries(Frame shown, @Nullable SparseVector truth) {
    int n = shown.estimate().length();
    Support now = shown.estimate().support();
    Table entries =
        Table.create("entries")
            .addColumns(
                IntColumn.create(TraceColumns.INDEX, IntStream.range(0, n).toArray()),
                StringColumn.create(
                    SnapshotTables.PART, IntStream.range(0, n).mapToObj(j -> part(j, now, truth))),
                DoubleColumn.create(SnapshotTables.ESTIMATE, shown.estimate().toDense()));
    if (truth != null) {
      entries.addColumns(DoubleColumn.create(TraceColumns.TRUTH, truth.toDense()));
    }
    if (shown.exploration().length > 0) {
      entries.addColumns(DoubleColumn.create(TraceColumns.VALUE, shown.exploration()));
    }
    return entries;
  }

  private static String part(int j, Support now, @Nullable SparseVector truth) {
    if (truth == null) {
      return now.contains(j) ? SnapshotTables.CHOSEN : SnapshotTables.NEITHER;
    }
    if (truth.support().contains(j)) {
      return now.contains(j) ? SnapshotTables.FOUND : SnapshotTables.MISSED;
    }
    return now.contains(j) ? SnapshotTables.WRONG : SnapshotTables.NEITHER;
  }

  private static Table curves(List<Frame> frames, double measurementNorm) {
    return Table.create("iterations")
        .addColumns(
            LongColumn.create(
                TraceColumns.ITERATION, frames.stream().mapToLong(Frame::iteration).toArray()),
            DoubleColumn.create(
                TraceColumns.RELATIVE_RESIDUAL,
                frames.stream().mapToDouble(frame -> frame.residualNorm() / measurementNorm)),
            DoubleColumn.create(
                TraceColumns.BEST_RELATIVE_RESIDUAL,
                frames.stream().mapToDouble(frame -> frame.bestResidualNorm() / measurementNorm)));
  }
}
