package io.github.sea4j.exact.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.Dense;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The 64 terms of the diabetes data. The optimal values come from another program, written in
 * another language, which gave them to these digits.
 */
class DiabetesTest {

  private static double[][] matrix = {};
  private static double[] y = {};

  @BeforeAll
  static void load() throws IOException {
    double[][] columns = Dense.unitColumns(centred(read()));
    double[] progression = Dense.column(columns, 10);
    List<double[]> terms = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      terms.add(Dense.column(columns, i));
    }
    for (int i = 0; i < 10; i++) {
      for (int j = i; j < 10; j++) {
        // Sex has two values, so that its square is a constant.
        if (i != 1 || j != 1) {
          double[] product = Dense.column(columns, i);
          double[] other = Dense.column(columns, j);
          Arrays.setAll(product, row -> product[row] * other[row]);
          terms.add(product);
        }
      }
    }
    double[][] rows = new double[progression.length][terms.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < terms.size(); j++) {
        rows[i][j] = terms.get(j)[i];
      }
    }
    matrix = Dense.unitColumns(centred(rows));
    y = progression;
  }

  private static double[][] read() throws IOException {
    InputStream in = DiabetesTest.class.getResourceAsStream("/reference/diabetes/diabetes.csv");
    if (in == null) {
      throw new UncheckedIOException(new IOException("diabetes.csv is missing"));
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(
              line -> Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    }
  }

  private static double[][] centred(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += row[j] / rows.length;
      }
    }
    return Arrays.stream(rows).map(row -> Dense.minus(row, mean)).toArray(double[][]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 5, 0.25902, 5e-6",
    "0.1, 8, 0.24472, 5e-6",
    "0.1, 10, 0.24244, 5e-6",
    "0.01, 5, 0.2471, 5e-5",
    "0.01, 8, 0.23161, 5e-6",
    "0.01, 10, 0.22872, 5e-6",
    "0, 5, 0.24568, 5e-6"
  })
  void optimaAreThoseFoundElsewhere(double ridge, int k, double value, double digits) {
    SubsetOracle sample = new SubsetOracle(matrix, y, ridge);
    BestSubset answer = sample.solve(new BranchAndBound(), k);
    assertEquals(Proof.RIGOROUS, answer.proof());
    assertEquals(value, answer.upper(), digits);
    assertEquals(sample.objective(answer.support()), answer.upper(), 1e-12);
    assertTrue(answer.nodes() < 5000, "nodes: " + answer.nodes());
  }

  /** A harder one, which that program left with a gap of 30 %. */
  @Test
  void withoutRidgeEightColumnsAreProved() {
    SubsetOracle sample = new SubsetOracle(matrix, y, 0);
    BestSubset answer = sample.solve(new BranchAndBound(), 8);
    assertEquals(Proof.RIGOROUS, answer.proof());
    assertTrue(answer.isRigorous());
    assertEquals(sample.objective(answer.support()), answer.upper(), 1e-12);
    assertTrue(answer.upper() < sample.solve(new BranchAndBound(), 5).upper());
  }
}
