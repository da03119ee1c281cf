package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to be wrong: exit code 2, one line that names file, line, argument and bound. */
class RefusalTest {

  @TempDir Path folder;
  private Path matrix = Path.of("");
  private Path measurements = Path.of("");

  @BeforeEach
  void writeProblem() throws IOException {
    matrix = Files.writeString(folder.resolve("A.csv"), "1,0,2\n0,1,3\n");
    measurements = Files.writeString(folder.resolve("y.csv"), "1\n2\n");
  }

  private Outcome solve(String sparsity, Object... more) {
    List<Object> args = new ArrayList<>();
    args.addAll(List.of("solve", "--matrix", matrix, "--measurements", measurements));
    args.addAll(List.of("--sparsity", sparsity));
    args.addAll(Arrays.asList(more));
    return Outcome.of(args.toArray());
  }

  /** What files may hold is tested beside the reader. */
  @Test
  void matrixTexts() throws IOException {
    Files.writeString(matrix, "1,2\n3,x\n");
    solve("1").assertRefused("--matrix " + matrix + ": ", "line 2, field 2", "'x'");
  }

  /** A matrix that is no text has no names in its first row. */
  @Test
  void oneMeasurementLessThanRowsOfAMatrixWithoutNames() throws IOException {
    Files.writeString(matrix, "%%MatrixMarket matrix array real general\n3 2\n1\n2\n3\n4\n5\n6\n");
    solve("1").assertRefused("--measurements " + measurements, "expected 3 numbers");
  }

