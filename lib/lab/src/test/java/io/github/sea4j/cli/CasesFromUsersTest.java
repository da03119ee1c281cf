package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files after reports of users of other programs, through the command line. */
class CasesFromUsersTest {

  private static Path file(String name) {
    return Path.of("src/test/resources/cases-from-users").resolve(name);
  }

  private static Outcome solve(String a, String y, Object... more) {
    List<Object> args =
        new ArrayList<>(List.of("solve", "--matrix", file(a), "--measurements", file(y), "--json"));
    args.addAll(Arrays.asList(more));
    return Outcome.of(args.toArray());
  }

  private static JsonObject solution(Outcome outcome) {
    return JsonParser.parseString(outcome.assertDone().out())
        .getAsJsonObject()
        .getAsJsonArray("solutions")
        .get(0)
        .getAsJsonObject();
  }

  private static String support(Outcome outcome) {
    return solution(outcome).get("support").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "hdrA0.csv, hdry0.csv, ''",
    "hdrA.csv, hdry0.csv, ''",
    "hdrA.csv, hdry.csv, --header",
    "hdrA.csv, hdry0.csv, --header",
  })
  void withHeaderOrWithout(String a, String y, String option) {
    Object[] options = option.isEmpty() ? new Object[] {"-k", 1} : new Object[] {"-k", 1, option};
    JsonObject solution = solution(solve(a, y, options));
    assertEquals("[2]", solution.get("support").toString());
    assertEquals("exact fit", solution.get("status").getAsString());
    assertEquals(a.equals("hdrA.csv"), solution.has("names"));
  }

  @Test
  void aFirstRowThatCountsIsNoted() {
    Outcome outcome = solve("hdrA.csv", "hdry.csv", "-k", 1).assertDone();
    assertTrue(outcome.err().contains("--header"), outcome.err());
    assertEquals("", solve("hdrA0.csv", "hdry0.csv", "-k", 1).assertDone().err());
  }

  @Test
  void theTableWithAnIndexHasTheAnswerOfThePlainOne() {
    String plain = support(solve("pd/A0.csv", "pd/y0.csv", "-k", 2));
    for (String y : List.of("pd/y.csv", "pd/y0.csv")) {
      assertEquals(plain, support(solve("pd/Ai.csv", y, "-k", 2)), y);
      assertEquals(plain, support(solve("pd/A.csv", y, "-k", 2, "--header")), y);
    }
    assertEquals(plain, support(solve("pd/A.csv", "pd/y0.csv", "-k", 2)));
    assertEquals(plain, support(solve("pd/Aonly.csv", "pd/y0.csv", "-k", 2, "--index")));
    Outcome noticed = solve("pd/Aonly.csv", "pd/y0.csv", "-k", 2).assertDone();
    assertTrue(noticed.err().contains("--index"), noticed.err());
  }

  @ParameterizedTest
  @CsvSource({"semi.csv", "semidec.csv", "mtx.mtx"})
  void otherFormats(String a) {
    for (String y : List.of("y.csv", "yi.csv")) {
      JsonObject plain = solution(solve("A.csv", y, "-k", 2));
      JsonObject other = solution(solve(a, y, "-k", 2));
      assertEquals(plain.get("support"), other.get("support"));
    }
  }

  @Test
  void aQuestionMarkIsRefused() {
    solve("qm.csv", "y.csv", "-k", 2)
        .assertRefused("--matrix " + file("qm.csv"), "line 2, field 2", "'?'");
  }

  @ParameterizedTest
  @CsvSource({"cos, 1, 1.0", "c10b, 2, 3.7416573867739413"})
  void noAnswerIsWorseThanZero(String folder, int k, double norm) {
    for (String solver : List.of("sea", "omp", "cosamp", "iht", "htp", "sp")) {
      Outcome outcome = solve(folder + "/A.csv", folder + "/y.csv", "-k", k, "--solver", solver);
      double residual = solution(outcome).get("residualNorm").getAsDouble();
      assertTrue(residual <= norm, solver + " " + residual);
    }
  }

  @Test
  void coefficientsThatUnderflowAreRefused() {
    solve("uA.csv", "uy.csv", "-k", 1).assertRefused("column 0");
  }
}
