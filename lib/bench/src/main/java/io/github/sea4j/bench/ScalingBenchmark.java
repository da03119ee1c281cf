package io.github.sea4j.bench;

import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How the time of SEA on deconvolution grows with n, k and T. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScalingBenchmark {

  /** Number of columns, sparsity and number of iterations: {@code n-k-T}. */
  @Param({
    "500-20-100",
    "500-20-1000",
    "500-20-10000",
    "5000-20-1000",
    "50000-20-1000",
    "500-5-1000",
    "500-80-1000"
  })
  public String size = "";

  private SparseProblem instance = Empty.PROBLEM;
  private Sea solver = new Sea();

  /** Draws the instance. */
  @Setup
  public void draw() {
    int[] numbers = Arrays.stream(size.split("-", -1)).mapToInt(Integer::parseInt).toArray();
    instance = Deconvolution.gaussian(numbers[0], 3).instance(numbers[1], 1).problem();
    solver = new Sea().withTolerance(0).withIterations(numbers[2]);
  }

  /** One solve. */
  @Benchmark
  public Solution solve() {
    return solver.solve(instance);
  }
}
