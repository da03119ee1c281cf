package io.github.sea4j.bench;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Solution;
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
 * 1000 iterations of SEA. The tolerance is 0, and the Gaussian instance noisy: none stops early.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SeaBenchmark {

  /** The instance's family. */
  @Param({
    "deconvolution-500-10",
    "deconvolution-500-20",
    "deconvolution-500-50",
    "gaussian-250-500-50-20dB"
  })
  public String problem = "";

  private final Sea solver = new Sea().withIterations(1000).withTolerance(0);
  private SparseProblem instance = Empty.PROBLEM;

  /** Draws the instance. */
  @Setup
  public void draw() {
    instance = ProblemText.parse(problem).instance(1).problem();
  }

  /** One solve. */
  @Benchmark
  public Solution solve() {
    return solver.solve(instance);
  }
}
