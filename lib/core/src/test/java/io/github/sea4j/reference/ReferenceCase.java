package io.github.sea4j.reference;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** One folder of {@code src/test/resources/reference}. */
record ReferenceCase(
    String name, SparseProblem problem, List<Expected> expected, List<TraceStep> trace) {

  static final List<String> NAMES =
      List.of(
          "01-gaussian-m40-n80-k6-s0.0",
          "02-gaussian-m60-n120-k12-s0.0",
          "03-gaussian-m60-n120-k16-s0.05",
          "04-gaussian-m100-n250-k20-s0.0",
          "05-gaussian-m30-n100-k8-s0.1",
          "06-gaussian-m80-n60-k15-s0.2",
          "07-convolution-m120-n120-k6-s0.0",
          "08-convolution-m120-n120-k10-s0.02");

  /** What a solver answers. */
  record Expected(String solver, double residualNorm, Support support) {}

  /** One iteration of SEA. */
  record TraceStep(int iteration, double residualNorm, Support support) {}

  static ReferenceCase load(String name) {
    double[][] matrix =
        lines(name, "A.csv.gz").map(ReferenceCase::numbers).toArray(double[][]::new);
    double[] y = lines(name, "y.csv").mapToDouble(Double::parseDouble).toArray();
    List<String[]> answers = table(name, "expected.csv");
    int sparsity = Integer.parseInt(answers.get(0)[1]);
    return new ReferenceCase(
        name,
        SparseProblem.of(matrix, y, sparsity),
        answers.stream()
            .map(cells -> new Expected(cells[0], Double.parseDouble(cells[2]), support(cells[3])))
            .toList(),
        table(name, "trace.csv").stream()
            .map(
                cells ->
                    new TraceStep(
                        Integer.parseInt(cells[0]),
                        Double.parseDouble(cells[1]),
                        support(cells[2])))
            .toList());
  }

  boolean gaussian() {
    return name.contains("gaussian");
  }

  Expected expected(String solver) {
    return expected.stream().filter(e -> e.solver().equals(solver)).findFirst().orElseThrow();
  }

  /** Names the case in test reports. */
  @Override
  public String toString() {
    return name;
  }

  private static List<String[]> table(String name, String file) {
    return lines(name, file).skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static Support support(String indices) {
    return Support.of(
        Arrays.stream(indices.trim().split(" ", -1)).mapToInt(Integer::parseInt).toArray());
  }

  private static Stream<String> lines(String name, String file) {
    String path = "/reference/" + name + "/" + file;
    try (InputStream raw = ReferenceCase.class.getResourceAsStream(path)) {
      if (raw == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
      return reader.lines().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
