package io.github.sea4j.bench;

import io.github.sea4j.exchange.Els;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
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
 * One sweep of ELS over all exchanges of one column: from OMP's answer, factored afresh, to the
 * first exchange made and fitted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SweepBenchmark {

  /** The instance's family. */
  @Param({"gaussian-250-500-50-20dB", "deconvolution-500-50"})
  public String problem = "";

  private static final Run ONE_SWEEP =
      Run.unlimited()
          .observedBy(
              iterate ->
                  iterate.iteration() >= 1 ? RunObserver.Signal.STOP : RunObserver.Signal.CONTINUE);

  private SparseProblem instance = Empty.PROBLEM;
  private Els solver = new Els();

  /** Draws the instance and solves it with OMP. */
  @Setup
  public void draw() {
    instance = ProblemText.parse(problem).instance(1).problem();
    solver = new Els().from(new Omp().solve(instance));
  }

  /** One sweep. */
  @Benchmark
  public Solution sweep() {
    return solver.solve(instance, ONE_SWEEP);
  }
}
