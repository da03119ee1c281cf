package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.GaussianKernel;
import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.problem.SparseProblem;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No solver forms A or A'A: of a structured operator it asks for the few columns it visits.
 *
 * <p>The path of the LASSO visits at most a column a knot, which is not few when it goes on into
 * the noise for its default of 4000 knots: it is asked for 300. {@code best} contains that path and
 * is left out.
 */
class StructuredOperatorTest {

  private static final int N = 3000;
  private static final int K = 8;

  /**
   * With a short path for the LASSO; {@code best} is made from the others and its long path, and
   * {@code exact} works on all of A'A by definition; the chains of {@code posterior} go everywhere.
   */
  static Stream<SolverCatalog.Named> solvers() {
    return SolverCatalog.all()
        .filter(named -> !named.text().equals("best") && !named.text().startsWith("exact"))
        .filter(named -> !named.text().startsWith("posterior"))
        .map(
            named ->
                named.text().equals("lasso") ? new SolverCatalog.Named("lasso(steps=300)") : named);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("solvers")
  void fewColumnsAreEverAskedFor(SolverCatalog.Named named) {
    double[] kernel = GaussianKernel.of(2);
    WatchedOperator operator =
        new WatchedOperator(ConvolutionOperator.circular(N, kernel, kernel.length / 2));
    Random random = new Random(72);
    double[] x = new double[N];
    for (int i = 0; i < K; i++) {
      x[random.nextInt(N)] = 1 + random.nextDouble();
    }
    double[] y = new double[N];
    operator.apply(x, y);
    for (int i = 0; i < N; i++) {
      y[i] += 1e-3 * random.nextGaussian();
    }
    named.solver().solve(SparseProblem.of(operator, y, K));
    assertTrue(operator.columnsMet() <= N / 10, () -> operator.columnsMet() + " columns");
    assertTrue(operator.gramColumnsMet() <= N / 10, () -> operator.gramColumnsMet() + " of A'A");
  }
}
