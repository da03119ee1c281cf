package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded nonsense: whatever the files and the options hold, the answer is JSON without NaN and exit
 * code 0, or one line and exit code 2.
 */
@Tag("slow")
class CommandFuzzTest {

  private static final int TRIALS = Integer.getInteger("fuzz.commands", 250);
  private static final byte[] VALID =
      "1,0.5,-2e-1,3\n0,1,4,0.25\n-1,2,0,1\n".getBytes(StandardCharsets.UTF_8);
  private static final String ALPHABET = "0123456789.,-+eE\n\r \t\";x#\u00e9\u0000NaInf/()=";

  @TempDir Path folder;

  private final Random random = new Random(20260101);

  @Test
  void randomBytesAsAMatrix() throws IOException {
    Path matrix = folder.resolve("A.csv");
    Path y = Files.writeString(folder.resolve("y.csv"), "1,2,3\n");
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      if (bytes.length > 2 && trial % 4 == 0) {
        bytes[0] = 0x1f;
        bytes[1] = (byte) 0x8b;
      }
      Files.write(matrix, bytes);
      assertAnswerOrRefusal(solve(matrix, y, "1", "omp"));
    }
  }

  @Test
  void mutatedFiles() throws IOException {
    Path matrix = folder.resolve("A.csv");
    Path y = folder.resolve("y.csv");
    int answers = 0;
    for (int trial = 0; trial < 2 * TRIALS; trial++) {
      byte[] a = mutated(VALID);
      Files.write(matrix, trial % 5 == 0 ? mutated(gzip(a)) : a);
      Files.write(y, mutated("1,2,3\n".getBytes(StandardCharsets.UTF_8)));
      Outcome outcome = solve(matrix, y, "2", trial % 2 == 0 ? "sea" : "els(sea)");
      assertAnswerOrRefusal(outcome);
      answers += outcome.code() == 0 ? 1 : 0;
    }
    assertNotOneSided(answers);
  }

  @Test
  void mutatedOptions() throws IOException {
    Path matrix = Files.write(folder.resolve("A.csv"), VALID);
    Path y = Files.writeString(folder.resolve("y.csv"), "1,2,3\n");
    List<String> solvers =
        List.of("sea(els(omp, add), eta=0.5)", "htp(step=1.8/L)", "iht(sea(iterations=9))", "ompr");
    int answers = 0;
    for (int trial = 0; trial < 2 * TRIALS; trial++) {
      String solver = mutate(solvers.get(random.nextInt(solvers.size())));
      String sparsity = random.nextInt(4) == 0 ? mutate("2") : "2";
      Outcome outcome = solve(matrix, y, sparsity, solver);
      assertAnswerOrRefusal(outcome);
      answers += outcome.code() == 0 ? 1 : 0;
    }
    assertNotOneSided(answers);
  }

  @Test
  void shuffledArguments() throws IOException {
    Path matrix = Files.write(folder.resolve("A.csv"), VALID);
    Path y = Files.writeString(folder.resolve("y.csv"), "1,2,3\n");
    List<String> words =
        List.of(
            "solve",
            "instance",
            "--matrix",
            matrix.toString(),
            "--measurements",
            y.toString(),
            "--sparsity",
            "1",
            "--json",
            "--solver",
            "omp",
            "--eta",
            "1",
            "--iterations",
            "",
            "--",
            "@x",
            "-1",
            "--family",
            "gaussian",
            "--rows",
            "--columns",
            "--seed",
            "--time-limit");
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Object> args = new ArrayList<>();
      args.add(random.nextBoolean() ? "solve" : "instance");
      for (int i = random.nextInt(10); i > 0; i--) {
        args.add(words.get(random.nextInt(words.size())));
      }
      Outcome outcome = Outcome.of(args.toArray());
      if (outcome.code() != 0) {
        outcome.assertRefused();
      }
    }
  }

  /** At least one in twenty is answered, and one in twenty refused. */
  private static void assertNotOneSided(int answers) {
    assertTrue(
        10 * answers > TRIALS && 10 * answers < 19 * TRIALS,
        "too one-sided to test much: " + answers + " answers of " + 2 * TRIALS);
  }

  private Outcome solve(Path matrix, Path y, String sparsity, String solver) {
    return Outcome.of(
        "solve",
        "--matrix",
        matrix,
        "--measurements",
        y,
        "--sparsity=" + sparsity,
        "--solver=" + solver,
        "--iterations=20",
        "--json");
  }

  private static void assertAnswerOrRefusal(Outcome outcome) {
    if (outcome.code() == 0) {
      assertEquals(
          1,
          JsonParser.parseString(outcome.out())
              .getAsJsonObject()
              .getAsJsonArray("solutions")
              .size());
      assertFalse(outcome.out().contains("NaN"), outcome.out());
    } else {
      outcome.assertRefused();
    }
  }

  private byte[] mutated(byte[] bytes) {
    byte[] changed = bytes.clone();
    for (int edit = random.nextInt(4); edit > 0 && changed.length > 0; edit--) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 -> changed[at] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        case 2 -> changed[at] = (byte) ('0' + random.nextInt(10));
        default -> changed = Arrays.copyOf(changed, at);
      }
    }
    return changed;
  }

  private String mutate(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int edit = random.nextInt(3); edit > 0 && !changed.isEmpty(); edit--) {
      int at = random.nextInt(changed.length());
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(3)) {
        case 0 -> changed.setCharAt(at, c);
        case 1 -> changed.insert(at, c);
        default -> changed.deleteCharAt(at);
      }
    }
    return changed.toString();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
