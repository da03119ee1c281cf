package io.github.sea4j.run;

import io.github.sea4j.cluster.Assignment;
import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.store.RowFormat;
import io.github.sea4j.store.Store;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.PhaseTable;
import io.github.sea4j.table.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A search for the 95 % threshold of every solver at every shape.
 *
 * <p>Each search is one {@link ThresholdSearch}; they run side by side and share nothing but their
 * instances: trial number i of a cell has the same seed for every solver, so that two solvers that
 * were both tested there are compared on the same instances. What is kept after each block survives
 * a kill; the block in flight of each running search is redone.
 *
 * @param experiment name of the experiment
 * @param parameters all that decides the results
 * @param columns n
 * @param grids for each number of rows m, the sparsities that may be tested, ascending
 * @param solvers names, in the order of the table
 * @param rule how many instances a cell is given
 * @param seed what all instances are drawn from
 * @param test what happens in a trial
 * @param growth parameters whose larger values keep the searches that are there
 */
public record ThresholdSweep(
    String experiment,
    Parameters parameters,
    int columns,
    Map<Integer, List<Integer>> grids,
    List<String> solvers,
    SearchRule rule,
    long seed,
    RecoveryTest test,
    Growth growth)
    implements Study {

  private static final RowFormat<Key, Tally> FORMAT =
      new RowFormat<>(Tally.SCHEMA, tally -> new Key(tally.cell(), tally.solver()), 1);

  /** What tells the tallies of one study apart. */
  private record Key(Cell cell, String solver) {}

  /** One instance and one solver; called by several threads at once. */
  public interface RecoveryTest {
    /** Solves the trial's instance; the answer, time aside, depends on the arguments alone. */
    Answer run(Trial trial, String solver);
  }

  /** Whether the support was found, and the seconds that the solver took. */
  public record Answer(boolean exact, double seconds) {
    private List<String> line() {
      return List.of(Boolean.toString(exact), Double.toString(seconds));
    }

    private static Answer of(List<String> line) {
      return new Answer(Boolean.parseBoolean(line.get(0)), Double.parseDouble(line.get(1)));
    }
  }

  @Override
  public Table run(Execution execution) {
    Provenance record = Provenance.of(experiment, parameters, 0);
    try (Store<Key, Tally> store = execution.open(record, growth, mostRows(), FORMAT)) {
      return run(execution, store);
    } catch (IOException e) {
      throw execution.cannotKeepResults(e);
    }
  }

  private Table run(Execution execution, Store<Key, Tally> store) throws IOException {
    List<Search> searches = searches(store);
    List<Attempt> first = new ArrayList<>();
    for (int number = 0; number < searches.size(); number++) {
      List<Attempt> block = searches.get(number).nextBlock();
      first.addAll(execution.shard().has(number) ? block : List.of());
    }
    long resumed = over(searches);
    Meter meter = new Meter(experiment, "searches", execution.progress(), resumed, searches.size());
    try {
      execution
          .<Answer, Attempt>runner(experiment, parameters)
          .run(
              first,
              (attempt, answer) -> {
                List<Attempt> more = attempt.search().accept(answer);
                meter.report(SweepProgress.State.RUNNING, over(searches));
                return more;
              });
      List<Tally> tallies = canonical(store.finished());
      if (over(searches) == searches.size()) {
        store.complete(tallies, tallies.stream().mapToLong(Tally::runs).sum());
      }
      meter.report(SweepProgress.State.FINISHED, over(searches));
      return PhaseTable.of(tallies);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SweepStoppedException(
          "%s: stopped after %d of %d searches; run the same again to go on"
              .formatted(experiment, over(searches), searches.size()),
          e);
    } finally {
      meter.stopped(over(searches));
    }
  }

  @Override
  public List<List<String>> rows(Assignment assignment) {
    Trial trial = Trial.of(seed, assignment.cell(), assignment.number());
    return assignment.solvers().stream().map(solver -> test.run(trial, solver).line()).toList();
  }

  private List<Search> searches(Store<Key, Tally> store) {
    List<Search> searches = new ArrayList<>();
    grids.forEach(
        (rows, grid) ->
            solvers.forEach(
                solver ->
                    searches.add(
                        new Search(new ThresholdSearch(rule, grid), rows, solver, store))));
    return searches;
  }

  private static long over(List<Search> searches) {
    return searches.stream().filter(search -> search.over).count();
  }

  private long mostRows() {
    return (long) solvers.size() * grids.values().stream().mapToInt(List::size).sum();
  }

  private Cell cell(int rows, int sparsity) {
    return new Cell(rows, columns, sparsity, Double.POSITIVE_INFINITY);
  }

  /** By shape, sparsity and solver. */
  private List<Tally> canonical(Map<Key, List<Tally>> finished) {
    List<Tally> tallies = new ArrayList<>();
    grids.forEach(
        (rows, grid) -> {
          for (int sparsity : grid) {
            for (String solver : solvers) {
              tallies.addAll(
                  finished.getOrDefault(new Key(cell(rows, sparsity), solver), List.of()));
            }
          }
        });
    return tallies;
  }

  /** One trial of a block. */
  private record Attempt(Search search, Trial trial) implements TrialRunner.Task<Answer> {
    @Override
    public Answer run() {
      return search.attempt(trial);
    }

    @Override
    public List<String> solvers() {
      return List.of(search.solver);
    }

    @Override
    public Answer read(List<List<String>> rows) {
      return Answer.of(rows.get(0));
    }
  }

  /** The search of one solver at one shape; its state belongs to the thread that runs the study. */
  private final class Search {
    private final ThresholdSearch search;
    private final int rows;
    private final String solver;
    private final Store<Key, Tally> store;
    private boolean over;
    private Key key;
    private int size;
    private int answered;
    private int successes;
    private double seconds;

    Search(ThresholdSearch search, int rows, String solver, Store<Key, Tally> store) {
      this.search = search;
      this.rows = rows;
      this.solver = solver;
      this.store = store;
      this.key = key(search.grid().get(0));
    }

    private Key key(int sparsity) {
      return new Key(cell(rows, sparsity), solver);
    }

    private @Nullable Tally found(Key cell) {
      List<Tally> entry = store.finished().get(cell);
      return entry == null ? null : entry.get(0);
    }

    Answer attempt(Trial trial) {
      return test.run(trial, solver);
    }

    /** The trials of the next block; none if the search is over. */
    List<Attempt> nextBlock() {
      OptionalInt sparsity = search.next(k -> found(key(k)));
      if (sparsity.isEmpty()) {
        over = true;
        return List.of();
      }
      key = key(sparsity.getAsInt());
      int done = doneRuns(found(key));
      size = rule.next(done);
      answered = 0;
      successes = 0;
      seconds = 0;
      List<Attempt> block = new ArrayList<>();
      for (int number = done; number < done + size; number++) {
        block.add(new Attempt(this, Trial.of(seed, key.cell(), number)));
      }
      return block;
    }

    /** Counts an answer; after the last one of a block, keeps the block and goes on. */
    List<Attempt> accept(Answer answer) throws IOException {
      answered++;
      successes += answer.exact() ? 1 : 0;
      seconds += answer.seconds();
      if (answered < size) {
        return List.of();
      }
      Tally before = found(key);
      Tally now =
          before == null
              ? new Tally(key.cell(), solver, size, List.of(successes), seconds)
              : before.plus(size, successes, seconds);
      store.append(key, List.of(now));
      return nextBlock();
    }

    private static int doneRuns(@Nullable Tally tally) {
      return tally == null ? 0 : tally.runs();
    }
  }
}
