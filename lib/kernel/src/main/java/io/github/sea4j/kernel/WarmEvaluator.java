package io.github.sea4j.kernel;

import io.github.sea4j.kernel.cell.CellInterrupted;
import io.github.sea4j.kernel.cell.CellRun;
import io.github.sea4j.kernel.cell.CodeRejected;
import io.github.sea4j.kernel.cell.Evaluator;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.JShellException;
import org.jspecify.annotations.Nullable;

/** An evaluator that is made ready while the notebook opens, so that completion works at once. */
final class WarmEvaluator {

  private static final long ROUND_MILLIS = 20;

  private final StartUp startUp;
  private final CompletableFuture<Evaluator> ready = new CompletableFuture<>();
  private volatile @Nullable Exception failure;

  WarmEvaluator(StartUp startUp) {
    this.startUp = startUp;
  }

  /** Begins, and returns at once. */
  void start() {
    Thread thread = new Thread(this::warmUp, "start of JShell");
    thread.setDaemon(true);
    thread.start();
  }

  private void warmUp() {
    try {
      Evaluator evaluator = new Evaluator(startUp.compilerOptions());
      try (CellRun cell = new CellRun(0)) {
        startUp.run(evaluator, cell);
      } catch (IOException | CodeRejected | JShellException | CellInterrupted e) {
        failure = e;
      }
      ready.complete(evaluator);
    } catch (RuntimeException | Error e) {
      ready.completeExceptionally(e);
    }
  }

  /** Waits until all is ready. */
  Evaluator get() {
    return ready.join();
  }

  /** The same for a cell, which may be stopped while it waits. */
  Evaluator get(CellRun cell) throws CellInterrupted, InterruptedException, ExecutionException {
    while (true) {
      try {
        return ready.get(ROUND_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        if (cell.isStopRequested()) {
          throw CellInterrupted.beforeStart();
        }
      }
    }
  }

  /** What went wrong in the start-up scripts; told once. */
  @Nullable Exception takeFailure() {
    Exception told = failure;
    failure = null;
    return told;
  }
}
