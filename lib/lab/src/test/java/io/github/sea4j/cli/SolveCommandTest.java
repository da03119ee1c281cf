package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.sea4j.store.LibraryBuild;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code sea4j solve} reads, prints and writes when all is well. */
class SolveCommandTest {

  /** y = 2 a_1 - 3 a_3 with orthonormal columns, so every solver must find it. */
  private static final String MATRIX = "1,0,0,0\n0,1,0,0\n0,0,1,0\n0,0,0,1\n";

  private static final String MEASUREMENTS = "0\n2\n0\n-3\n";

  @TempDir Path folder;
  private Path matrix = Path.of("");
  private Path measurements = Path.of("");

  @BeforeEach
  void writeProblem() throws IOException {
    matrix = Files.writeString(folder.resolve("A.csv"), MATRIX);
    measurements = Files.writeString(folder.resolve("y.csv"), MEASUREMENTS);
  }

  private Outcome solve(Object... more) {
    Stream<Object> problem =
        Stream.of("solve", "--matrix", matrix, "--measurements", measurements, "--sparsity", "2");
    return Outcome.of(Stream.concat(problem, Arrays.stream(more)).toArray());
  }

  private JsonObject json(Object... more) {
    Object[] all = Stream.concat(Arrays.stream(more), Stream.of("--json")).toArray();
    String out = solve(all).assertDone().out();
    assertEquals(1, out.lines().count(), out);
    return JsonParser.parseString(out).getAsJsonObject();
  }

  private static JsonObject solution(JsonObject document, int i) {
    return document.getAsJsonArray("solutions").get(i).getAsJsonObject();
  }

  private void assertFindsTheTruth() {
    JsonObject solution = solution(json(), 0);
    assertEquals("[1,3]", solution.get("support").toString());
    assertEquals("[2.0,-3.0]", solution.get("coefficients").toString());
  }

  @Test
  void proofsAreInTableAndJson() throws IOException {
    matrix = Files.writeString(folder.resolve("wide.csv"), "1,0,2,1,3\n0,1,1,-1,1\n1,1,0,2,1\n");
    measurements = Files.writeString(folder.resolve("three.csv"), "1\n5\n2\n");
    JsonObject document =
        json("--solver", "exact", "--solver", "exact(ridge=0.1)", "--solver", "omp");
    for (int i = 0; i < 2; i++) {
      assertEquals("rigorous", solution(document, i).get("proved").getAsString());
      assertEquals(0, solution(document, i).get("gap").getAsDouble());
      assertFalse(solution(document, i).has("assumedMagnitude"));
    }
    assertFalse(solution(document, 2).has("proved"));
    assertTrue(solve("--solver", "exact").assertDone().out().contains("proved optimal"));
  }

  @Test
  void probabilitiesAreInJson() {
    JsonObject document = json("--solver", "posterior(noise=0.01, sweeps=90)", "--solver", "omp");
    JsonArray inclusion = solution(document, 0).getAsJsonArray("inclusion");
    assertEquals(4, inclusion.size());
    double[] p = inclusion.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
    assertTrue(p[1] > 0.9 && p[3] > 0.9, () -> Arrays.toString(p));
    assertTrue(p[0] < 0.1 && p[2] < 0.1, () -> Arrays.toString(p));
    assertTrue(solution(document, 0).get("chainDistance").getAsDouble() < 0.1);
    assertFalse(solution(document, 1).has("inclusion"));
  }

  @Test
  void jsonIsOneDocumentWithTheFieldsPromised() {
    JsonObject document = json("--solver", " SEA ( OMP ) ", "--solver", "omp", "--solver", "htp");
    assertEquals(Set.of("version", "problem", "solutions"), document.keySet());
    assertEquals(LibraryBuild.version(), document.get("version").getAsString());
    assertEquals("{\"rows\":4,\"columns\":4,\"sparsity\":2}", document.get("problem").toString());
    assertEquals(3, document.getAsJsonArray("solutions").size());
    List<String> names = List.of("sea(omp)", "omp", "htp");
    for (int i = 0; i < 3; i++) {
      JsonObject solution = solution(document, i);
      assertEquals(
          List.of(
              "solver",
              "status",
              "residualNorm",
              "rankDeficient",
              "support",
              "coefficients",
              "iterations",
              "distinctSupports",
              "seconds"),
          List.copyOf(solution.keySet()));
      assertEquals(names.get(i), solution.get("solver").getAsString());
      assertEquals("[1,3]", solution.get("support").toString());
      assertEquals("[2.0,-3.0]", solution.get("coefficients").toString());
      assertEquals(0, solution.get("residualNorm").getAsDouble());
      assertTrue(solution.get("seconds").getAsDouble() > 0);
    }
  }

