package io.github.sea4j.run;

import io.github.sea4j.store.Parameters;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.store.RowFormat;
import io.github.sea4j.store.Store;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import java.io.IOException;
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
    Protocol protocol)
    implements Study {

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

  @Override
  public Table run(Execution execution) {
    Provenance record = Provenance.of(experiment, parameters, total());
    RowFormat<Trial.Key, ResultRow> format =
        new RowFormat<>(ResultRow.SCHEMA, Trial.Key::of, protocol.rowsPerTrial());
    long rows = total() * protocol.rowsPerTrial();
    try (Store<Trial.Key, ResultRow> store = execution.open(record, rows, format)) {
      return run(execution, store);
    } catch (IOException e) {
      throw execution.cannotKeepResults(e);
    }
  }

  private Table run(Execution execution, Store<Trial.Key, ResultRow> store) throws IOException {
    Map<Trial.Key, List<ResultRow>> finished = store.finished();
    Meter meter = new Meter(experiment, "trials", execution.progress(), finished.size(), total());
    try {
      new TrialRunner<List<ResultRow>, TrialTask>(execution.threads())
          .run(
              waiting(finished),
              (task, rows) -> {
                store.append(task.trial().key(), rows);
                meter.report(SweepProgress.State.RUNNING, finished.size());
                return List.of();
              });
      List<ResultRow> rows = collect(finished);
      store.complete(rows, total());
      meter.report(SweepProgress.State.FINISHED, finished.size());
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

  /** Trial by trial over all cells, so that an unfinished sweep already spans the grid. */
  private List<TrialTask> waiting(Map<Trial.Key, List<ResultRow>> finished) {
    List<TrialTask> todo = new ArrayList<>();
    for (int number = 0; number < trials; number++) {
      for (Cell cell : cells) {
        Trial trial = Trial.of(seed, cell, number);
        if (!finished.containsKey(trial.key())) {
          todo.add(new TrialTask(trial, protocol));
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

  private record TrialTask(Trial trial, Protocol protocol)
      implements TrialRunner.Task<List<ResultRow>> {
    @Override
    public List<ResultRow> run() {
      return protocol.run(trial);
    }
  }
}
