package io.github.sea4j.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.option.OptionValue;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.StartableSolver;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver language against a small list of its own, so that the grammar alone is judged. */
class SolverParserTest {

  /** A solver that only remembers how it was set up. */
  private record Recorder(String name) implements StartableSolver {
    Recorder with(String what) {
      return new Recorder(name + " " + what);
    }

    @Override
    public StartableSolver from(Solver start) {
      return with("<" + start.name() + ">");
    }

    @Override
    public StartableSolver from(Solution start) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Solution solve(SparseProblem problem, Run run) {
      throw new UnsupportedOperationException();
    }
  }

  private static final List<SolverKind<?>> KINDS =
      List.of(
          SolverKind.startable("sea", "explores", () -> new Recorder("sea"))
              .option("iterations", "", OptionValue.COUNT, (s, t) -> s.with("T" + t))
              .option("eta", "", OptionValue.POSITIVE, (s, eta) -> s.with("eta" + eta)),
          SolverKind.of("omp", "pursues", () -> new Recorder("omp")),
          SolverKind.startable("els", "searches", () -> new Recorder("els"))
              .flag("add", "", "form", s -> s.with("add"))
              .flag("swap", "", "form", s -> s.with("swap"))
              .flag("first", "", SolverKind.START, s -> s.with("first"))
              .option("tolerance", "", OptionValue.NON_NEGATIVE, (s, t) -> s.with("tol" + t)),
          SolverKind.around(
                  "whitened",
                  "wraps",
                  () -> new Recorder("whitened"),
                  (s, inner) -> s.with("[" + inner.name() + "]"))
              .option("tau", "", OptionValue.POSITIVE, (s, tau) -> s.with("tau" + tau)));