  @Test
  void theTableIsAlignedAndForPersons() {
    String out = solve("--solver", "sea", "--solver", "els(add)").assertDone().out();
    List<String> lines = out.lines().toList();
    assertTrue(lines.get(1).startsWith("solver"), out);
    assertEquals(5, lines.size(), out);
    int support = lines.get(1).indexOf("support", lines.get(1).indexOf("supports") + 8);
    assertEquals("1 3", lines.get(3).substring(support));
    assertEquals("1 3", lines.get(4).substring(support));
    assertFalse(out.contains("\u001b"), "colours where there is no terminal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,0,0,0\r\n0,1,0,0\r\n0,0,1,0\r\n0,0,0,1\r\n",
        "1,0,0,0\n0,1,0,0\n0,0,1,0\n0,0,0,1",
        "\uFEFF1,0,0,0\n0,1,0,0\n0,0,1,0\n0,0,0,1\n\n \n",
        " 1 ,0.0,\t+0,-0\n0,1e0,0,0\n0,0,100E-2,0\n0,0,.0,1.\n",
        "\"1\", \"0\",0,0\n0,1,0,0\n0,0,1,0\n0,0,0,1\n",
      })
  void textsThatMeanTheSameMatrix(String text) throws IOException {
    Files.writeString(matrix, text);
    assertFindsTheTruth();
  }

  @Test
  void againstATruthThatIsKnown() throws IOException {
    Path truth = Files.writeString(folder.resolve("truth.csv"), "index,value\n1,2\n2,3\n");
    String out = solve("--truth", truth).assertDone().out();
    assertTrue(out.contains("precision") && out.contains("F1"), out);
    JsonObject recovery = solution(json("--truth", truth), 0).getAsJsonObject("recovery");
    assertEquals(0.5, recovery.get("supportDistance").getAsDouble());
    assertEquals(0.5, recovery.get("f1").getAsDouble());
    assertEquals(Math.sqrt(18 / 13.0), recovery.get("coefficientError").getAsDouble(), 1e-15);
    assertFalse(solution(json(), 0).has("recovery"));
    for (String wrong : List.of("4,1", "0.5,1", "1,0", "-1,2", "1,2\n1,3")) {
      Files.writeString(truth, "index,value\n" + wrong + "\n");
      solve("--truth", truth).assertRefused("--truth " + truth, "from 0 to 3");
    }
    solve("--truth", measurements).assertRefused("--truth", "two columns");
  }

  @Test
  void measurementsMayBeARow() throws IOException {
    Files.writeString(measurements, "0,2,0,-3\n");
    assertFindsTheTruth();
  }

