package io.github.sea4j.loss;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is fitted whatever the support is: the intercept and the columns that are forced in, Z.
 *
 * <p>With S the square roots of the sample weights and {@code S Z = Q R}, the rest of the matrix is
 * seen as {@code (I - Q Q') S A}, columns that say what Z does not. A support is then fitted in
 * these columns and Q. Cost: q² m. Immutable.
 */
public final class Baseline {

  /** A column with a smaller part of itself outside the others depends on them. */
  private static final double DEPENDENT = 1e-10;

  private final double @Nullable [] rowScale;
  private final double[][] directions;

  /** Row i says how the i-th column of Z is made of the directions. */
  private final double[][] parts;

  /** For each column of Z its direction, -1 for one that depends on those before it. */
  private final int[] place;

  private Baseline(
      double @Nullable [] rowScale, double[][] directions, double[][] parts, int[] place) {
    this.rowScale = rowScale;
    this.directions = directions;
    this.parts = parts;
    this.place = place;
  }

  /**
   * The baseline of a loss over a matrix.
   *
   * @param operator A
   * @param loss weights and whether there is an intercept
   * @param forced columns of A, ascending
   */
  public static Baseline of(LinearOperator operator, GlmLoss loss, int[] forced) {
    int rows = operator.rows();
    double[] weights = loss.weights();
    double[] scale = null;
    if (weights != null) {
      scale = Arrays.stream(weights).map(Math::sqrt).toArray();
    }
    int first = loss.hasIntercept() ? 1 : 0;
    int[] place = new int[first + forced.length];
    double[][] parts = new double[place.length][];
    double[][] directions = new double[place.length][];
    int held = 0;
    for (int i = 0; i < place.length; i++) {
      double[] z = new double[rows];
      if (i < first) {
        Arrays.fill(z, 1);
      } else {
        operator.column(forced[i - first], z);
      }
      parts[i] = new double[place.length];
      place[i] = -1;
      if (isNew(z, scale, directions, held, parts[i])) {
        directions[held] = z;
        place[i] = held++;
      }
    }
    return new Baseline(scale, Arrays.copyOf(directions, held), parts, place);
  }

  /** Makes a unit vector of z, freed of the directions held; false if nothing is left. */
  private static boolean isNew(
      double[] z, double @Nullable [] scale, double[][] directions, int held, double[] parts) {
    for (int i = 0; i < z.length && scale != null; i++) {
      z[i] *= scale[i];
    }
    double before = Vectors.norm(z);
    for (int pass = 0; pass < 2; pass++) {
      for (int h = 0; h < held; h++) {
        double along = Vectors.dot(directions[h], z);
        parts[h] += along;
        Vectors.axpy(-along, directions[h], z);
      }
    }
    double left = Vectors.norm(z);
    // A norm below the normal numbers counts as zero, as in columns of unit norm.
    if (!(left > DEPENDENT * before && left >= Double.MIN_NORMAL)) {
      return false;
    }
    parts[held] = left;
    for (int i = 0; i < z.length; i++) {
      z[i] /= left;
    }
    return true;
  }

  /** {@code (I - Q Q') S A}. */
  public AdjustedOperator adjust(LinearOperator operator) {
    return new AdjustedOperator(operator, rowScale, directions);
  }

  /** The diagonal of S; shared, null for the identity. */
  double @Nullable [] rowScale() {
    return rowScale;
  }

  /** The columns of Q; shared. */
  double[][] directions() {
    return directions;
  }

  /** {@code Q'S v}; a new array. */
  public double[] along(double[] v) {
    double[] scaled = v.clone();
    for (int i = 0; i < scaled.length && rowScale != null; i++) {
      scaled[i] *= rowScale[i];
    }
    return Arrays.stream(directions).mapToDouble(q -> Vectors.dot(q, scaled)).toArray();
  }

  /**
   * The coefficients of Z: {@code S Z beta = Q (b - Q'S A x)}, zero for columns that depend on
   * others; the intercept first, if there is one.
   *
   * @param b coefficients of Q beside the adjusted columns
   * @param ax A x over the columns that are not in Z, in the user's units
   */
  public double[] coefficients(double[] b, double[] ax) {
    double[] left = b.clone();
    Vectors.axpy(-1, along(ax), left);
    double[] beta = new double[place.length];
    for (int i = place.length - 1; i >= 0; i--) {
      if (place[i] >= 0) {
        beta[i] = left[place[i]] / parts[i][place[i]];
        Vectors.axpy(-beta[i], parts[i], left, left.length);
      }
    }
    return beta;
  }
}
