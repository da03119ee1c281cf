package io.github.sea4j.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;

/**
 * The spectral norm {@code ||A||_2}, the largest singular value, from products alone.
 *
 * <p>Golub-Kahan-Lanczos bidiagonalisation with full re-orthogonalisation and thick restarts
 * (Baglama and Reichel, SIAM J. Sci. Comput. 27, 2005). Deterministic: it starts from fixed
 * pseudo-random vectors.
 */
public final class SpectralNorm {

  /** A product with a matrix: reads the first array, overwrites the second. */
  @FunctionalInterface
  public interface Product {

    /** {@code out = M in}. */
    void apply(double[] in, double[] out);
  }

  private static final double TOLERANCE = 1e-13;

  /** Below this, relative to the norm found so far, a new direction is rounding. */
  private static final double BREAKDOWN = 1e-14;

  private static final int MOST_STEPS = 4000;
  private static final int FEWEST_STEPS = 100;

  /** Steps times entries of a step's vectors, for very large matrices. */
  private static final double MOST_WORK = 5e7;

  private static final int LARGEST_BASIS = 64;
  private static final int SMALLEST_BASIS = 12;

  /** Entries that both bases may hold together, for very large matrices: 256 MB. */
  private static final int MOST_ENTRIES = 1 << 25;

  private final Product forward;
  private final Product backward;
  private final int rows;
  private final int columns;
  private final int basis;
  private final SplittableRandom random = new SplittableRandom(1);

  /** Orthonormal u_0.. and v_0.. with {@code A V = U B} for the first {@code U.size()} columns. */
  private List<double[]> left = new ArrayList<>();

  private List<double[]> right = new ArrayList<>();
  private double[][] small;

  /** All products are scaled by 2^-exponent, so that nothing over- or underflows. */
  private int exponent;

  private double norm;

  private SpectralNorm(int rows, int columns, Product forward, Product backward) {
    this.rows = rows;
    this.columns = columns;
    this.forward = forward;
    this.backward = backward;
    int affordable = Math.max(SMALLEST_BASIS, MOST_ENTRIES / (rows + columns));
    this.basis = Math.min(columns, Math.min(LARGEST_BASIS, affordable));
    this.small = new double[basis][basis];
  }

  /**
   * Computes {@code ||A||_2} to a relative error of about 1e-12.
   *
   * <p>Cost: two products and O(64 (m + n)) flops a step; typically 20 to 200 steps. Where
   * thousands of singular values crowd within 1e-8 of the largest, it stops after {@value
   * #MOST_STEPS} steps with the best lower bound found, which is then right to at least the width
   * of that crowd.
   *
   * <p>Lanczos cannot see a singular vector that is orthogonal to its start. Start vectors are
   * generic, and a second one, independent of the first, has to confirm the result: a leading
   * vector stays hidden only if it is orthogonal to both.
   *
   * @param rows m, at least 1
   * @param columns n, at least 1
   * @param apply {@code y = A x}
   * @param applyTranspose {@code x = A' y}
   * @throws IllegalArgumentException if a shape is below 1 or a product is not finite
   */
  public static double of(int rows, int columns, Product apply, Product applyTranspose) {
    return of(rows, columns, apply, applyTranspose, () -> false);
  }

