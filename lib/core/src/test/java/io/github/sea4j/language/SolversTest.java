package io.github.sea4j.language;

import static io.github.sea4j.exchange.Els.Move.PAIRS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.compose.Whitened;
import io.github.sea4j.exchange.Els;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.option.ConfiguredSolver;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.problem.Support;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.StartableSolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    ConfiguredSolver solver = Solvers.parse(plain(kind));
    assertEquals(plain(kind), solver.name());
    boolean startable = solver instanceof StartableSolver;
    assertEquals(startable, kind.takesSolver() && !kind.needsSolver());
  }

  private static String plain(SolverKind<?> kind) {
    return kind.needsSolver() ? kind.name() + "(sea)" : kind.name();
  }

  /** Every option alone, at values of its type: the name reads back as an equal solver. */
  @ParameterizedTest
  @MethodSource("kinds")
  void namesAreIdentities(SolverKind<?> kind) {
    Set<ConfiguredSolver> different = new HashSet<>();
    Set<String> names = new HashSet<>();
    List<String> texts = new ArrayList<>(List.of(plain(kind)));
    for (SolverOption<?> option : kind.options()) {
      option.words().forEach(word -> texts.add(with(kind, word)));
      for (String value : List.of("1", "3", "0.5", "1e-7", "1.8/L", "0.1 2", "1000", "0")) {
        if (option.words().isEmpty() && option.read(value) != null) {
          texts.add(with(kind, option.name() + "=" + value));
        }
      }
    }
    for (String text : texts) {
      ConfiguredSolver solver = Solvers.parse(text);
      assertEquals(solver, Solvers.parse(solver.name()), text);
      assertEquals(solver.hashCode(), Solvers.parse(solver.name()).hashCode(), text);
      assertEquals(different.add(solver), names.add(solver.name()), text);
      assertTrue(Solvers.canBeNamed(solver), text);
    }
    assertTrue(kind.options().isEmpty() || names.size() > kind.options().size());
  }

  private static String with(SolverKind<?> kind, String item) {
    return kind.name() + (kind.needsSolver() ? "(sea, " : "(") + item + ")";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sea(omp) | SEA(OMP)",
        "sea(els(sea)) | SEA(ELS(SEA))",
        "els(sea) | ELS(SEA)",
        "els(omp) | ELS",
        "els(add) | ELS(add)",
        "htp(step=1.8/L) | HTP(step=1.8/L)",
        "whitened(sea, noise=0.1) | whitened(SEA, noise=0.1)",
        "sea(omp, decay=0.003) | SEA(OMP, decay=0.003)",
      })
  void legendsReadLikeTheTexts(String text, String label) {
    assertEquals(label, Solvers.parse(text).label());
    assertEquals(Solvers.parse(text), Solvers.parse(label));
  }

  @Test
  void solversSetByMethodsEqualTheirTexts() {
    assertEquals(Solvers.parse("sea(omp, eta=0.5)"), new Sea().from(new Omp()).withStepSize(0.5));
    assertEquals(Solvers.parse("els"), new Els().from(new Omp()));
    assertEquals(Solvers.parse("els(sea, pairs)"), new Els().withMove(PAIRS).from(new Sea()));
    assertEquals(Solvers.parse("els(first)"), new Els().from(new Sea()).fromFirstColumns());
    assertEquals(Solvers.parse("els(sea)"), new Els().fromFirstColumns().from(new Sea()));
    assertEquals(
        Solvers.parse("whitened(sea, tau=0.1 0.01)"), new Whitened(new Sea()).withTaus(0.1, 0.01));
    assertEquals(
        Solvers.parse("whitened(sea, noise=0.1)"),
        new Whitened(new Sea()).withTaus(1).withNoise(0.1));
    assertNotEquals(new Sea(), new Sea().withIterations(10));
  }

  /** An answer at hand has no text, and its name reads back as nothing. */
  @Test
  void aStartAtHandCannotBeNamed() {
    Sea sea = new Sea().from(Support.of(1, 2));
    assertFalse(Solvers.canBeNamed(sea));
    assertEquals(sea, new Sea().from(Support.of(2, 1)));
    assertNotEquals(sea, new Sea().from(Support.of(1, 3)));
    assertThrows(IllegalArgumentException.class, () -> Solvers.parse(sea.name()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void aDecayThatIsNoShareIsRefused(double share) {
    Throwable error =
        assertThrows(IllegalArgumentException.class, () -> new Sea().withDecay(share));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("decay"), message);
    assertTrue(message.contains("< 1"), message);
    assertTrue(message.contains(Double.toString(share)), message);
  }
}
