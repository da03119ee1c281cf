package io.github.sea4j.solver;

import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.ScaledColumns;
import io.github.sea4j.operator.SelectedColumns;
import io.github.sea4j.operator.SelectedRows;
import io.github.sea4j.operator.SparseOperator;
import io.github.sea4j.oracle.Dense;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;

/**
 * A valid but odd problem, drawn from one number: any operator, small and extreme shapes, columns
 * that are zero, equal, nearly equal or of wild scale, ties, measurements of every kind.
 *
 * @param operator A
 * @param measurements y
 * @param sparsity k
 * @param about what was drawn, for messages
 */
record FuzzCase(LinearOperator operator, double[] measurements, int sparsity, String about) {

  /** Of the ways to hold a matrix: dense, sparse, a user's own, three views, two convolutions. */
  private static final int OPERATORS = 8;

  static FuzzCase of(long seed) {
    Random random = new Random(seed);
    random.nextInt(); // The first number of close seeds is close.
    int m = 1 + random.nextInt(random.nextInt(4) == 0 ? 2 : 20);
    int n = 1 + random.nextInt(random.nextInt(4) == 0 ? 2 : 24);
    int kind = random.nextInt(OPERATORS);
    LinearOperator operator = operator(kind, m, n, random);
    double[] y = measurements(operator, random);
    int bound = Math.min(operator.rows(), operator.columns());
    int k = random.nextInt(3) == 0 ? bound : 1 + random.nextInt(bound);
    String about =
        "%s %d x %d, k = %d, ||y|| = %s"
            .formatted(
                operator.getClass().getSimpleName(),
                operator.rows(),
                operator.columns(),
                k,
                Dense.norm(y));
    return new FuzzCase(operator, y, k, about);
  }

  private static LinearOperator operator(int kind, int m, int n, Random random) {
    return switch (kind) {
      case 0 -> DenseOperator.of(Dense.scaleColumns(matrix(m, n, random), scales(n, 70, random)));
      case 1 -> new OwnOperator(matrix(m, n, random));
      case 2 -> sparse(matrix(m, n, random), random);
      case 3 -> convolution(n, random);
      case 4 -> new ScaledColumns(convolution(n, random), scales(n, 150, random));
      case 5 -> new SelectedRows(convolution(n, random), indices(m, n, random));
      case 6 -> new SelectedColumns(DenseOperator.of(matrix(m, m, random)), indices(n, m, random));
      // Scaled twice at most, so that norms stay within the range.
      default -> new ScaledColumns(new OwnOperator(matrix(m, n, random)), scales(n, 70, random));
    };
  }

  private static LinearOperator convolution(int n, Random random) {
    double[] kernel = entries(1 + random.nextInt(9), random);
    int centre = random.nextInt(kernel.length);
    return random.nextBoolean()
        ? ConvolutionOperator.circular(n, kernel, centre)
        : ConvolutionOperator.truncated(n, kernel, centre);
  }

  private static LinearOperator sparse(double[][] matrix, Random random) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextInt(3) == 0 ? row[j] : 0;
      }
    }
    return SparseOperator.of(
        DConvertMatrixStruct.convert(new DMatrixRMaj(matrix), (DMatrixSparseCSC) null, 0));
  }

  /** Columns of one law, some of them replaced by odd ones, all of them perhaps rescaled. */
  private static double[][] matrix(int m, int n, Random random) {
    double[][] columns = new double[n][];
    boolean odd = random.nextInt(3) > 0;
    for (int j = 0; j < n; j++) {
      columns[j] = j > 0 && odd ? oddColumn(columns, j, m, random) : entries(m, random);
    }
    double[][] matrix = new double[m][n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = columns[j][i];
      }
    }
    return random.nextInt(3) > 0 ? matrix : Dense.scaleColumns(matrix, scales(n, 80, random));
  }

  private static double[] oddColumn(double[][] columns, int j, int m, Random random) {
    double[] other = columns[random.nextInt(j)];
    return switch (random.nextInt(8)) {
      case 0 -> new double[m];
      case 1 -> other.clone();
      case 2 -> Arrays.stream(other).map(v -> -3 * v).toArray();
      case 3 -> near(other, Math.pow(10, -16 * random.nextDouble()), random);
      default -> entries(m, random);
    };
  }

  /** A column so close to another that only the last digits tell them apart. */
  private static double[] near(double[] column, double distance, Random random) {
    return Arrays.stream(column).map(v -> v + distance * random.nextGaussian()).toArray();
  }

  /** Gaussian numbers, or small integers, which make ties. */
  private static double[] entries(int length, Random random) {
    boolean integers = random.nextInt(3) == 0;
    return IntStream.range(0, length)
        .mapToDouble(i -> integers ? random.nextInt(5) - 2 : random.nextGaussian())
        .toArray();
  }

  /** Factors up to 10^+-largest; together with the measurements they span the doubles. */
  private static double[] scales(int n, double largest, Random random) {
    double range = random.nextBoolean() ? largest : 6;
    return random.doubles(n, -range, range).map(e -> Math.pow(10, e)).toArray();
  }

  private static int[] indices(int count, int bound, Random random) {
    return random.ints(count, 0, bound).toArray();
  }

  /** In the span of few columns, with or without noise; anything; zero; one unit vector. */
  private static double[] measurements(LinearOperator operator, Random random) {
    int m = operator.rows();
    double[] y =
        switch (random.nextInt(8)) {
          case 0 -> new double[m];
          case 1 -> unitVector(m, random);
          case 2, 3 -> entries(m, random);
          default -> inSpan(operator, random);
        };
    boolean wild = random.nextInt(4) == 0;
    double scale = wild ? Math.pow(10, 300 * random.nextDouble() - 150) : 1;
    return Arrays.stream(y).map(v -> v * scale).toArray();
  }

  private static double[] unitVector(int m, Random random) {
    double[] y = new double[m];
    y[random.nextInt(m)] = 1;
    return y;
  }

  private static double[] inSpan(LinearOperator operator, Random random) {
    double[] y = new double[operator.rows()];
    double[] column = new double[operator.rows()];
    double noise = random.nextBoolean() ? 0 : Math.pow(10, -12 * random.nextDouble());
    for (int t = 0; t < 3; t++) {
      operator.column(random.nextInt(operator.columns()), column);
      double size = Arrays.stream(column).map(Math::abs).max().orElse(0);
      for (int i = 0; i < y.length && size > 0; i++) {
        y[i] += (t + 1) * column[i] / size + noise * random.nextGaussian();
      }
    }
    return y;
  }
}
