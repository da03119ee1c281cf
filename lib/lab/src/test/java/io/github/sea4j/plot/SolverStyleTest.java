package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
