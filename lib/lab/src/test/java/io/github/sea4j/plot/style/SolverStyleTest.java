package io.github.sea4j.plot.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.sea.Sea;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolverStyleTest {

  private static final List<String> FIGURE_4 =
      List.of("sea", "sea(omp)", "sea(els)", "omp", "ompr", "els", "iht", "htp", "lasso");

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
      looks.add(look.marker().getClass().getSimpleName() + dash(look));
    }
    assertEquals(FIGURE_4.size(), looks.size());
  }

  @Test
  void everySolverOfTheLanguageCanBeToldApartFromTheOthers() {
    List<String> names =
        Solvers.kinds().stream().filter(kind -> !kind.needsSolver()).map(SolverKind::name).toList();
    assertEquals(names.size(), looks(names).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sea; sea(omp); sea(omp, eta=0.5); sea(iterations=10)",
        "sea; sea(iterations=10); sea(iterations=20); sea(iterations=100); sea(iterations=2000)",
        "sea; sea(eta=0.1); sea(eta=0.2); sea(eta=0.5); sea(eta=2); sea(eta=5); sea(eta=10)",
        "htp; htp(step=1.8/L); htp(step=1/L); htp(step=0.5); htp(step=2)",
        "els; els(sea); els(add); els(pairs); els(iterations=5); els(sea, pairs)",
        "within(sea, products=100); within(sea, products=200); within(sea, products=500)",
        "mine; mine(eta=0.5); yours",
      })
  void variantsOfOneSolverCanBeToldApartInAFigure(String figure) {
    List<String> solvers = List.of(figure.split("; "));
    assertEquals(solvers.size(), looks(solvers).size());
  }

  @Test
  void theLookIsTheSolversHoweverItIsWritten() {
    assertEquals(SolverStyle.of("sea(omp)"), SolverStyle.of("SEA( OMP, iterations=1000 )"));
    assertEquals(SolverStyle.of("sea"), SolverStyle.of("SEA", 3));
    assertEquals(SolverStyle.of("mine"), SolverStyle.of("mine"));
  }

  @Test
  void legendsHaveTheSolversLabelAndOtherNamesTheirOwn() {
    assertEquals(new Sea().from(new Omp()).label(), SolverStyle.label("sea(omp)"));
    assertEquals("noise(3) of mine", SolverStyle.label("noise(3) of mine"));
  }

  private static final List<String> BEYOND =
      List.of(
          "sea",
          "els",
          "lasso",
          "els(pairs)",
          "whitened(sea)",
          "whitened(omp)",
          "whitened(els(pairs))",
          "els(whitened(sea))",
          "els(whitened(sea(decay=0.003)), pairs)",
          "restarts(sea)",
          "restarts(els)",
          "best");

  @Test
  void whatIsAroundASolverShowsInTheLine() {
    assertEquals(BEYOND.size(), looks(BEYOND).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sea | whitened(sea)",
        "sea | whitened(sea, tau=0.03)",
        "sea | restarts(sea, rounds=3, seed=2)",
        "sea | within(sea, products=500)",
        "sea(els) | whitened(sea(els))",
        "els(pairs) | within(whitened(els(pairs), tau=1), products=9)",
        "htp(step=1.8/L) | whitened(htp(step=1.8/L), tau=0)",
      })
  void theSolverInsideKeepsColourAndMarker(String inside, String whole) {
    assertEquals(SolverStyle.of(inside).color(), SolverStyle.of(whole).color());
    assertEquals(SolverStyle.of(inside).marker(), SolverStyle.of(whole).marker());
    assertNotEquals(dash(SolverStyle.of(inside)), dash(SolverStyle.of(whole)));
  }

  private static Set<String> looks(List<String> solvers) {
    return solvers.stream()
        .map(SolverStyle::of)
        .map(look -> look.color() + dash(look) + look.marker().getClass().getSimpleName())
        .collect(Collectors.toSet());
  }

  private static String dash(SolverStyle look) {
    return Arrays.toString(look.line().getDashArray());
  }
}
