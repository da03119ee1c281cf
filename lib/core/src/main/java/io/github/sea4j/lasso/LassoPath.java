package io.github.sea4j.lasso;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.solver.Status;
import java.util.List;

/**
 * The minimisers of {@code 1/2 ||y - A x||² + lambda sum_j ||a_j|| |x_j|} for falling lambda, by
 * their knots: x is linear in lambda between two of them. Immutable.
 *
 * @param problem what the path was computed for
 * @param points the knots, lambda never rising; the first is where x leaves zero
 * @param status {@link Status#CONVERGED} if the path was followed to its end, where nothing but
 *     rounding errors correlates with the residual
 */
public record LassoPath(SparseProblem problem, List<LassoPoint> points, Status status) {

  /** Copies the list. */
  public LassoPath {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("points must not be empty");
    }
  }

  /** The smallest lambda that the path reaches. */
  public double smallestLambda() {
    return points.get(points.size() - 1).lambda();
  }

  /**
   * The point of the path at any lambda it reaches, between knots by interpolation. Costs a few
   * products with A for its gap.
   *
   * @param lambda at least {@link #smallestLambda}
   * @throws IllegalArgumentException if the path does not reach it, or it is not finite
   */
  public LassoPoint at(double lambda) {
    if (!(lambda >= smallestLambda()) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException(
          "lambda must be finite and at least %s, the end of the path, but is %s"
              .formatted(smallestLambda(), lambda));
    }
    int next = 0;
    while (points.get(next).lambda() > lambda) {
      next++;
    }
    LassoPoint below = points.get(next);
    SparseVector x =
        next == 0 || below.lambda() == lambda
            ? below.x()
            : between(points.get(next - 1), below, lambda);
    return new LassoPoint(lambda, x, Lasso.relativeGap(problem, x, lambda));
  }

  private static SparseVector between(LassoPoint above, LassoPoint below, double lambda) {
    double share = (above.lambda() - lambda) / (above.lambda() - below.lambda());
    double[] from = above.x().toDense();
    double[] to = below.x().toDense();
    for (int j = 0; j < to.length; j++) {
      to[j] = (1 - share) * from[j] + share * to[j];
    }
    return SparseVector.ofNonZeros(to);
  }
}
