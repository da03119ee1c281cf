package io.github.sea4j.run;

import io.github.sea4j.cluster.Assignment;
import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.store.RowFormat;
import io.github.sea4j.store.Store;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.TrialRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Cells times trials under one protocol.
 *
 * <p>The table has the same bits (times aside) for any number of threads or machines, any order in
 * which trials finish, and after any number of stops and resumes.
 *
 * @param <R> the kind of row
 * @param experiment name of the experiment
 * @param parameters all that decides the results, for the record and to tell sweeps apart
 * @param cells the grid, without repetition
 * @param trials instances in each cell, at least 1
 * @param seed what all instances are drawn from
 * @param protocol what happens in a trial
 * @param growth parameters whose larger values keep the rows that are there: a finished sweep goes
 *     on with the instances, cells and solvers it lacks
 */
public record Sweep<R extends TrialRow>(
    String experiment,
    Parameters parameters,
    List<Cell> cells,
    int trials,
    long seed,
    Protocol<R> protocol,
    Growth growth)
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
    RowFormat<Trial.Key, R> format =
        new RowFormat<>(protocol.schema(), Trial.Key::of, protocol.rowsPerSolver());
    long rows = total() * protocol.solvers().size() * format.rowsPerEntry();
    try (Store<Trial.Key, R> store = execution.open(record, growth, rows, format)) {
      return run(execution, store);
    } catch (IOException e) {
      throw execution.cannotKeepResults(e);
    }
  }

  private Table run(Execution execution, Store<Trial.Key, R> store) throws IOException {
    List<TrialTask<R>> waiting = waiting(store.finished());
    List<TrialTask<R>> here = waiting.stream().filter(task -> belongs(task, execution)).toList();
    AtomicLong finished = new AtomicLong(total() - waiting.size());
    Meter meter = new Meter(experiment, "trials", execution.progress(), finished.get(), total());
    try {
      execution
          .<List<R>, TrialTask<R>>runner(experiment, parameters)
          .run(
              here,
              (task, rows) -> {
                for (List<R> entry : entries(rows)) {
                  store.append(Trial.Key.of(entry.get(0)), entry);
                }
                meter.report(SweepProgress.State.RUNNING, finished.incrementAndGet());
                return List.of();
              });
      List<R> rows = collect(store.finished());
      if (here.size() == waiting.size()) {
        store.complete(rows, total());
      }
      meter.report(SweepProgress.State.FINISHED, finished.get());
      return protocol.schema().table(experiment, rows);
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
  private List<TrialTask<R>> waiting(Map<Trial.Key, List<R>> finished) {
    List<TrialTask<R>> todo = new ArrayList<>();
    for (int number = 0; number < trials; number++) {
      for (Cell cell : cells) {
        Trial trial = Trial.of(seed, cell, number);
        List<String> missing =
            protocol.solvers().stream()
                .filter(solver -> protocol.asks(trial, solver))
                .filter(solver -> !finished.containsKey(trial.key(solver)))
                .toList();
        if (!missing.isEmpty()) {
          todo.add(new TrialTask<>(trial, protocol, missing));
        }
      }
    }
    return todo;
  }

  @Override
  public List<List<String>> rows(Assignment assignment) {
    Trial trial = Trial.of(seed, assignment.cell(), assignment.number());
    return protocol.run(trial, assignment.solvers()).stream().map(protocol.schema()::line).toList();
  }

  private boolean belongs(TrialTask<R> task, Execution execution) {
    return execution.shard().has(cells.indexOf(task.trial.cell()));
  }

  /** The rows of a trial, solver by solver. */
  private List<List<R>> entries(List<R> rows) {
    int size = protocol.rowsPerSolver();
    return IntStream.range(0, rows.size() / size)
        .mapToObj(i -> rows.subList(i * size, (i + 1) * size))
        .toList();
  }

  private List<R> collect(Map<Trial.Key, List<R>> finished) {
    List<R> rows = new ArrayList<>();
    for (Trial trial : canonical()) {
      for (String solver : protocol.solvers()) {
        rows.addAll(finished.getOrDefault(trial.key(solver), List.of()));
      }
    }
    return rows;
  }

  long total() {
    return (long) cells.size() * trials;
  }

  private record TrialTask<R extends TrialRow>(
      Trial trial, Protocol<R> protocol, List<String> solvers)
      implements TrialRunner.Task<List<R>> {
    @Override
    public List<R> run() {
      return protocol.run(trial, solvers);
    }

    @Override
    public List<R> read(List<List<String>> rows) {
      return rows.stream().map(protocol.schema()::parse).toList();
    }
  }
}
