package io.github.sea4j.fit;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sparse x with {@code A x - y} and the gradient {@code A'(A x - y)}.
 *
 * <p>The gradient comes from a product, or from Gram columns where that is accurate ({@link
 * GramGradient}); those of a support are fetched, at a product each, once it has stayed: then it is
 * likely to go on staying. Cost: m |S| for a move, (n |S|) or a product for the gradient.
 */
public final class LeastSquaresPoint implements SparsePoint {

  private final LinearOperator operator;
  private final double[] measurements;
  private final BooleanSupplier hurry;

  /** Columns met so far: few, and met again and again. */
  private final ColumnCache cache;

  private int[] support = {};
  private double[] values = {};
  private boolean stayed;
  private final double[] misfit;
  private double residualNorm;
  private final double[] image;
  private @Nullable GramGradient fromGram;

  /**
   * x = 0.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param hurry once true, no Gram columns are fetched any more
   */
  public LeastSquaresPoint(LinearOperator operator, double[] measurements, BooleanSupplier hurry) {
    this.operator = operator;
    this.measurements = measurements;
    this.hurry = hurry;
    this.cache = new ColumnCache(operator);
    this.misfit = new double[operator.rows()];
    this.image = new double[operator.rows()];
    updateResidual();
  }

  @Override
  public void set(int[] newSupport, double[] newValues) {
    stayed = Arrays.equals(newSupport, support);
    support = newSupport;
    values = newValues;
    updateResidual();
  }

  private void updateResidual() {
    for (int i = 0; i < misfit.length; i++) {
      misfit[i] = -measurements[i];
    }
    cache.addProduct(support, values, misfit);
    residualNorm = Vectors.norm(misfit);
  }

  @Override
  public void gradient(double[] g) {
    boolean accurate = GramGradient.isAccurate(values, values.length, residualNorm);
    PackedVector[] gram = accurate ? gramColumns() : null;
    if (gram == null) {
      operator.applyTranspose(misfit, g);
      return;
    }
    if (fromGram == null) {
      fromGram = new GramGradient(operator, measurements);
    }
    fromGram.evaluate(values, gram, values.length, g);
  }

  /** Some entries of the gradient: m multiplications each with a column, which is kept. */
  public double[] slopes(int[] chosen) {
    double[] slopes = new double[chosen.length];
    PackedVector.dot(cache.columns(chosen), chosen.length, misfit, slopes);
    return slopes;
  }

  /**
   * The largest slope, by magnitude, among the columns met so far that are not in a support, where
   * x is another one: a lower bound on that of all others, for m multiplications with each.
   *
   * @param at the support, sorted
   * @param x coefficients on it
   */
  public double steepestMet(int[] at, double[] x) {
    double[] there = Vectors.scaled(-1, measurements);
    cache.addProduct(at, x, there);
    int[] met = IntStream.of(cache.fetched()).filter(j -> Arrays.binarySearch(at, j) < 0).toArray();
    double[] slopes = new double[met.length];
    PackedVector.dot(cache.columns(met), met.length, there, slopes);
    return Vectors.largestMagnitude(slopes);
  }

  /** {@code A x - y}; shared. */
  public double[] misfit() {
    return misfit;
  }

  /** Whether a Gram column is a long product, so that single columns are worth a look instead. */
  public boolean gramIsDear() {
    return GramRental.isDear(operator);
  }

  private PackedVector @Nullable [] gramColumns() {
    if (!cache.fetchGram(support, support.length, () -> !stayed || hurry.getAsBoolean())) {
      return null;
    }
    return Arrays.stream(support).mapToObj(cache::gram).toArray(PackedVector[]::new);
  }

  @Override
  public double imageNorm(int[] columns, double[] d) {
    Arrays.fill(image, 0);
    cache.addProduct(columns, d, image);
    return Vectors.norm(image);
  }

  /** The columns met so far; shared. */
  public ColumnCache cache() {
    return cache;
  }

  @Override
  public int[] support() {
    return support.clone();
  }

  /** {@code ||A x - y||}. */
  @Override
  public double value() {
    return residualNorm;
  }

  @Override
  public double[] coefficients() {
    return values.clone();
  }
}
