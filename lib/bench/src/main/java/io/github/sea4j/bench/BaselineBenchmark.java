package io.github.sea4j.bench;

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

/** Every other solver, from nothing to its answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BaselineBenchmark {

  /** The instance's family. */
  @Param({"gaussian-250-500-50-20dB", "deconvolution-500-50"})
  public String problem = "";

  /** The solver, in the solver language. */
  @Param({"omp", "ompr", "ols", "els", "iht", "niht", "htp", "sp", "cosamp", "splicing"})
  public String solver = "";

  private SparseProblem instance = Empty.PROBLEM;
  private Solver parsed = Solvers.parse("omp");

  /** Draws the instance. */
  @Setup
  public void draw() {
    instance = ProblemText.parse(problem).instance(1).problem();
    parsed = Solvers.parse(solver);
  }

  /** One solve. */
  @Benchmark
  public Solution solve() {
    return parsed.solve(instance);
  }
}
