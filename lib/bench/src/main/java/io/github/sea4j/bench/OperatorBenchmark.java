package io.github.sea4j.bench;

import io.github.sea4j.operator.DenseOperator;
import java.util.Arrays;
import java.util.SplittableRandom;
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
 * The products with a dense matrix that thresholding consists of, beside a copy of as many bytes:
 * the floor that the memory sets.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OperatorBenchmark {

  /** Rows and columns: {@code m-n}. */
  @Param({"250-500", "1000-5000"})
  public String shape = "";

  private double[] data = {};
  private double[] copy = {};
  private double[] x = {};
  private double[] y = {};
  private DenseOperator matrix = DenseOperator.of(new double[][] {{1}});

  /** Draws the matrix. */
  @Setup
  public void draw() {
    int[] size = Arrays.stream(shape.split("-", -1)).mapToInt(Integer::parseInt).toArray();
    SplittableRandom random = new SplittableRandom(1);
    double[][] rows = new double[size[0]][];
    Arrays.setAll(rows, i -> random.doubles(size[1], -1, 1).toArray());
    matrix = DenseOperator.of(rows);
    data = random.doubles((long) size[0] * size[1]).toArray();
    copy = new double[data.length];
    x = random.doubles(size[1]).toArray();
    y = random.doubles(size[0]).toArray();
  }

  /** {@code A x}. */
  @Benchmark
  public double[] product() {
    matrix.apply(x, y);
    return y;
  }

  /** {@code A'y}. */
  @Benchmark
  public double[] transposeProduct() {
    matrix.applyTranspose(y, x);
    return x;
  }

  /** A copy of the matrix. */
  @Benchmark
  public double[] copyOfTheMatrix() {
    System.arraycopy(data, 0, copy, 0, data.length);
    return copy;
  }
}
