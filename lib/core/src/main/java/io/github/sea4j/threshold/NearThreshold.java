package io.github.sea4j.threshold;

import io.github.sea4j.fit.LeastSquaresPoint;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The gradient of least squares where it can matter to {@code H_k(x - mu g)}; elsewhere an
 * estimate.
 *
 * <p>A' was multiplied with a few directions u_i, which misfits {@code r = A x - y} of former
 * iterates were made of. What is left of the present one, {@code d = r - sum of s_i u_i}, is made
 * small by orthogonal projection; by Cauchy and Schwarz, columns of unit norm,
 *
 * <pre>
 * e_j = sum over i of s_i a_j'u_i     has     |g_j - e_j| &lt;= ||d||.
 * </pre>
 *
 * <p>The k columns that are largest by the estimate are looked at themselves, and the smallest of
 * them is a bound that the k largest reach. So only where {@code |x_j - mu e_j| + mu ||d||} is no
 * less than it must other columns be looked at, and the iterates are those of whole gradients, up
 * to rounding. Cost: m for each column looked at and, for the estimate, (m + n) for each direction.
 * A product is made, with one more direction, where more than a sixteenth of the columns would have
 * to be looked at, or once they come to as many as all since the last.
 */
final class NearThreshold {

  /** At most this share of the columns is looked at in an iteration, beside the k largest. */
  private static final int SHARE = 16;

  /** Columns are kept up to so many numbers, 64 MB, whatever the size of the matrix. */
  private static final int MOST_KEPT = 1 << 23;

  /** More were of little use. */
  private static final int MOST_DIRECTIONS = 8;

  /** What rounding may add to the distance, and below which nothing new is in a direction. */
  private static final double ROUNDING = 1e-12;

  private static final double NOTHING_NEW = 1e-6;

  private final LinearOperator operator;
  private final LeastSquaresPoint point;
  private final double mu;
  private final TopK largest;
  private final int[] top;
  private final double[] proposal;

  /** u_i and A'u_i. */
  private final List<double[]> directions = new ArrayList<>();

  private final List<double[]> products = new ArrayList<>();

  /** d. */
  private final double[] rest;

  /** Columns looked at so far. */
  private final BitSet looked = new BitSet();

  /** How many since the last product, beside the k largest. */
  private long spent;

  /** Nothing known yet of a matrix with columns of unit norm. */
  NearThreshold(LinearOperator operator, LeastSquaresPoint point, double mu, int sparsity) {
    this.operator = operator;
    this.point = point;
    this.mu = mu;
    this.largest = new TopK(operator.columns());
    this.top = TopK.firstIndices(sparsity);
    this.proposal = new double[operator.columns()];
    this.rest = new double[operator.rows()];
  }

  /**
   * The gradient at x wherever {@code x - mu g} may be among the k largest, an estimate elsewhere
   * by which it is not.
   *
   * @param x k-sparse
   * @param g n entries, overwritten
   */
  void gradient(ThresholdedIterate x, double[] g) {
    estimate(g);
    if (directions.isEmpty() || spent > g.length || !lookNear(x, g)) {
      lookAtAll(g);
    }
  }

  private void estimate(double[] g) {
    Arrays.fill(g, 0);
    System.arraycopy(point.misfit(), 0, rest, 0, rest.length);
    for (int i = 0; i < directions.size(); i++) {
      double share = Vectors.dot(directions.get(i), rest);
      Vectors.axpy(-share, directions.get(i), rest);
      Vectors.axpy(share, products.get(i), g);
    }
  }

  /** Makes g exact on the columns that can matter; false where these are too many. */
  private boolean lookNear(ThresholdedIterate x, double[] g) {
    x.copyTo(proposal);
    Vectors.axpy(-mu, g, proposal);
    largest.select(proposal, top);
    double[] estimates = Vectors.gather(g, top);
    look(top, g);
    double bound = Double.POSITIVE_INFINITY;
    for (int i = 0; i < top.length; i++) {
      int j = top[i];
      proposal[j] += mu * (estimates[i] - g[j]);
      bound = Math.min(bound, Math.abs(proposal[j]));
    }
    double below = bound - mu * (Vectors.norm(rest) + ROUNDING * point.value());
    int most = g.length / SHARE;
    int[] near = near(below, most + 1);
    if (near.length > most || !isRoomFor(near)) {
      return false;
    }
    look(near, g);
    spent += near.length;
    return true;
  }

  /** The columns beside the k largest whose proposal is at least so large, the first of many. */
  private int[] near(double below, int most) {
    int[] near = new int[most];
    int count = 0;
    for (int j = 0; j < proposal.length && count < most; j++) {
      if (Math.abs(proposal[j]) >= below && Arrays.binarySearch(top, j) < 0) {
        near[count++] = j;
      }
    }
    return Arrays.copyOf(near, count);
  }

  private boolean isRoomFor(int[] near) {
    long unseen = Arrays.stream(near).filter(j -> !looked.get(j)).count();
    return (looked.cardinality() + unseen) * rest.length <= MOST_KEPT;
  }

  private void look(int[] chosen, double[] g) {
    Arrays.stream(chosen).forEach(looked::set);
    Vectors.scatter(point.slopes(chosen), chosen, chosen.length, g);
  }

  /** The gradient of all columns, by a product with what is new in the misfit. */
  private void lookAtAll(double[] g) {
    boolean nothingNew = Vectors.norm(rest) <= NOTHING_NEW * point.value();
    if (nothingNew || directions.size() == MOST_DIRECTIONS) {
      directions.clear();
      products.clear();
    }
    estimate(g);
    double size = Vectors.norm(rest);
    double[] direction = Vectors.scaled(size == 0 ? 0 : 1 / size, rest);
    double[] product = new double[g.length];
    operator.applyTranspose(direction, product);
    Vectors.axpy(size, product, g);
    directions.add(direction);
    products.add(product);
    spent = 0;
  }
}
