package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolverStyleTest {

  private static final List<String> FIGURE_4 =
      List.of("SEA", "SEA(OMP)", "SEA(ELS)", "OMP", "OMPR", "ELS", "IHT", "HTP", "LASSO");

  @Test
  void solversOfAFigureHaveColoursOfTheirOwn() {
    Set<Object> colors = new HashSet<>();
    FIGURE_4.forEach(solver -> colors.add(SolverStyle.of(solver).color()));
    assertEquals(FIGURE_4.size(), colors.size());
  }

  @Test
  void markerAndDashAloneTellThemApart() {
    Set<String> looks = new HashSet<>();
    for (String solver : FIGURE_4) {
      SolverStyle look = SolverStyle.of(solver);
      String marker = look.marker().getClass().getSimpleName();
      looks.add(marker + Arrays.toString(look.line().getDashArray()));
    }
    assertEquals(FIGURE_4.size(), looks.size());
  }

  @Test
  void unknownNamesHaveAFixedLook() {
    assertEquals(
        SolverStyle.of("SEA(HTP, eta=0.5)").color(), SolverStyle.of("SEA(HTP, eta=0.5)").color());
    assertTrue(SolverStyle.of("mine").line().getDashArray().length > 0);
  }

  private static final List<String> BEYOND =
      List.of(
          "SEA",
          "ELS",
          "LASSO",
          "ELS(pairs)",
          "whitened(SEA)",
          "whitened(OMP)",
          "whitened(ELS(pairs))",
          "ELS(whitened(SEA))",
          "ELS(whitened(SEA(decay=0.003)), pairs)",
          "restarts(SEA)",
          "restarts(ELS)",
          "best");

  @Test
  void whatIsAroundASolverShowsInTheLine() {
    Set<String> looks = new HashSet<>();
    for (String solver : BEYOND) {
      SolverStyle look = SolverStyle.of(solver);
      looks.add(look.color() + Arrays.toString(look.line().getDashArray()) + look.marker());
    }
    assertEquals(BEYOND.size(), looks.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEA | whitened(SEA)",
        "SEA | whitened(SEA, tau=0.03)",
        "SEA | restarts(SEA, rounds=3, seed=2)",
        "SEA | within(SEA, products=500)",
        "SEA(ELS) | whitened(SEA(ELS))",
        "ELS(pairs) | restarts(whitened(ELS(pairs), tau=1))",
        "HTP(step=1.8/L) | whitened(HTP(step=1.8/L), tau=0)",
      })
  void theSolverInsideKeepsColourAndMarker(String inside, String whole) {
    assertEquals(SolverStyle.of(inside).color(), SolverStyle.of(whole).color());
    assertEquals(SolverStyle.of(inside).marker(), SolverStyle.of(whole).marker());
    assertNotEquals(
        Arrays.toString(SolverStyle.of(inside).line().getDashArray()),
        Arrays.toString(SolverStyle.of(whole).line().getDashArray()));
  }
}
