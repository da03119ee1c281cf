package io.github.sea4j.fit;

import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Least squares on a support that moves: {@code x_S = argmin ||A_S x_S - y||}, its residual norm
 * and its gradient {@code A'(A x - y)} over all columns.
 *
 * <p>Three ways, by how coherent the columns of the support are:
 *
 * <ol>
 *   <li>A Cholesky factor of the Gram matrix, of which the rows before the first change of the
 *       support are kept. Enough for well-conditioned columns.
 *   <li>The same, corrected from the residual in R^m until nothing changes (corrected semi-normal
 *       equations, Björck 1987): as accurate as an orthogonal factorisation while the squared
 *       condition number times the rounding error stays far below 1.
 *   <li>Orthogonal factorisation beyond that, and for dependent columns ({@link SupportSolution}).
 *       A column that depends on the others gets coefficient zero; the fitted vector {@code A x} is
 *       unique all the same.
 * </ol>
 *
 * <p>Where an orthogonal factorisation would take seconds ({@link SemiNormalFit}), columns beyond
 * the second case count as dependent instead.
 *
 * <p>Columns are expected to have unit norm. Cost with support size k of which the first p columns
 * stay: (k³ - p³)/6 for the move, nk for the gradient, 2mk for each correction, and a product for
 * each new Gram column. Where that is long, only inner products of the support are computed, and a
 * gradient is a product, until Gram columns pay ({@link GramRental}). Not thread-safe.
 */
public final class SupportFit implements Fit {

  /** Squared pivots below this: orthogonal factorisation. */
  private static final double COLLINEAR = 1e-9;

  /** Squared pivots below this, or a residual this small beside y: correction from the residual. */
  private static final double COHERENT = 1e-3;

  private static final double SMALL_SQUARED_RESIDUAL = 1e-4;

  /** Corrections end at this relative change; three or four of them mean that they do not help. */
  private static final double SETTLED = 1e-12;

  private static final int MOST_CORRECTIONS = 4;

  private final LinearOperator operator;
  private final double[] measurements;
  private final double squaredNorm;
  private final GramGradient fromGram;
  private final ColumnCache cache;
  private final GramRental rental;
  private final BooleanSupplier hurry;
  private final GramCholesky cholesky;

  /** The support, sorted; the same columns in the order of the factorisation, and their values. */
  private final int[] support;

  private final HeldColumns columns;
  private final int[] held;
  private final @Nullable PackedVector[] heldGram;
  private final double[] x;
  private int size;

  /** How many of the columns held take part; the others depend on these. */
  private int factored;

  /** Whether columns that depend on others are left out, and below which squared pivot. */
  private final boolean large;

  private double floor = COLLINEAR;
  private boolean rankDeficient;

  /** Set once Gram columns have been left out. */
  private boolean hurried;

  private final double[] correction;
  private final double[] residual;
  private boolean residualKnown;
  private double residualNorm;

  /**
   * A fit on the empty support.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param capacity the largest support that will be asked for
   */
  public SupportFit(LinearOperator operator, double[] measurements, int capacity) {
    this(operator, measurements, capacity, () -> false);
  }

  /**
   * The same, for a run that may have to end soon: each new column costs a product with A', which
   * is not spent any more once {@code hurry} says so. Fits are then orthogonal ones, no less
   * accurate.
   *
   * @param hurry once true, it must stay true
   */
  public SupportFit(
      LinearOperator operator, double[] measurements, int capacity, BooleanSupplier hurry) {
    this(operator, new ColumnCache(operator), measurements, capacity, hurry);
  }

  /** The same, with columns that another part of the search fetches too. */
  public SupportFit(
      LinearOperator operator, ColumnCache cache, double[] measurements, int capacity) {
    this(operator, cache, measurements, capacity, () -> false);
  }

  private SupportFit(
      LinearOperator operator,
      ColumnCache cache,
      double[] measurements,
      int capacity,
      BooleanSupplier hurry) {
    this.hurry = hurry;
    this.rental = new GramRental(operator);
    this.operator = operator;
    this.measurements = measurements;
    this.squaredNorm = Vectors.dot(measurements, measurements);
    this.fromGram = new GramGradient(operator, measurements);
    this.cache = cache;
    this.cholesky = new GramCholesky(capacity);
    this.large = SemiNormalFit.isLarge(operator.rows(), capacity);
    this.support = new int[capacity];
    this.columns = new HeldColumns(capacity, fromGram, cache);
    this.held = columns.index;
    this.heldGram = columns.gram;
    this.x = new double[capacity];
    this.correction = new double[capacity];
    this.residual = measurements.clone();
    this.residualKnown = true;
    this.residualNorm = Vectors.norm(measurements);
  }

  @Override
  public void moveTo(int[] newSupport) {
    int kept = hold(newSupport);
    System.arraycopy(newSupport, 0, support, 0, size);
    boolean fitted = !hurried && factor(kept) && fitFromGram();
    while (!fitted && !hurried && large && floor < COHERENT) {
      floor *= SemiNormalFit.STRICTER;
      fitted = factor(0) && fitFromGram();
    }
    if (!fitted) {
      fitOrthogonally();
    }
  }

  private boolean factor(int kept) {
    factored = size;
    if (!large) {
      return cholesky.factor(kept, size, COLLINEAR, columns);
    }
    factored = SemiNormalFit.factor(cholesky, kept, size, floor, columns, columns::swap);
    return true;
  }

  /**
   * Puts the columns of the support in order: those that stay first, as they were, then the new
   * ones.
   *
   * @return how many leading columns of the factorisation are the same as before
   */
  private int hold(int[] newSupport) {
    int before = size;
    int unchanged = -1;
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (Arrays.binarySearch(newSupport, held[i]) < 0) {
        unchanged = unchanged < 0 ? i : unchanged;
      } else {
        held[count] = held[i];
        heldGram[count] = heldGram[i];
        count++;
      }
    }
    unchanged = Math.min(unchanged < 0 ? size : unchanged, cholesky.size());
    for (int j : newSupport) {
      if (Arrays.binarySearch(support, 0, before, j) < 0) {
        held[count] = j;
        hurried = hurried || hurry.getAsBoolean();
        boolean fetched = !hurried && (rental.buysAtOnce() || cache.holdsGram(j));
        heldGram[count] = fetched ? cache.gram(j) : null;
        count++;
      }
    }
    size = count;
    return unchanged;
  }

  private boolean fitFromGram() {
    rankDeficient = factored < size;
    cholesky.solve(x);
    Arrays.fill(x, factored, size, 0);
    double squared = squaredNorm - cholesky.squaredProjection();
    if (cholesky.smallestPivot() > COHERENT && squared > SMALL_SQUARED_RESIDUAL * squaredNorm) {
      residualNorm = Math.sqrt(squared);
      residualKnown = false;
      return true;
    }
    for (int round = 0; round < MOST_CORRECTIONS; round++) {
      updateResidual();
      PackedVector.dot(
          cache.columns(Arrays.copyOf(held, factored)), factored, residual, correction);
      cholesky.solveGram(correction);
      Vectors.axpy(1, correction, x, factored);
      if (Vectors.norm1(correction, factored) <= SETTLED * Vectors.norm1(x, factored)) {
        updateResidual();
        residualNorm = Vectors.norm(residual);
        return true;
      }
    }
    return false;
  }

  private void updateResidual() {
    System.arraycopy(measurements, 0, residual, 0, residual.length);
    for (int i = 0; i < size; i++) {
      cache.column(held[i]).addTo(-x[i], residual);
    }
    residualKnown = true;
  }

  private void fitOrthogonally() {
    PackedVector[] packed =
        Arrays.stream(support, 0, size).mapToObj(cache::column).toArray(PackedVector[]::new);
    SupportSolution fit =
        large
            ? SemiNormalFit.of(packed, measurements, residual)
            : SupportSolution.of(packed, measurements, residual);
    for (int i = 0; i < size; i++) {
      x[i] = fit.coefficients()[position(held[i])];
    }
    residualNorm = fit.value();
    rankDeficient = fit.rankDeficient();
    residualKnown = true;
  }

  private int position(int column) {
    return Arrays.binarySearch(support, 0, size, column);
  }

  @Override
  public int[] support() {
    return Arrays.copyOf(support, size);
  }

  /** {@code ||A x - y||} on the current support. */
  @Override
  public double value() {
    return residualNorm;
  }

  @Override
  public boolean rankDeficient() {
    return rankDeficient;
  }

  @Override
  public double[] coefficients() {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[position(held[i])] = x[i];
    }
    return values;
  }

  /**
   * The gradient {@code g = A'(A x - y)}, exactly zero on the support.
   *
   * <p>From Gram columns where that is accurate ({@link GramGradient}), from the residual itself
   * where it is not.
   */
  @Override
  public void gradient(double[] g) {
    if (!hurried && GramGradient.isAccurate(x, size, residualNorm) && buysGram()) {
      fromGram.evaluate(x, heldGram, size, g);
    } else {
      if (!residualKnown) {
        updateResidual();
      }
      operator.applyTranspose(residual, g);
      Vectors.scale(-1, g);
    }
    for (int i = 0; i < size; i++) {
      g[held[i]] = 0;
    }
  }

  private boolean buysGram() {
    return columns.holdGram(size, missing -> !hurry.getAsBoolean() && rental.buys(missing));
  }
}
