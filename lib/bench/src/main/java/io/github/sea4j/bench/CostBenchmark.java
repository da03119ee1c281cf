package io.github.sea4j.bench;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How time and memory of the solvers grow with the size of a problem, m = n / 2 and k = n / 50 on
 * Gaussian matrices, and with k alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CostBenchmark {

  /** The instance's family: growing n, then growing k. */
  @Param({
    "gaussian-250-500-10-20dB",
    "gaussian-500-1000-20-20dB",
    "gaussian-1000-2000-40-20dB",
    "gaussian-2000-4000-80-20dB",
    "gaussian-1000-2000-10-20dB",
    "gaussian-1000-2000-20-20dB",
    "gaussian-1000-2000-80-20dB"
  })
  public String problem = "";

  /** The solver; not the LASSO, whose whole path takes most of a minute at the largest size. */
  @Param({"omp", "htp", "iht", "els", "sea"})
  public String solver = "";

  /** Threads of the library. */
  @Param("1")
  public int threads = 1;

  private SparseProblem instance = Empty.PROBLEM;
  private Solver parsed = Solvers.parse("omp");

  /** Draws the instance. */
  @Setup
  public void draw() {
    Workers.setCount(threads);
    instance = ProblemText.parse(problem).instance(1).problem();
    parsed = Solvers.parse(solver);
  }

  /** One solve. */
  @Benchmark
  public Solution solve() {
    return parsed.solve(instance);
  }
}
