package io.github.sea4j.kernel;

import io.github.sea4j.kernel.cell.CellRun;
import io.github.sea4j.kernel.output.OutputQueue;
import io.github.sea4j.kernel.output.OutputTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cell that runs, and those whose threads go on behind it. Callable from any thread. */
final class RunningCells {

  /** A cell and where its output goes. */
  private record Running(CellRun cell, CellEnvironment environment) {}

  private final OutputQueue queue;
  private volatile @Nullable Running running;
  private final List<CellRun> background = new ArrayList<>();
  private @Nullable EarlyStop early;

  RunningCells(OutputQueue queue) {
    this.queue = queue;
  }

  /**
   * A cell begins, or is stopped at once if a stop was meant for it.
   *
   * @param sent null where that is not known
   */
  synchronized void begin(CellRun cell, CellEnvironment environment, @Nullable Instant sent) {
    Running next = new Running(cell, environment);
    running = next;
    EarlyStop earlier = early;
    early = null;
    if (earlier != null && earlier.means(sent)) {
      stop(next);
    }
  }

  void end(CellRun cell) {
    running = null;
    cell.close();
    synchronized (background) {
      background.removeIf(earlier -> !earlier.hasThreads());
      if (cell.hasThreads()) {
        background.add(cell);
      }
    }
  }

  /**
   * The cell that runs.
   *
   * @throws IllegalStateException if none does
   */
  CellRun require() {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException("code is evaluated within a cell only, and none runs");
    }
    return now.cell();
  }

  /** Where the running cell's output goes, null while no cell runs. */
  @Nullable OutputTarget target() {
    Running now = running;
    return now == null ? null : now.environment();
  }

  /** How the running cell is answered, empty while no cell runs. */
  Optional<CellEnvironment> environment() {
    return Optional.ofNullable(running).map(Running::environment);
  }

  /**
   * Stops the running cell; if none runs, all threads that earlier cells left running, and a cell
   * that is received in a moment but was sent before.
   *
   * @param sent null where that is not known
   */
  synchronized void stop(@Nullable Instant sent) {
    Running now = running;
    if (now != null) {
      stop(now);
      return;
    }
    early = new EarlyStop(sent);
    synchronized (background) {
      background.forEach(cell -> cell.stop(() -> {}));
      background.clear();
    }
  }

  private void stop(Running one) {
    one.cell().stop(() -> queue.forget(one.environment()));
  }
}
