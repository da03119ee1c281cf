package io.github.sea4j.fit;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.linalg.ColumnSums;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.UpdatableQr;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * All columns seen from a support S: what inserting, removing or exchanging any of them would do to
 * the residual, without fitting again.
 *
 * <p>With {@code A_S = Q R} and the companion {@code A'Q} kept up to date, the quantities
 *
 * <ul>
 *   <li>{@code c_j = a_j'r}, the correlation with the residual,
 *   <li>{@code d_j = ||(I - P_S) a_j||²}, the part of the column that is new,
 *   <li>{@code t_j = a_j'v} for the unit vector v of span(A_S) that only column i of S reaches,
 * </ul>
 *
 * give the squared residual after inserting j, {@code ||r||² - c_j²/d_j}, and after exchanging i
 * for j, {@code ||r||² + b² - (c_j + b t_j)²/(d_j + t_j²)} with {@code b = v'y}.
 *
 * <p>Columns must have unit norm. Cost: an insertion one product with A' and 4mk multiplications; a
 * removal (m + n) k; {@link #update} one product with A' and nk; {@link #removal} nk/2 on average.
 * Not thread-safe.
 */
public final class ProjectedColumns implements Fitted {

  /** Columns with a smaller squared part outside a span count as inside it. */
  private static final double INSIDE = 1e-10;

  /** Stands for the new part of a column that must not be inserted. */
  private static final double NEVER = 1e300;

  private final LinearOperator operator;
  private final int atOnce;
  private final double[] measurements;
  private final UpdatableQr qr;
  private final int[] held;
  private final double[] column;
  private final double[] residual;
  private final double[] correlation;
  private final double[] outside;
  private final double[] product;
  private final double[] z;
  private final double[] w;
  private double residualNorm;

  /**
   * The view from the empty support; call {@link #update} before reading from it.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param capacity the largest support there will be
   */
  public ProjectedColumns(LinearOperator operator, double[] measurements, int capacity) {
    this.operator = operator;
    this.atOnce = GramRental.productsAtOnce(operator);
    this.measurements = measurements;
    this.qr = new UpdatableQr(operator.rows(), capacity, operator.columns());
    this.held = new int[capacity];
    this.column = new double[operator.rows()];
    this.residual = new double[operator.rows()];
    this.correlation = new double[operator.columns()];
    this.outside = new double[operator.columns()];
    this.product = new double[operator.columns()];
    this.z = new double[capacity];
    this.w = new double[capacity];
  }

  /** Number of columns of A, n. */
  public int columns() {
    return correlation.length;
  }

  /** {@code c_j}, as of the last update. */
  public double correlation(int j) {
    return correlation[j];
  }

  /** {@code d_j}, as of the last update; huge for the columns of the support. */
  public double outside(int j) {
    return outside[j];
  }

  /** {@code v'y} for a vector of the span given by its entries {@code Q'v}. */
  public double measurementsAlong(double[] direction) {
    return Vectors.dot(direction, z, direction.length);
  }

  /** {@code Q'a_j}; a new array. */
  public double[] alongSupport(int j) {
    return IntStream.range(0, qr.size()).mapToDouble(i -> qr.companion(i)[j]).toArray();
  }

  /** The vector v of the column at a position, see {@link #removal}, by its entries {@code Q'v}. */
  public double[] direction(int position) {
    double[] weights = new double[qr.size()];
    qr.solveTransposeUnit(position, weights);
    Vectors.scale(1 / Vectors.norm(weights), weights);
    return weights;
  }

  /**
   * {@code A'(I - P_S) a_j}; n multiplications for each column of S that is not orthogonal to it.
   *
   * @param gram {@code A'a_j}
   * @param out n entries, overwritten
   */
  public void projectedGram(int j, PackedVector gram, double[] out) {
    Arrays.fill(out, 0);
    gram.addTo(1, out);
    double[] along = alongSupport(j);
    Vectors.scale(-1, along);
    ColumnSums.add(along, qr.companions(0), out);
  }

  /** Number of columns in the support. */
  public int size() {
    return qr.size();
  }

  /** The column at a position of the factorisation; positions shift when one is removed. */
  public int held(int position) {
    return held[position];
  }

  @Override
  public int[] support() {
    return IntStream.of(held).limit(qr.size()).sorted().toArray();
  }

  /** Inserts a column as the last one; false, with nothing changed, if it depends on S. */
  public boolean insert(int j) {
    return append(j) && multiply(qr.size() - 1) > 0;
  }

  private boolean append(int j) {
    operator.column(j, column);
    held[qr.size()] = j;
    return qr.append(column);
  }

  /** The companions of all columns from a position on, together; the number of columns held. */
  private int multiply(int from) {
    operator.applyTranspose(qr.vectors(from), qr.companions(from), qr.size() - from);
    return qr.size();
  }

  /**
   * Replaces the support: columns that stay keep their place in the factorisation. Columns that
   * depend on the others are left out, and the best insertions follow until there are {@code count}
   * columns, or none lowers the residual. All is up to date then, unless somebody waits.
   *
   * @param support sorted columns
   * @param count how many columns there shall be, at least those of the support
   * @param mustStop asked before each column; once it says so, columns are missing
   * @param waits whether somebody waits for the answer: nothing is brought up to date then
   */
  public void moveTo(int[] support, int count, BooleanSupplier mustStop, BooleanSupplier waits) {
    for (int position = qr.size() - 1; position >= 0; position--) {
      if (Arrays.binarySearch(support, held[position]) < 0) {
        remove(position);
      }
    }
    int[] present = support();
    int multiplied = qr.size();
    for (int j : support) {
      if (Arrays.binarySearch(present, j) < 0 && !mustStop.getAsBoolean() && append(j)) {
        multiplied = qr.size() - multiplied < atOnce ? multiplied : multiply(multiplied);
      }
    }
    boolean grows = !waits.getAsBoolean();
    if (grows) {
      multiply(multiplied);
      update();
    }
    while (qr.size() < count && grows && !mustStop.getAsBoolean()) {
      insertionGains(product);
      int best = Vectors.indexOfLargest(product);
      grows = product[best] > 0 && insert(best);
      update();
    }
  }

  /** Removes the column at a position. */
  public void remove(int position) {
    qr.remove(position);
    System.arraycopy(held, position + 1, held, position, qr.size() - position);
  }

  /** Brings residual, correlations and new parts up to date with the support. */
  public void update() {
    fit();
    operator.applyTranspose(residual, correlation);
    ColumnSums.outside(qr.companions(0), outside);
    for (int i = 0; i < qr.size(); i++) {
      correlation[held[i]] = 0;
      outside[held[i]] = NEVER;
    }
  }

  /** Brings the residual alone up to date and returns its norm. */
  public double fit() {
    residualNorm = qr.project(measurements, z, residual);
    return residualNorm;
  }

  /** {@code ||r||} as of the last fit or update. */
  @Override
  public double value() {
    return residualNorm;
  }

  /** {@inheritDoc} Fitted afresh: for observers, not for inner loops. */
  @Override
  public double[] coefficients() {
    return SupportSolution.of(operator, measurements, support()).coefficients();
  }

  /** The coefficients by position, as of the last fit or update; a new array. */
  public double[] coefficientsByPosition() {
    double[] x = new double[qr.size()];
    qr.solve(z, x);
    return x;
  }

  /**
   * The decrease of the squared residual by inserting each column, {@code c_j²/d_j}; zero for the
   * columns of the support and for those inside its span.
   *
   * @param gains n entries, overwritten
   */
  public void insertionGains(double[] gains) {
    for (int j = 0; j < gains.length; j++) {
      gains[j] = outside[j] > INSIDE ? correlation[j] * correlation[j] / outside[j] : 0;
    }
  }

  /**
   * The decrease of the squared residual by exchanging the column at {@code position} for each
   * other one; negative where it would grow.
   *
   * @param gains n entries, overwritten
   */
  public void exchangeGains(int position, double[] gains) {
    double b = removal(position, product);
    Workers.split(
        gains.length,
        8,
        8L * gains.length,
        (from, to) -> {
          for (int j = from; j < to; j++) {
            double c = correlation[j] + b * product[j];
            double d = outside[j] + product[j] * product[j];
            gains[j] = (d > INSIDE ? c * c / d : 0) - b * b;
          }
        });
  }

  /**
   * The increase of the squared residual by removing the column at each position, {@code x_i² /
   * [(A_S'A_S)^-1]_ii}; a new array. Cost k³/6.
   */
  public double[] removalCosts() {
    double[] costs = new double[qr.size()];
    for (int position = 0; position < costs.length; position++) {
      qr.solveTransposeUnit(position, w);
      double along = Vectors.dot(w, z, qr.size()) / Vectors.norm(w, qr.size());
      costs[position] = along * along;
    }
    return costs;
  }

  /**
   * The direction v that the column at a position alone brings to the span.
   *
   * @param alongColumns {@code A'v}, n entries, overwritten
   * @return {@code v'y}: removing the column adds its square to the squared residual
   */
  public double removal(int position, double[] alongColumns) {
    qr.solveTransposeUnit(position, w);
    double scale = 1 / Vectors.norm(w, qr.size());
    double along = 0;
    for (int i = position; i < qr.size(); i++) {
      w[i] *= scale;
      along += w[i] * z[i];
    }
    ColumnSums.combine(
        Arrays.copyOfRange(w, position, qr.size()), qr.companions(position), alongColumns);
    return along;
  }
}