  /**
   * The same, given up early with the lower bound found so far.
   *
   * @param giveUp asked after each step
   */
  public static double of(
      int rows, int columns, Product apply, Product applyTranspose, BooleanSupplier giveUp) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "rows and columns must be at least 1, but are %d and %d".formatted(rows, columns));
    }
    // The right basis lives in the smaller space: it is the one that can be exhausted.
    return columns <= rows
        ? new SpectralNorm(rows, columns, apply, applyTranspose).compute(giveUp)
        : new SpectralNorm(columns, rows, applyTranspose, apply).compute(giveUp);
  }

  private double compute(BooleanSupplier giveUp) {
    right.add(start());
    boolean confirming = false;
    double affordable = Math.max(FEWEST_STEPS, MOST_WORK / (rows + columns));
    for (int step = 1; step <= Math.min(MOST_STEPS, affordable); step++) {
      double coupling = extend();
      if (giveUp.getAsBoolean()) {
        break;
      }
      boolean full = left.size() == basis;
      if (!full && left.size() % 8 != 0 && coupling > BREAKDOWN * norm) {
        continue;
      }
      SimpleSVD<SimpleMatrix> svd = smallDecomposition();
      norm = svd.getSingleValue(0);
      if (hasConverged(svd, coupling)) {
        if (confirming || left.size() == columns) {
          break;
        }
        confirming = true;
        restart(svd, 1);
        right.set(right.size() - 1, fresh(right.subList(0, right.size() - 1), columns));
      } else if (full) {
        restart(svd, basis / 3);
      }
    }
    return Math.scalb(norm, exponent);
  }

  /** Close to the leading vector of a smooth non-negative matrix; generic for any other. */
  private double[] start() {
    double[] x = random.doubles(columns, 0.5, 1.5).toArray();
    return divided(x, Vectors.norm(x));
  }

  /**
   * One step: the image of the last right vector gives a left one, whose image gives the next right
   * one.
   *
   * @return the norm of what the next right vector adds
   */
  private double extend() {
    int j = left.size();
    double[] w = product(forward, right.get(j), rows);
    if (left.isEmpty() && Vectors.norm(w) > 0) {
      exponent = Math.getExponent(Vectors.norm(w));
      rescale(w);
    }
    double[] coefficients = orthogonalise(w, left);
    for (int i = 0; i < j; i++) {
      small[i][j] = coefficients[i];
    }
    double alpha = Vectors.norm(w);
    boolean independent = alpha > BREAKDOWN * norm;
    small[j][j] = independent ? alpha : 0;
    left.add(independent ? divided(w, alpha) : fresh(left, rows));
    norm = Math.max(norm, alpha);

    double[] z = product(backward, left.get(j), columns);
    orthogonalise(z, right);
    double beta = right.size() < columns ? Vectors.norm(z) : 0;
    independent = beta > BREAKDOWN * norm;
    if (right.size() < columns) {
      right.add(independent ? divided(z, beta) : fresh(right, columns));
    }
    return independent ? beta : 0;
  }

  private SimpleSVD<SimpleMatrix> smallDecomposition() {
    int k = left.size();
    SimpleMatrix b = new SimpleMatrix(k, k);
    for (int i = 0; i < k; i++) {
      b.setRow(i, 0, Arrays.copyOf(small[i], k));
    }
    return b.svd(true);
  }

  /**
   * The residual {@code ||A' u - sigma v||} bounds the distance to a singular value; its square
   * over the gap to the next one is a sharper bound.
   */
  private boolean hasConverged(SimpleSVD<SimpleMatrix> svd, double coupling) {
    int k = left.size();
    double sigma = svd.getSingleValue(0);
    double residual = coupling * Math.abs(svd.getU().get(k - 1, 0));
    double gap = k > 1 ? sigma - svd.getSingleValue(1) : sigma;
    double error = gap > residual ? residual * residual / gap : residual;
    return error <= TOLERANCE * sigma;
  }

  /**
   * Shrinks both bases to the leading {@code kept} singular vectors, plus the next right vector.
   */
  private void restart(SimpleSVD<SimpleMatrix> svd, int kept) {
    List<double[]> newLeft = combine(left, svd.getU(), Math.max(1, kept), rows);
    List<double[]> newRight = combine(right, svd.getV(), Math.max(1, kept), columns);
    newRight.add(right.get(right.size() - 1));
    left = newLeft;
    right = newRight;
    small = new double[basis][basis];
    for (int i = 0; i < left.size(); i++) {
      small[i][i] = svd.getSingleValue(i);
    }
  }

  private static List<double[]> combine(
      List<double[]> vectors, SimpleMatrix weights, int count, int length) {
    List<double[]> combined = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      double[] sum = new double[length];
      for (int i = 0; i < weights.getNumRows(); i++) {
        Vectors.axpy(weights.get(i, c), vectors.get(i), sum);
      }
      combined.add(sum);
    }
    return combined;
  }

  private double[] product(Product product, double[] in, int length) {
    double[] out = new double[length];
    product.apply(in, out);
    int bad = Vectors.firstNonFinite(out);
    if (bad >= 0) {
      throw new IllegalArgumentException(
          "operator: a product with a unit vector must be finite, but entry %d is %s"
              .formatted(bad, out[bad]));
    }
    rescale(out);
    return out;
  }

  private void rescale(double[] x) {
    if (exponent != 0) {
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.scalb(x[i], -exponent);
      }
    }
  }

  private double[] fresh(List<double[]> others, int length) {
    double[] x = random.doubles(length, -1, 1).toArray();
    orthogonalise(x, others);
    return divided(x, Vectors.norm(x));
  }

  /** Gram-Schmidt, twice is enough; mutates {@code x} and returns the coefficients. */
  private static double[] orthogonalise(double[] x, List<double[]> others) {
    double[] coefficients = new double[others.size()];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < coefficients.length; i++) {
        double c = Vectors.dot(others.get(i), x);
        Vectors.axpy(-c, others.get(i), x);
        coefficients[i] += c;
      }
    }
    return coefficients;
  }

  private static double[] divided(double[] x, double divisor) {
    for (int i = 0; i < x.length; i++) {
      x[i] /= divisor;
    }
    return x;
  }
}