  /**
   * Nor has it names or an index to leave out: with an option for them, what is meant is unclear.
   */
  @Test
  void headersAndIndicesOfFilesWithoutThem() throws IOException {
    Files.writeString(matrix, "%%MatrixMarket matrix array real general\n2 2\n1\n2\n3\n4\n");
    solve("1").assertDone();
    solve("1", "--index").assertRefused("--matrix " + matrix, "numbers alone", "index");
    solve("1", "--header").assertRefused("--matrix " + matrix, "numbers alone", "header");
    matrix = folder.resolve("A.npy");
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }";
    byte[] head = ("\u0093NUMPY\u0001\u0000v\u0000" + header).getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = Arrays.copyOf(head, 144);
    Arrays.fill(file, head.length, 127, (byte) ' ');
    file[127] = '\n';
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putDouble(128, 1).putDouble(136, 2);
    Files.write(matrix, file);
    solve("1").assertDone();
    solve("1", "--index").assertRefused("--matrix " + matrix, "numbers alone", "index");
    solve("1", "--header").assertRefused("--matrix " + matrix, "numbers alone", "header");
    Outcome.of("select", "--data", matrix, "--target", "0", "--index")
        .assertRefused("--data " + matrix, "numbers alone", "index");
  }

  /** A folder that is there, and in which nothing can be made. */
  @Test
  void foldersInWhichNothingCanBeMade() {
    Path file = Path.of("/proc/sea4j.csv");
    assumeTrue(Files.isDirectory(Path.of("/proc")));
    solve("1", "--trace", file).assertRefused("--trace " + file, "cannot be made there");
    solve("1", "--output", file).assertRefused("--output " + file, "cannot be made there");
  }

  @Test
  void binaryFiles() throws IOException {
    Files.write(matrix, new byte[] {'P', 'K', 3, 4, 0, 0, ',', '1'});
    solve("1").assertRefused("--matrix " + matrix, "looks binary");
    Files.write(matrix, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});
    solve("1").assertRefused("--matrix " + matrix, "looks binary");
    Files.write(matrix, ("1,2\n".repeat(20000) + "1,\u0001\n").getBytes(StandardCharsets.UTF_8));
    solve("1").assertRefused("--matrix " + matrix, "line 20001, field 2", "looks binary");
  }

  @Test
  void damagedGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("1,2\n3,4\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    for (int length : new int[] {2, 9, bytes.length / 2, bytes.length - 3}) {
      Files.write(matrix, Arrays.copyOf(bytes, length));
      solve("1").assertRefused("--matrix " + matrix + ": damaged gzip file");
    }
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(matrix, bytes);
    solve("1").assertRefused("--matrix " + matrix);
  }

  @Test
  void filesThatCannotBeRead() throws IOException {
    Path there = matrix;
    matrix = folder.resolve("nowhere/A.csv");
    solve("1").assertRefused("--matrix " + matrix + ": no such file");
    matrix = folder;
    solve("1").assertRefused("--matrix " + matrix + ": is a folder, expected a file");
    matrix = there;
    assumeTrue(matrix.toFile().setReadable(false) && !Files.isReadable(matrix), "not as root");
    solve("1").assertRefused("--matrix " + matrix + ": permission denied");
  }

  @Test
  void shapesThatDoNotFit() throws IOException {
    Files.writeString(measurements, "1\n2\n3\n");
    solve("1")
        .assertRefused(
            "--measurements " + measurements, "expected 2", matrix.toString(), "found 3");
    Files.writeString(measurements, "1,2\n3,4\n");
    solve("1").assertRefused("--measurements " + measurements, "2 rows of 2 columns");
    Files.writeString(measurements, "1\n1e\n");
    solve("1").assertRefused("--measurements " + measurements + ": line 2, field 1");
  }

  @Test
  void columnsTooLargeForADouble() throws IOException {
    Files.writeString(matrix, "1,1.7e308\n0,1.7e308\n");
    Outcome outcome = solve("1");
    assertTrue(outcome.code() == 0 || outcome.code() == 2, outcome.err());
    if (outcome.code() == 2) {
      outcome.assertRefused("--matrix " + matrix, "column 1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2",
    "3, 2",
    "-1, 2",
    "two, 2147483648",
    "1.5, 2147483648",
    "99999999999, 2147483648"
  })
  void sparsity(String value, String bound) {
    solve(value).assertRefused("--sparsity", value, bound);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--solver | nope | 'nope', position 1/ sea, omp",
        "--solver | sea(omp | 'sea(omp', position 8/ ')'",
        "--solver | sea(omp)) | position 9/ found ')'",
        "--solver | omp(sea) | omp/ no start",
        "--solver | '' | position 1/ a solver",
        "--solver | sea(omp,els) | one start/ 'els'",
        "--solver | htp(mu=1) | 'mu'/ iterations, step",
        "--solver | htp(step=1,step=2) | 'step'/ twice",
        "--solver | htp(step=0/L) | step/ > 0/ '0/L'",
        "--iterations | 0 | between 1 and 2147483647/ '0'",
        "--iterations | 1.5 | whole number/ '1.5'",
        "--iterations | 9999999999 | between 1 and 2147483647",
        "--eta | 0 | > 0/ '0'",
        "--eta | -1 | > 0/ '-1'",
        "--eta | NaN | > 0/ 'NaN'",
        "--eta | 1e999 | finite/ '1e999'",
        "--time-limit | 0 | > 0/ '0'",
        "--time-limit | soon | > 0/ 'soon'",
        "--colour | red | unknown option",
      })
  void options(String option, String value, String parts) {
    List<String> all = new ArrayList<>(List.of(parts.split("/ ")));
    all.add(option);
    solve("1", option, value).assertRefused(all.toArray(String[]::new));
  }

  @Test
  void usage() {
    Outcome.of().assertRefused("command", "solve, instance, experiment");
    Outcome.of("sovle").assertRefused("'sovle'", "solve, instance, experiment");
    Outcome.of("solve").assertRefused("missing required options", "--matrix", "--sparsity");
    Outcome.of("solve", "--matrix").assertRefused("--matrix");
    Outcome.of("--nope").assertRefused("--nope");
    Outcome.of("solve", "@nothing").assertRefused("solve");
    solve("1", "--sparsity", "2").assertRefused("--sparsity", "once");
    solve("1", "extra").assertRefused("'extra'");
    solve("1", "--output", "\u0000").assertRefused("--output");
  }

  @Test
  void outputs() throws IOException {
    for (String option : List.of("--output", "--trace")) {
      Path nowhere = folder.resolve("nowhere/x.csv");
      solve("1", option, nowhere)
          .assertRefused(
              option + " " + nowhere, "folder " + nowhere.getParent() + " does not exist");
      solve("1", option, folder).assertRefused(option + " " + folder + ": is a folder");
      solve("1", option, matrix).assertRefused(option + " " + matrix + ": would overwrite");
      Path link = Files.createSymbolicLink(folder.resolve("link" + option), measurements);
      solve("1", option, link).assertRefused(option + " " + link + ": would overwrite");
    }
    Path same = folder.resolve("same.csv");
    solve("1", "--output", same, "--trace", same).assertRefused("--trace " + same);
    assertEquals("1,0,2\n0,1,3\n", Files.readString(matrix));
    assertEquals("1\n2\n", Files.readString(measurements));
    assertTrue(Files.notExists(same));
  }

  @Test
  void aFailureLeavesTheOldOutputAsItWas() throws IOException {
    Path output = Files.writeString(folder.resolve("x.csv"), "old");
    Files.writeString(matrix, "1,2\n3\n");
    solve("1", "--output", output).assertRefused("line 2");
    assertEquals("old", Files.readString(output));
    try (var files = Files.list(folder)) {
      assertEquals(3, files.count(), "a temporary file is left");
    }
  }

  @Test
  void aFullDiskIsSaid() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full");
    solve("1", "--output", full).assertRefused("--output /dev/full");
    solve("1", "--trace", full).assertRefused("--trace /dev/full");
  }

  @Test
  void lostStandardOutputIsNotSuccess() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    String[] args = {
      "solve",
      "--matrix",
      matrix.toString(),
      "--measurements",
      measurements.toString(),
      "--sparsity",
      "1",
      "--json"
    };
    assertEquals(2, Main.run(args, new PrintStream(full), new PrintStream(err)));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("standard output"));
  }

  @Test
  void aFaultOfTheProgramIsSaidSoAndShownOnDemand() {
    StringWriter err = new StringWriter();
    Exception fault = new IllegalStateException("impossible\nindeed");
    assertEquals(1, new Failures(() -> false).report(fault, new PrintWriter(err)));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("please report"), err.toString());
    assertEquals(1, new Failures(() -> true).report(fault, new PrintWriter(err)));
    assertTrue(err.toString().contains("at io.github.sea4j"), err.toString());
  }
}
