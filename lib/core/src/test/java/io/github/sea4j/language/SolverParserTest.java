package io.github.sea4j.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.option.ConfiguredSolver;
import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver language against a small list of its own, so that the grammar alone is judged. */
class SolverParserTest {

  /** A solver that only remembers how it was set up. */
  private static final class Recorder extends ConfiguredSolver {

    Recorder(Settings settings) {
      super(settings);
    }

    @Override
    public Solution solve(SparseProblem problem, Run run) {
      throw new UnsupportedOperationException();
    }
  }

  private static SolverKind<Recorder> kind(String name) {
    return SolverKind.of(name, "records", Recorder::new).labelled(name.toUpperCase(Locale.ROOT));
  }

  private static final SolverOption<Integer> ITERATIONS =
      SolverOption.count("iterations", 1000, "");
  private static final SolverOption<Double> ETA =
      SolverOption.of("eta", OptionType.POSITIVE, 1.0, "");
  private static final SolverOption<Boolean> FIRST =
      SolverOption.words("start", false).word("first", true, "").choosing(SolverOption.START);
  private static final SolverOption<String> FORM =
      SolverOption.words("form", "swap").word("swap", "swap", "").word("add", "add", "");
  private static final SolverOption<Double> TOLERANCE =
      SolverOption.of("tolerance", OptionType.NON_NEGATIVE, 1e-9, "");
  private static final SolverOption<Double> TAU =
      SolverOption.<Double>of("tau", OptionType.POSITIVE, null, "");

  private static final SolverKind<Recorder> OMP = kind("omp");

  private static final List<SolverKind<?>> KINDS =
      List.of(
          kind("sea").startable().with(ITERATIONS, ETA),
          OMP,
          kind("els").startingFrom(() -> new Recorder(OMP.settings())).with(FIRST, FORM, TOLERANCE),
          kind("whitened").around().with(TAU));

  private static final SolverParser PARSER = new SolverParser(KINDS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sea | sea | SEA",
        "' SEA ' | sea | SEA",
        "sea(omp) | sea(omp) | SEA(OMP)",
        "Sea( OMP ,Eta = 0.50) | sea(omp, eta=0.5) | SEA(OMP, eta=0.5)",
        "sea(eta=.5, els(sea(omp),swap)) | sea(els(sea(omp)), eta=0.5) | SEA(ELS(SEA(OMP)), eta=0.5)",
        "els(tolerance=0,first , add) | els(first, add, tolerance=0) | ELS(first, add, tolerance=0)",
        "els(tolerance=1e-12) | els(tolerance=1e-12) | ELS(tolerance=1e-12)",
        "els(omp, tolerance=1e-9) | els | ELS",
        "sea(iterations=+10) | sea(iterations=10) | SEA(iterations=10)",
        "sea(iterations=1000, eta=1) | sea | SEA",
        "whitened(sea(omp), tau=0.03) | whitened(sea(omp), tau=0.03) | WHITENED(SEA(OMP), tau=0.03)",
        "els(whitened(omp)) | els(whitened(omp)) | ELS(WHITENED(OMP))",
      })
  void readsAndWritesCanonically(String text, String canonical, String label) {
    ConfiguredSolver solver = PARSER.parse(text);
    assertEquals(canonical, solver.name());
    assertEquals(label, solver.label());
    assertEquals(solver, PARSER.parse(canonical));
    assertEquals(solver.hashCode(), PARSER.parse(canonical).hashCode());
  }

  @Test
  void settingsHoldWhatWasWritten() {
    Settings settings = PARSER.parse("els(sea(eta=2), add, tolerance=0)").settings();
    assertEquals("add", settings.get(FORM));
    assertEquals(0.0, settings.get(TOLERANCE));
    assertEquals(false, settings.get(FIRST));
    Settings start = ((ConfiguredSolver) settings.solver().orElseThrow()).settings();
    assertEquals(2.0, start.get(ETA));
    assertEquals(1000, start.get(ITERATIONS));
    assertEquals("omp", PARSER.parse("els").settings().solver().orElseThrow().name());
    assertTrue(PARSER.parse("els(first)").settings().solver().isEmpty());
    Settings without = PARSER.parse("whitened(omp)").settings();
    assertTrue(without.find(TAU).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> without.get(TAU));
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
        "sea(eta=0) | position 9: eta must be a finite number > 0, but is '0'",
        "sea(eta=NaN) | position 9: eta must be a finite number > 0, but is 'NaN'",
        "sea(eta=1e999) | position 9: eta must be a finite number > 0, but is '1e999'",
        "sea(eta=0x1p3) | position 9: eta must be a finite number > 0, but is '0x1p3'",
        "sea(eta=1d) | position 9: eta must be a finite number > 0, but is '1d'",
        "sea(eta=) | position 9: eta must be a finite number > 0, but is ''",
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
    Settings settings = PARSER.parse("sea(els(sea(eta=2)))").settings().withDefault("eta", "0.5");
    assertEquals("sea(els(sea(eta=2)), eta=0.5)", settings.toString());
    assertTrue(settings.takes("eta"));
    assertTrue(settings.takes("tolerance"));
    assertFalse(PARSER.parse("els(omp)").settings().takes("eta"));
    Settings written = PARSER.parse("sea(eta=1)").settings();
    assertEquals("sea", written.withDefault("eta", "0.5").toString());
    Settings plain = PARSER.parse("sea").settings();
    assertThrows(IllegalArgumentException.class, () -> plain.withDefault("eta", "-1"));
  }

  @Test
  void aListWithTwoMeaningsIsRefused() {
    assertThrows(IllegalStateException.class, () -> new SolverParser(List.of(OMP, OMP)));
    SolverKind<?> clash = kind("els").with(SolverOption.words("form", "").word("omp", "omp", ""));
    assertThrows(IllegalStateException.class, () -> new SolverParser(List.of(OMP, clash)));
  }

  /**
   * Seed 1; 20 000 mutations of valid texts: a solver whose name reads back as itself, or one line.
   */
  @Tag("slow")
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
        ConfiguredSolver solver = PARSER.parse(text.toString());
        assertEquals(solver, PARSER.parse(solver.name()));
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