  @Test
  void gzipIsKnownByItsContent() throws IOException {
    for (Path file : List.of(matrix, measurements)) {
      byte[] plain = Files.readAllBytes(file);
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(plain);
      }
    }
    assertFindsTheTruth();
  }

  @Test
  void numbersReadBackAsTheSameDoubles() throws IOException {
    double value = 0.1 + 0.2;
    Files.writeString(measurements, "0\n" + value + "\n0\n-1.1e-7\n");
    JsonArray coefficients = solution(json(), 0).getAsJsonArray("coefficients");
    assertEquals(value, coefficients.get(0).getAsDouble());
    assertEquals(-1.1e-7, coefficients.get(1).getAsDouble());
  }

  @Test
  void iterationsAndEtaAreDefaultsThatParenthesesOverrule() throws IOException {
    Files.writeString(matrix, "1,0.9,0.5\n0,0.436,0.3\n0,0,0.812\n");
    Files.writeString(measurements, "1,2,3\n");
    JsonObject document =
        json(
            "--iterations=7",
            "--eta=0.5",
            "--solver=sea(tolerance=0)",
            "--solver=sea(iterations=5, tolerance=0)",
            "--solver=omp");
    assertEquals(7, solution(document, 0).get("iterations").getAsInt());
    assertEquals(5, solution(document, 1).get("iterations").getAsInt());
    String notes = solve("--eta=0.5", "--solver=omp", "--json").assertDone().err();
    assertEquals("sea4j: note: --eta has no effect on omp", notes.strip());
  }

  @Test
  void outputHoldsTheCoefficientsOfAllSolvers() throws IOException {
    Path output = folder.resolve("x.csv");
    solve("--solver", "sea(omp,eta=2)", "--solver", "omp", "--output", output).assertDone();
    assertEquals(
        List.of(
            "solver,index,value",
            "\"sea(omp, eta=2)\",1,2.0",
            "\"sea(omp, eta=2)\",3,-3.0",
            "omp,1,2.0",
            "omp,3,-3.0"),
        Files.readAllLines(output));
  }

  @Test
  void traceShowsEachIterationOfSea() throws IOException {
    Path problem = folder.resolve("p");
    Outcome.of(
            "instance",
            "--family",
            "gaussian",
            "--rows",
            20,
            "--columns",
            40,
            "--sparsity",
            8,
            "--seed",
            3,
            "--output",
            problem)
        .assertDone();
    matrix = problem.resolve("A.csv");
    measurements = problem.resolve("y.csv");
    Path trace = folder.resolve("trace.csv");
    JsonObject solution = solution(json("--trace", trace, "--iterations", "50"), 0);
    List<String> lines = Files.readAllLines(trace);
    assertEquals(
        "solver,iteration,residual_norm,best_residual_norm,distinct_supports,support",
        lines.get(0));
    assertEquals(solution.get("iterations").getAsInt(), lines.size() - 1);
    double best = Double.POSITIVE_INFINITY;
    Set<String> supports = new HashSet<>();
    for (int t = 0; t + 1 < lines.size(); t++) {
      String[] row = lines.get(t + 1).split(",", -1);
      best = Math.min(best, Double.parseDouble(row[2]));
      supports.add(row[5]);
      assertEquals("sea(iterations=50)", row[0]);
      assertEquals(t, Integer.parseInt(row[1]));
      assertEquals(best, Double.parseDouble(row[3]));
      assertEquals(supports.size(), Integer.parseInt(row[4]));
      assertEquals(2, row[5].split(" ", -1).length);
    }
    assertTrue(supports.size() > 2, "a trace that never moves tests nothing");
    assertEquals(best, solution.get("residualNorm").getAsDouble(), 1e-12);
  }

  @Test
  void linksKeepPointingAndDevicesStay() throws IOException {
    Path real = Files.writeString(folder.resolve("real.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
    solve("--output", link).assertDone();
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(real).startsWith("solver,index,value\n"));
    solve("--output", "/dev/null").assertDone();
    assertFalse(Files.isRegularFile(Path.of("/dev/null")));
  }

  @Test
  void aTimeLimitEndsARunHonestly() {
    JsonElement status =
        solution(
                json("--time-limit", "1e-9", "--solver", "sea(tolerance=0,iterations=2000000000)"),
                0)
            .get("status");
    assertTrue(Set.of("time limit", "cycle").contains(status.getAsString()), status.toString());
  }

  @Test
  void anInterruptedRunEndsWith130AndLeavesNoFile() throws IOException {
    Path output = folder.resolve("x.csv");
    Thread.currentThread().interrupt();
    Outcome outcome = solve("--output", output);
    Thread.interrupted(); // so that the tests that follow are not interrupted
    assertEquals(130, outcome.code(), outcome.err());
    assertEquals("sea4j: interrupted", outcome.err().strip());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void anInterruptDuringTheSolveIsHonouredToo() throws Exception {
    int[] code = {-1};
    Thread solving =
        new Thread(
            () ->
                code[0] =
                    solve(
                            "--solver",
                            "sea(tolerance=0, iterations=2000000000)",
                            "--trace",
                            folder.resolve("t.csv"))
                        .code());
    Files.writeString(matrix, "1,0.9,0.5\n0,0.436,0.3\n0,0,0.812\n");
    Files.writeString(measurements, "1,2,3\n");
    solving.start();
    Thread.sleep(500);
    solving.interrupt();
    solving.join(20_000);
    assertEquals(130, code[0]);
    assertFalse(Files.exists(folder.resolve("t.csv")));
  }

  @Test
  void bytesOfTheSameProblemAreTheSame() {
    String first = solve("--solver", "sea(els)", "--json").out();
    String again = solve("--solver", "sea(els)", "--json").out();
    assertEquals(withoutTime(first), withoutTime(again));
  }

  private static String withoutTime(String json) {
    return json.replaceAll("\"seconds\":[^}]*", "");
  }

  @Test
  void helpAndVersion() {
    String help = Outcome.of("solve", "--help").assertDone().out();
    for (String part :
        List.of("--matrix", "--time-limit", "1.8/L", "sea(els(sea)", "htp", "swap")) {
      assertTrue(help.contains(part), part);
    }
    assertFalse(help.contains("\u001b"));
    assertFalse(help.contains("%"), help);
    assertEquals(
        "sea4j " + LibraryBuild.version(),
        Outcome.of("--version").assertDone().out().lines().findFirst().orElse(""));
    assertFalse(LibraryBuild.version().contains("$"), "the build fills the version in");
    Outcome.of("help", "instance").assertDone();
    assertEquals(StandardCharsets.US_ASCII.newEncoder().canEncode(help), true);
  }
}
