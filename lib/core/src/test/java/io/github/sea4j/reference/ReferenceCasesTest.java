package io.github.sea4j.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.reference.ReferenceCase.Expected;
import io.github.sea4j.solver.Solution;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every solver that the library knows against the answers of an independent program.
 *
 * <p>Gaussian cases: the same support, the residual norm to 1e-8 relative; where both fit the
 * measurements exactly the norms are rounding errors, and being one is what is compared.
 * Convolution cases: a solver may end lower, because near-ties send long runs apart.
 */
class ReferenceCasesTest {

  private static final double RELATIVE = 1e-8;

  /** Below this share of {@code ||y||} a residual is a matter of rounding: an exact fit. */
  private static final double EXACT = 1e-11;

  /** How the file's names read here; the others are the same. */
  private static final Map<String, String> COMPOSITIONS =
      Map.of("sea_omp", "sea(omp)", "sea_els", "sea(els)");

  @TestFactory
  Stream<DynamicTest> answers() {
    return ReferenceCase.NAMES.stream().map(ReferenceCase::load).flatMap(this::answers);
  }

  private Stream<DynamicTest> answers(ReferenceCase reference) {
    return reference.expected().stream()
        .filter(expected -> isKnown(expected.solver()))
        .map(
            expected ->
                DynamicTest.dynamicTest(
                    expected.solver() + " on " + reference, () -> compare(reference, expected)));
  }

  private static boolean isKnown(String solver) {
    return COMPOSITIONS.containsKey(solver) || Solvers.names().contains(solver);
  }

  private static void compare(ReferenceCase reference, Expected expected) {
    String text = COMPOSITIONS.getOrDefault(expected.solver(), expected.solver());
    Solution solution = Solvers.parse(text).solve(reference.problem());
    double exact = EXACT * reference.problem().measurementNorm();
    double bound = Math.max(exact, expected.residualNorm() * (1 + RELATIVE));
    assertTrue(
        solution.residualNorm() <= bound,
        () -> "residual above the reference's " + expected.residualNorm() + ": " + solution);
    if (reference.gaussian()) {
      assertEquals(expected.support(), solution.support());
      // The reference's CoSaMP keeps the coefficients of the larger fit; ours is fitted on k.
      assertTrue(
          expected.solver().equals("cosamp")
              || expected.residualNorm() <= exact
              || solution.residualNorm() >= expected.residualNorm() * (1 - RELATIVE),
          () -> "residual below the reference's " + expected.residualNorm() + ": " + solution);
    }
  }

  /** The paper's six and the two warm starts are there: 64 comparisons at the least. */
  @Test
  void theSixSolversOfThePaperAreCompared() {
    for (String name : ReferenceCase.NAMES) {
      ReferenceCase reference = ReferenceCase.load(name);
      for (String solver :
          new String[] {"omp", "ompr", "els", "iht", "htp", "sea", "sea_omp", "sea_els"}) {
        assertTrue(isKnown(solver), solver);
        int size = reference.expected(solver).support().size();
        assertTrue(size > 0 && size <= reference.problem().sparsity(), solver + " on " + name);
      }
    }
    assertTrue(answers().count() >= 64);
  }
}
