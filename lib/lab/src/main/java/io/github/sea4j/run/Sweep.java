package io.github.sea4j.run;

import io.github.sea4j.store.Growth;
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
import java.util.concurrent.atomic.AtomicLong;
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
 * @param growth parameters whose larger values keep the rows that are there: a finished sweep goes
 *     on with the instances, cells and solvers it lacks
 */
public record Sweep(
    String experiment,
    Parameters parameters,
    List<Cell> cells,
    int trials,
    long seed,
    Protocol protocol,
    Growth growth)
    implements Study {

  private static final RowFormat<Trial.Key, ResultRow> FORMAT =
      new RowFormat<>(ResultRow.SCHEMA, Trial.Key::of, 1);

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
    long rows = total() * protocol.solvers().size();
    try (Store<Trial.Key, ResultRow> store = execution.open(record, growth, rows, FORMAT)) {
      return run(execution, store);
    } catch (IOException e) {
      throw execution.cannotKeepResults(e);
    }
  }

  private Table run(Execution execution, Store<Trial.Key, ResultRow> store) throws IOException {
    List<TrialTask> waiting = waiting(store.finished());
    AtomicLong finished = new AtomicLong(total() - waiting.size());
    Meter meter = new Meter(experiment, "trials", execution.progress(), finished.get(), total());
    try {
      new TrialRunner<List<ResultRow>, TrialTask>(execution.threads())
          .run(
              waiting,
              (task, rows) -> {
                for (ResultRow row : rows) {
                  store.append(Trial.Key.of(row), List.of(row));
                }
                meter.report(SweepProgress.State.RUNNING, finished.incrementAndGet());
                return List.of();
              });
      List<ResultRow> rows = collect(store.finished());
      store.complete(rows, total());
      meter.report(SweepProgress.State.FINISHED, total());
      return ResultTable.of(rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SweepStoppedException(
          "%s: stopped after %d of %d trials; run the same again to go on"
              .formatted(experiment, finished.get(), total()),
          e);
    } finally {
      meter.stopped(finished.get());
    }
  }

  /** Trial by trial over all cells, so that an unfinished sweep already spans the grid. */
  private List<TrialTask> waiting(Map<Trial.Key, List<ResultRow>> finished) {
    List<TrialTask> todo = new ArrayList<>();
    for (int number = 0; number < trials; number++) {
      for (Cell cell : cells) {
        Trial trial = Trial.of(seed, cell, number);
        List<String> missing =
            protocol.solvers().stream()
                .filter(solver -> !finished.containsKey(trial.key(solver)))
                .toList();
        if (!missing.isEmpty()) {
          todo.add(new TrialTask(trial, protocol, missing));
        }
      }
    }
    return todo;
  }

  private List<ResultRow> collect(Map<Trial.Key, List<ResultRow>> finished) {
    List<ResultRow> rows = new ArrayList<>();
    for (Trial trial : canonical()) {
      for (String solver : protocol.solvers()) {
        List<ResultRow> found = finished.get(trial.key(solver));
        if (found == null) {
          throw new IllegalStateException("no result of " + solver + " for " + trial);
        }
        rows.addAll(found);
      }
    }
    return rows;
  }

  long total() {
    return (long) cells.size() * trials;
  }

  private record TrialTask(Trial trial, Protocol protocol, List<String> missing)
      implements TrialRunner.Task<List<ResultRow>> {
    @Override
    public List<ResultRow> run() {
      return protocol.run(trial, missing);
    }
  }
}
