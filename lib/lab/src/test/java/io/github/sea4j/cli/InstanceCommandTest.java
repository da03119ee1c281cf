package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.sea4j.data.Data;
import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of {@code sea4j instance} hold the generator's numbers, to the last bit. */
class InstanceCommandTest {

  @TempDir Path parent;

  private Path write(String name, String options) {
    Path folder = parent.resolve(name);
    Stream<Object> all =
        Stream.concat(
            Stream.concat(Stream.of("instance"), Arrays.stream(options.split(" "))),
            Stream.of("--output", folder));
    Outcome.of(all.toArray()).assertDone();
    return folder;
  }

  private static void assertHolds(Path folder, Instance expected) throws IOException {
    double[][] a = Data.read(folder.resolve("A.csv")).matrix();
    assertEquals(expected.problem().rows(), a.length);
    double[] column = new double[a.length];
    for (int j = 0; j < expected.problem().columns(); j++) {
      expected.problem().operator().column(j, column);
      int index = j;
      assertArrayEquals(column, Arrays.stream(a).mapToDouble(row -> row[index]).toArray());
    }
    assertArrayEquals(
        expected.problem().measurements(), Data.read(folder.resolve("y.csv")).vector());
    List<String> truth = Files.readAllLines(folder.resolve("truth.csv"));
    assertEquals("index,value", truth.get(0));
    for (int i = 0; i < expected.truth().support().size(); i++) {
      assertEquals(
          expected.truth().support().get(i) + "," + expected.truth().value(i), truth.get(i + 1));
    }
    JsonObject made =
        JsonParser.parseString(Files.readString(folder.resolve("instance.json"))).getAsJsonObject();
    assertEquals(expected.description(), made.get("description").getAsString());
    assertEquals(expected.noiseNorm(), made.get("noiseNorm").getAsDouble());
  }

  @Test
  void theFilesHoldTheGeneratorsNumbers() throws IOException {
    assertHolds(
        write("g", "--family gaussian --rows 10 --columns 20 --sparsity 3 --seed 7"),
        GaussianMatrix.of(10, 20).instance(3, 7));
    assertHolds(
        write("d", "--family deconvolution --columns 30 --sparsity 4 --std 2.5 --snr 20 --seed -1"),
        Deconvolution.gaussian(30, 2.5).withSignalToNoise(20).instance(4, -1));
    assertHolds(
        write("t", "--family Deconvolution --columns 30 --rows 30 --sparsity 4 --truncated"),
        Deconvolution.gaussian(30, 3).truncated().instance(4, 1));
    assertHolds(
        write("c", "--family toeplitz --rows 10 --columns 20 --sparsity 3 --correlation 0.5"),
        CorrelatedMatrix.of(10, 20, 0.5).instance(3, 1));
  }

  @Test
  void solveReadsWhatInstanceWrites() throws IOException {
    Path folder = write("g", "--family gaussian --rows 20 --columns 30 --sparsity 3 --seed 7");
    Outcome outcome =
        Outcome.of(
                "solve",
                "--matrix",
                folder.resolve("A.csv"),
                "--measurements",
                folder.resolve("y.csv"),
                "--sparsity",
                3,
                "--json")
            .assertDone();
    String support = GaussianMatrix.of(20, 30).instance(3, 7).truth().support().toString();
    assertTrue(outcome.out().contains(support.replace(" ", "")), outcome.out());
  }

  @Test
  void aRepetitionReplacesItsOwnFilesButNoOthers() throws IOException {
    String options = "--family gaussian --rows 4 --columns 5 --sparsity 1";
    byte[] first = Files.readAllBytes(write("g", options).resolve("A.csv"));
    assertArrayEquals(first, Files.readAllBytes(write("g", options).resolve("A.csv")));
    Path foreign = Files.createDirectory(parent.resolve("foreign"));
    Files.writeString(foreign.resolve("A.csv"), "precious");
    Outcome.of(
            "instance",
            "--family",
            "gaussian",
            "--rows",
            4,
            "--columns",
            5,
            "--sparsity",
            1,
            "--output",
            foreign)
        .assertRefused("--output " + foreign, "holds another A.csv");
    assertEquals("precious", Files.readString(foreign.resolve("A.csv")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--family gaussian --columns 5 --sparsity 1 | --rows is missing: --family gaussian needs"
            + " it",
        "--family gaussian --rows 0 --columns 5 --sparsity 1 | --rows must be >= 1, but is 0",
        "--family gaussian --rows 5 --columns -2 --sparsity 1 | --columns must be >= 1, but is -2",
        "--family gaussian --rows 4 --columns 5 --sparsity 5 | --sparsity must be between 1 and"
            + " min(rows, columns) = 4, but is 5",
        "--family gaussian --rows 4 --columns 5 --sparsity 0 | --sparsity must be between 1 and"
            + " min(rows, columns) = 4, but is 0",
        "--family gaussian --rows 4 --columns 5 --sparsity 1 --std 3 | --std belongs to --family"
            + " deconvolution, but the family is gaussian",
        "--family toeplitz --rows 4 --columns 5 --sparsity 1 --truncated | --truncated belongs to"
            + " --family deconvolution",
        "--family toeplitz --rows 4 --columns 5 --sparsity 1 --correlation 1 | correlation must be"
            + " strictly between -1 and 1, but is 1.0",
        "--family deconvolution --columns 5 --sparsity 1 --correlation 0 | --correlation belongs to"
            + " --family toeplitz",
        "--family deconvolution --rows 4 --columns 5 --sparsity 1 | --rows must be the number of"
            + " columns 5 for --family deconvolution, but is 4",
        "--family deconvolution --columns 5 --sparsity 1 --std 0 | --std must be a finite number >"
            + " 0, but is '0'",
        "--family deconvolution --columns 5 --sparsity 1 --std 1e300 | --family deconvolution",
        "--family deconvolution --columns 0 --sparsity 1 | --columns must be >= 1, but is 0",
        "--family gaussian --rows 4 --columns 5 --sparsity 1 --snr NaN | --snr must be a finite"
            + " number, but is 'NaN'",
        "--family gaussian --rows 4 --columns 5 --sparsity 1 --snr -1e300 | decibel",
        "--family gaussian --rows 4 --columns 5 --sparsity 1 --seed x | '--seed'",
        "--family gaussian --rows 100000 --columns 2000000000 --sparsity 1 | --columns",
        "--family poisson --columns 5 --sparsity 1 | expected one of",
      })
  void refusals(String options, String message) throws IOException {
    Path folder = parent.resolve("no");
    Stream<Object> all =
        Stream.concat(
            Stream.concat(Stream.of("instance"), Arrays.stream(options.split(" "))),
            Stream.of("--output", folder));
    Outcome.of(all.toArray()).assertRefused(message);
  }

  @Test
  void foldersThatDoNotDo() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");
    Path nowhere = parent.resolve("nowhere/g");
    for (Path folder : List.of(file, nowhere)) {
      Outcome.of(
              "instance",
              "--family",
              "gaussian",
              "--rows",
              4,
              "--columns",
              5,
              "--sparsity",
              1,
              "--output",
              folder)
          .assertRefused("--output " + folder);
    }
  }
}