  private static final SolverParser PARSER = new SolverParser(KINDS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sea | sea | sea",
        "' SEA ' | sea | sea",
        "sea(omp) | sea(omp) | sea <omp>",
        "Sea( OMP ,Eta = 0.50) | sea(omp, eta=0.5) | sea eta0.5 <omp>",
        "sea(eta=.5, els(sea(omp),swap)) | sea(els(sea(omp), swap), eta=0.5) | sea eta0.5 <els swap <sea <omp>>>",
        "els(tolerance=0,first , add) | els(add, first, tolerance=0) | els add first tol0.0",
        "els(tolerance=1e-12) | els(tolerance=1e-12) | els tol1.0E-12",
        "sea(iterations=+1000) | sea(iterations=1000) | sea T1000",
        "whitened(sea(omp), tau=0.03) | whitened(sea(omp), tau=0.03) | whitened tau0.03 [sea <omp>]",
        "els(whitened(omp)) | els(whitened(omp)) | els <whitened [omp]>",
      })
  void readsAndWritesCanonically(String text, String canonical, String setUp) {
    SolverSpec spec = PARSER.parse(text);
    assertEquals(canonical, spec.toString());
    assertEquals(setUp, spec.solver().name());
    assertEquals(spec, PARSER.parse(canonical));
    assertEquals(spec.hashCode(), PARSER.parse(canonical).hashCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | position 1: expected a solver (sea, omp, els, whitened), but the text ends",
        "nope | position 1: unknown solver 'nope', expected one of sea, omp, els, whitened",
        "(sea) | position 1: expected a solver (sea, omp, els, whitened), but found '('",
        "sea(omp | position 8: expected ',' or ')', but the text ends",
        "sea(omp)) | position 9: expected the end of the text, but found ')'",
        "sea,omp | position 4: expected the end of the text, but found ','",
        "sea(els(sea) | position 13: expected ',' or ')', but the text ends",
        "sea(omp omp) | position 9: expected ',' or ')', but found 'omp'",
        "sea() | position 5: expected a solver or an option of sea (iterations, eta), but found ')'",
        "sea(omp,) | position 9: expected a solver or an option of sea",
        "sea( | position 5: expected a solver or an option of sea",
        "sea(foo) | position 5: expected a solver or an option of sea (iterations, eta), but found 'foo'",
        "sea(add) | position 5: expected a solver or an option of sea (iterations, eta), but found 'add'",
        "sea(omp, els) | position 10: expected one start, but found a second one, 'els', after 'omp'",
        "els(first, omp) | position 12: expected one start, but found a second one, 'omp', after 'first'",
        "els(omp,first) | position 9: expected one start, but found a second one, 'first', after 'omp'",
        "els(add, swap) | position 10: expected one form, but found a second one, 'swap', after 'add'",
        "els(add, add) | position 10: expected one form",
        "sea(step=1) | position 5: unknown option 'step'; sea takes iterations, eta",
        "omp(step=1) | position 5: unknown option 'step'; omp takes no options",
        "omp(sea) | position 5: omp takes no start; expected omp without parentheses, but found 'sea'",
        "omp() | position 5: expected omp without parentheses, but found ')'",
        "sea(eta=1, eta=1) | position 12: option 'eta' is given twice",
        "sea(eta=0) | position 9: eta must be a number > 0, but is '0'",
        "sea(eta=NaN) | position 9: eta must be a number > 0, but is 'NaN'",
        "sea(eta=1e999) | position 9: eta must be a number > 0, but is '1e999'",
        "sea(eta=0x1p3) | position 9: eta must be a number > 0, but is '0x1p3'",
        "sea(eta=1d) | position 9: eta must be a number > 0, but is '1d'",
        "sea(eta=) | position 9: eta must be a number > 0, but is ''",
        "sea(eta) | position 5: expected a solver or an option of sea (iterations, eta), but found 'eta'",
        "sea(iterations=1.5) | position 16: iterations must be a whole number >= 1, but is '1.5'",
        "sea(iterations=0) | position 16: iterations must be a whole number >= 1, but is '0'",
        "sea(iterations=3000000000) | position 16: iterations must be a whole number >= 1",
        "whitened | position 9: expected a solver inside whitened(...), but the text ends",
        "whitened(tau=1) | position 16: expected a solver inside whitened(...), but the text ends",
      })
  void namesTextPlaceAndWhatWasExpected(String text, String message) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> PARSER.parse(text));
    String line = String.valueOf(error.getMessage());
    assertTrue(line.startsWith("solver '" + text + "', " + message), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sea(\nfoo)", "s\u0000a", "\u2028", "sea(eta=\r\n)", "\uD800", "e\u202Els"})
  void errorsAreOnePrintableLine(String text) {
    assertOneLine(assertThrows(IllegalArgumentException.class, () -> PARSER.parse(text)));
  }

  @Test
  void endlessTextsAreCutInMessagesAndDeepOnesRefused() {
    String deep = "sea(".repeat(100_000);
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> PARSER.parse(deep));
    assertOneLine(error);
    String message = String.valueOf(error.getMessage());
    assertTrue(message.length() < 300, message);
    assertTrue(message.contains("at most 16 nested solvers"), message);
  }

  @Test
  void defaultsReachNestedSolversAndYieldToWhatIsWritten() {
    SolverSpec spec = PARSER.parse("sea(els(sea(eta=2)))").withDefault("eta", "0.5");
    assertEquals("sea(els(sea(eta=2)), eta=0.5)", spec.toString());
    assertTrue(spec.takes("eta"));
    assertTrue(spec.takes("tolerance"));
    assertFalse(PARSER.parse("els(omp)").takes("eta"));
    assertThrows(
        IllegalArgumentException.class, () -> PARSER.parse("sea").withDefault("eta", "-1"));
  }

  @Test
  void aListWithTwoMeaningsIsRefused() {
    SolverKind<?> omp = SolverKind.of("omp", "", () -> new Recorder("omp"));
    assertThrows(IllegalStateException.class, () -> new SolverParser(List.of(omp, omp)));
    SolverKind<?> clash =
        SolverKind.of("els", "", () -> new Recorder("els")).flag("omp", "", "form", s -> s);
    assertThrows(IllegalStateException.class, () -> new SolverParser(List.of(omp, clash)));
  }

  /** Seed 1; 20 000 mutations of valid texts: a spec that reads back as itself, or one line. */
  @Test
  void mutatedTextsAreReadOrRefusedInOneLine() {
    Random random = new Random(1);
    List<String> valid =
        List.of(
            "sea(els(sea(omp), swap), eta=0.5)",
            "els(add, first, tolerance=1e-12)",
            "whitened(sea(iterations=100), tau=0.03)");
    String alphabet = "(),= \t\n.eE+-0123456789seaompl\u0000\u00e9\uD83C";
    int read = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      StringBuilder text = new StringBuilder(valid.get(random.nextInt(valid.size())));
      for (int edit = random.nextInt(4); edit >= 0 && !text.isEmpty(); edit--) {
        int at = random.nextInt(text.length());
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, c);
          case 1 -> text.insert(at, c);
          default -> text.deleteCharAt(at);
        }
      }
      try {
        SolverSpec spec = PARSER.parse(text.toString());
        assertEquals(spec, PARSER.parse(spec.toString()));
        read++;
      } catch (IllegalArgumentException error) {
        assertOneLine(error);
      }
    }
    assertTrue(read > 500, "only " + read + " mutated texts were valid: the test is too weak");
  }

  private static void assertOneLine(IllegalArgumentException error) {
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith("solver '"), message);
    assertTrue(message.codePoints().noneMatch(c -> c < 32 || c == 0x2028 || c == 0x202E), message);
  }
}
