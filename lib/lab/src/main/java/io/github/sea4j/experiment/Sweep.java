package io.github.sea4j.experiment;

import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Cells times trials under one protocol.
 *
 * <p>The table has the same bits (times aside) for any number of threads, any order in which trials
 * finish, and after any number of stops and resumes.
 *
 * @param experiment name of the experiment
 * @param parameters all that decides the results, for the record and to tell sweeps apart
 * @param cells the grid, without repetition
 * @param trials instances in each cell, at least 1
 * @param seed what all instances are drawn from
 * @param protocol what happens in a trial
 */
public record Sweep(
    String experiment,
    Parameters parameters,
    List<Cell> cells,
    int trials,
    long seed,
    Protocol protocol) {

  /** Checks the grid; copies it. */
  public Sweep {
    cells = List.copyOf(cells);
    if (cells.isEmpty() || new HashSet<>(cells).size() < cells.size()) {
      throw new IllegalArgumentException(
          "cells must be at least one and all different, but are " + cells);
    }
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be at least 1, but is " + trials);
    }
  }

  /** All trials of a sweep, in canonical order: cell by cell. */
  List<Trial> canonical() {
    List<Trial> all = new ArrayList<>();
    for (Cell cell : cells) {
      for (int number = 0; number < trials; number++) {
        all.add(Trial.of(seed, cell, number));
      }
    }
    return all;
  }

  /**
   * Runs what is not finished yet.
   *
   * @return the results table, rows by cell, trial and solver
   * @throws SweepStoppedException if the thread was interrupted; what was finished is kept
   * @throws TrialFailedException if a trial threw; what was finished is kept
   * @throws IllegalStateException if the folder is in use, or holds results of other parameters
   * @throws UncheckedIOException if the folder cannot be written
   */
  public Table run(Execution execution) {
    try (TrialStore store = store(execution)) {
      return run(execution, store);
    } catch (IOException e) {
      String place = execution.folder().map(Path::toString).orElse("memory");
      throw new UncheckedIOException("cannot keep results in " + place + ": " + e.getMessage(), e);
    }
  }

  private Table run(Execution execution, TrialStore store) throws IOException {
    Map<Trial.Key, List<ResultRow>> finished = store.finished();
    Meter meter = new Meter(execution.progress(), finished.size());
    try {
      new TrialRunner(protocol, execution.threads())
          .run(
              waiting(finished),
              (trial, rows) -> {
                store.append(trial.key(), rows);
                meter.report(Progress.State.RUNNING, finished.size());
              });
      List<ResultRow> rows = collect(finished);
      store.complete(rows);
      meter.report(Progress.State.FINISHED, finished.size());
      return ResultTable.of(rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SweepStoppedException(
          "%s: stopped after %d of %d trials; run the same again to go on"
              .formatted(experiment, finished.size(), total()),
          e);
    } finally {
      meter.stopped(finished.size());
    }
  }

  private TrialStore store(Execution execution) throws IOException {
    if (execution.folder().isEmpty()) {
      return new SessionStore(experiment + " " + parameters);
    }
    return FolderStore.open(execution.folder().get(), this);
  }

  /** Trial by trial over all cells, so that an unfinished sweep already spans the grid. */
  private List<Trial> waiting(Map<Trial.Key, List<ResultRow>> finished) {
    List<Trial> todo = new ArrayList<>();
    for (int number = 0; number < trials; number++) {
      for (Cell cell : cells) {
        Trial trial = Trial.of(seed, cell, number);
        if (!finished.containsKey(trial.key())) {
          todo.add(trial);
        }
      }
    }
    return todo;
  }

  private List<ResultRow> collect(Map<Trial.Key, List<ResultRow>> finished) {
    List<ResultRow> rows = new ArrayList<>();
    for (Trial trial : canonical()) {
      List<ResultRow> found = finished.get(trial.key());
      if (found == null) {
        throw new IllegalStateException("no result for " + trial);
      }
      rows.addAll(found);
    }
    return rows;
  }

  long total() {
    return (long) cells.size() * trials;
  }

  /** Tells a listener how far the sweep is; the end exactly once. */
  private final class Meter {
    private final ProgressListener listener;
    private final long resumed;
    private final long start = System.nanoTime();
    private boolean ended;

    Meter(ProgressListener listener, long resumed) {
      this.listener = listener;
      this.resumed = resumed;
      report(Progress.State.RUNNING, resumed);
    }

    void report(Progress.State state, long done) {
      ended = state != Progress.State.RUNNING;
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      listener.onProgress(new Progress(experiment, state, done, total(), resumed, elapsed));
    }

    void stopped(long done) {
      if (!ended) {
        report(Progress.State.STOPPED, done);
      }
    }
  }
}
