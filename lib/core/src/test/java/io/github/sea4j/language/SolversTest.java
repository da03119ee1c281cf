package io.github.sea4j.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.option.SolverKind;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.StartableSolver;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one list of solvers. */
class SolversTest {

  static List<SolverKind<?>> kinds() {
    return Solvers.kinds();
  }

  @Test
  void theSixOfThePaperAreThere() {
    assertTrue(Solvers.names().containsAll(List.of("sea", "omp", "ompr", "els", "iht", "htp")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachEntryIsWhatItSays(SolverKind<?> kind) {
    assertEquals(kind.name().toLowerCase(Locale.ROOT), kind.name());
    assertFalse(kind.summary().isBlank());
    Solver solver = Solvers.parse(kind.needsSolver() ? kind.name() + "(sea)" : kind.name());
    assertEquals(solver.name(), Solvers.parse(solver.name()).name(), "a legend's name reads back");
    boolean startable = solver instanceof StartableSolver;
    assertEquals(startable, kind.takesSolver() && !kind.needsSolver());
    for (SolverFlag<?> flag : kind.flags()) {
      assertInstanceOf(solver.getClass(), Solvers.parse(kind.name() + "(" + flag.name() + ")"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sea(omp) | SEA(OMP)",
        "sea(els(sea)) | SEA(ELS(SEA))",
        "els(sea) | ELS(SEA)",
        "els(add) | ELS(add)",
        "htp(step=1.8/L) | HTP(step=1.8/L)",
        "whitened(sea, noise=0.1) | whitened(SEA, noise=0.1)",
        "sea(omp, decay=0.003) | SEA(OMP, decay=0.003)",
      })
  void legendNamesReadLikeTheTexts(String text, String name) {
    assertEquals(name, Solvers.parse(text).name());
    assertEquals(name, Solvers.parse(name).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"htp(step=1.8/L)", "iht(step=1)", "htp(omp, step=0.5/L)", "sea(eta=1e-3)"})
  void specsAreCanonical(String text) {
    SolverSpec spec = Solvers.spec(text);
    assertEquals(spec, Solvers.spec(spec.toString()));
    assertEquals(spec, Solvers.spec(text.toUpperCase(Locale.ROOT).replace("=", " = ")));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void aDecayThatIsNoShareIsRefused(double share) {
    Throwable error =
        assertThrows(IllegalArgumentException.class, () -> new Sea().withDecay(share));
    assertEquals("decay must be at least 0 and below 1, but is " + share, error.getMessage());
  }
}
