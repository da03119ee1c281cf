package io.github.sea4j.run;

import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** A sweep whose rows follow from the trials' seeds and whose trials end in any order. */
final class FakeSweep {

  static final int TRIALS = 6;

  private FakeSweep() {}

  static Sweep<ResultRow> of(Protocol<ResultRow> protocol) {
    return of("1", protocol);
  }

  static Sweep<ResultRow> of(String seed, Protocol<ResultRow> protocol) {
    List<Cell> cells =
        IntStream.of(3, 1, 7).mapToObj(k -> new Cell(10, 20, k, Double.POSITIVE_INFINITY)).toList();
    Parameters parameters = Parameters.of("seed", seed, "note", "a, \"b\"");
    return new Sweep<>(
        "fake", parameters, cells, TRIALS, Long.parseLong(seed), protocol, Growth.NONE);
  }

  /** A part of the sweep that may grow to the whole: the first trials, or one solver only. */
  static Sweep<ResultRow> part(int trials, List<String> solvers, Protocol<ResultRow> protocol) {
    Sweep<ResultRow> whole = of(protocol);
    Protocol<ResultRow> some =
        new Protocol<ResultRow>() {
          @Override
          public Schema<ResultRow> schema() {
            return ResultRow.SCHEMA;
          }

          @Override
          public List<String> solvers() {
            return solvers;
          }

          @Override
          public List<ResultRow> run(Trial trial, List<String> missing) {
            return protocol.run(trial, missing);
          }
        };
    return new Sweep<>(
        "fake",
        Parameters.of("seed", "1", "instances", "" + trials, "solvers", String.join(", ", solvers)),
        whole.cells(),
        trials,
        1,
        some,
        new Growth(Set.of("instances"), Set.of("solvers")));
  }

  /** Two rows a trial; the time a trial takes follows from the clock, not from its seed. */
  static Protocol<ResultRow> protocol() {
    return new Protocol<ResultRow>() {
      @Override
      public Schema<ResultRow> schema() {
        return ResultRow.SCHEMA;
      }

      @Override
      public List<String> solvers() {
        return List.of("A(x, y=1)", "B");
      }

      @Override
      public List<ResultRow> run(Trial trial, List<String> missing) {
        pause();
        Random random = new Random(trial.seed());
        return solvers().stream()
            .map(solver -> row(solver, trial, random))
            .filter(row -> missing.contains(row.solver()))
            .toList();
      }
    };
  }

  static Protocol<ResultRow> failing(int trialNumber) {
    return protocol(
        (trial, missing) -> {
          if (trial.number() == trialNumber) {
            throw new IllegalArgumentException("broken on purpose");
          }
        });
  }

  /** The same with something to do before each trial, such as a check. */
  static Protocol<ResultRow> protocol(BiConsumer<Trial, List<String>> before) {
    Protocol<ResultRow> sound = protocol();
    return new Protocol<ResultRow>() {
      @Override
      public Schema<ResultRow> schema() {
        return ResultRow.SCHEMA;
      }

      @Override
      public List<String> solvers() {
        return sound.solvers();
      }

      @Override
      public List<ResultRow> run(Trial trial, List<String> missing) {
        before.accept(trial, missing);
        return sound.run(trial, missing);
      }
    };
  }

  private static void pause() {
    try {
      Thread.sleep(1 + System.nanoTime() % 3);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ResultRow row(String solver, Trial trial, Random random) {
    return new ResultRow(
        "fake",
        trial.cell(),
        trial.number(),
        solver,
        "converged",
        random.nextDouble(),
        random.nextBoolean(),
        Double.NaN,
        random.nextGaussian(),
        random.nextDouble() * 1e-17,
        0,
        random.nextInt(1000),
        random.nextInt(),
        System.nanoTime() * 1e-9);
  }

  /** Runs the sweep, slowly, in a folder until it is done or killed: a process of its own. */
  public static void main(String[] arguments) {
    Protocol<ResultRow> slow =
        protocol(
            (trial, missing) -> {
              for (int i = 0; i < 10; i++) {
                pause();
              }
            });
    of(slow).run(Execution.standard().withThreads(2).withFolder(Path.of(arguments[0])));
  }
}
