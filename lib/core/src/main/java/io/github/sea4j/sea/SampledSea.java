package io.github.sea4j.sea;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.random.Seeds;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import java.util.Set;
import org.apache.commons.rng.simple.RandomSource;

/** The loop of SEA with sampled supports; its formulas are at {@link Sea#sampled}. */
final class SampledSea {

  /** Iterations from one fit to the next. */
  private static final int PERIOD = 10;

  private final int iterations;
  private final double tolerance;
  private final Set<SampledPart> without;
  private final int seed;

  SampledSea(int iterations, double tolerance, Set<SampledPart> without, int seed) {
    this.iterations = iterations;
    this.tolerance = tolerance;
    this.without = without;
    this.seed = seed;
  }

  Outcome search(SearchContext context, double[] start) {
    context.requireLeastSquares();
    double exact = tolerance * context.measurementNorm();
    SampledExploration x =
        new SampledExploration(
            context.unit().orthogonalRows(),
            context.measurements(),
            context.sparsity(),
            start,
            without,
            RandomSource.XO_RO_SHI_RO_128_PP.create(Seeds.derive(seed)));
    context.explore(x.vector());
    int[] support = TopK.firstIndices(context.sparsity());
    x.largest(support);
    Fitted fitted = context.fitted(support);

    while (context.iterations() < iterations) {
      boolean due = context.iterations() % PERIOD == 0;
      if (due && x.largest(support)) {
        fitted = context.fitted(support);
      }
      if (!context.visit(fitted)) {
        break;
      }
      if (fitted.value() <= exact) {
        return context.best(Status.EXACT_FIT);
      }
      x.draw();
      x.shrink();
      x.takeOutFeedback();
      x.move();
    }
    return context.best(Status.ITERATION_LIMIT);
  }
}
