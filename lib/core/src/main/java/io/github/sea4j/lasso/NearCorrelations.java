package io.github.sea4j.lasso;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.RowProducts;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * The columns whose correlations are near lambda are watched; a {@link Screen} proves that no other
 * reaches it. So each knot is that of the whole path, up to rounding.
 *
 * <p>Two screens, one behind the other: of all n columns some thousand are near, looked at now and
 * then by two products with the matrix, and of these some hundred are watched, looked at more often
 * by products with the near ones alone. A knot costs an inner product of m numbers for each column
 * that is watched or active.
 */
final class NearCorrelations extends Correlations {

  private static final int FEWEST_NEAR = 512;
  private static final int FEWEST_WATCHED = 64;

  private final LinearOperator operator;
  private final ColumnCache cache;
  private final double[] measurements;
  private final double[] residual;
  private final double[] image;

  private final Screen outer;
  private final Screen inner;

  // What the screens saw when they looked last: correlations and slopes of all and of the near.
  private double[][] ofAll;
  private double[][] ofNear = {};

  private NearColumns near;
  private NearColumns watched;

  /** For each column one more than its position; 0 where it is not watched. */
  private final int[] place;

  /** Whether the residual has changed otherwise than by a fall since the screens were asked. */
  private boolean corrected;

  NearCorrelations(
      LinearOperator operator, ColumnCache cache, double[] measurements, double[] initial) {
    this.operator = operator;
    this.cache = cache;
    this.measurements = measurements;
    this.residual = measurements.clone();
    this.image = new double[measurements.length];
    this.place = new int[initial.length];
    this.outer = new Screen(measurements.length, FEWEST_NEAR, initial.length / 32);
    this.inner = new Screen(measurements.length, FEWEST_WATCHED, FEWEST_WATCHED);
    double lambda = Vectors.largestMagnitude(initial);
    this.ofAll = new double[][] {initial.clone(), new double[initial.length]};
    outer.look(lambda, residual, image, ofAll[0], ofAll[1], new int[0]);
    this.near = new NearColumns(operator, cache, outer.chosen());
    this.watched = near;
    findNear(lambda, new int[0]);
  }

  @Override
  int position(int j) {
    return place[j] - 1;
  }

  @Override
  void innerProducts(int j, ActiveColumns active, double[] out) {
    double[] dense = new double[operator.rows()];
    cache.column(j).addTo(1, dense);
    PackedVector.dot(cache.columns(active.columns()), active.size(), dense, out);
  }

  @Override
  void multiply(ActiveColumns active, double[] weights, double[] out) {
    Arrays.fill(image, 0);
    cache.addProduct(active.columns(), weights, image);
    watched.multiply(image, out);
  }

  @Override
  void recompute(ActiveColumns active) {
    findResidual(active);
    watched.multiply(residual, correlations());
    corrected = true;
  }

  private void findResidual(ActiveColumns active) {
    double[] x = active.coefficients();
    Vectors.scale(-1, x);
    System.arraycopy(measurements, 0, residual, 0, residual.length);
    cache.addProduct(active.columns(), x, residual);
  }

  @Override
  void fall(double amount) {
    super.fall(amount);
    Vectors.axpy(-amount, image, residual);
    outer.fall(amount);
    inner.fall(amount);
    inner.spend(count());
    corrected = false;
  }

  @Override
  boolean cover(double fall) {
    return inner.covers(fall, residual, image, corrected)
        && outer.covers(fall, residual, image, corrected);
  }

  @Override
  void lookAround(double lambda, double fall, ActiveColumns active) {
    // The inner screen first: what is not watched may hide how soon the next knot is.
    if (!inner.covers(fall, residual, image, corrected)) {
      lookAmongNear(lambda, active);
    } else {
      lookAmongAll(lambda, active);
    }
  }

  private void lookAmongAll(double lambda, ActiveColumns active) {
    if (outer.isFresh()) {
      outer.widen();
    } else {
      outer.learn(residual);
      findResidual(active);
      ofAll = new double[2][operator.columns()];
      operator.applyTranspose(new double[][] {residual, image}, ofAll, 2);
      outer.look(lambda, residual, image, ofAll[0], ofAll[1], active.columns());
    }
    inner.learn(residual);
    near = new NearColumns(operator, cache, outer.chosen());
    findNear(lambda, active.columns());
  }

  private void lookAmongNear(double lambda, ActiveColumns active) {
    if (inner.isFresh()) {
      inner.widen();
      watch();
      return;
    }
    inner.learn(residual);
    int count = near.columns().length;
    ofNear = new double[2][count];
    near.multiply(residual, ofNear[0], image, ofNear[1]);
    outer.spend(2 * count);
    lookInside(lambda, active.columns());
  }

  /** What is seen of all is seen of the near ones. */
  private void findNear(double lambda, int[] active) {
    ofNear = at(ofAll, near.columns());
    lookInside(lambda, active);
  }

  private void lookInside(double lambda, int[] active) {
    int[] always = Arrays.stream(active).map(j -> Arrays.binarySearch(near.columns(), j)).toArray();
    inner.look(lambda, residual, image, ofNear[0], ofNear[1], always);
    watch();
  }

  private void watch() {
    int[] chosen = inner.chosen();
    int[] columns = Arrays.stream(chosen).map(p -> near.columns()[p]).toArray();
    watched = inner.choosesAll() ? near : new NearColumns(operator, cache, columns);
    for (int p = 0; p < count(); p++) {
      place[column(p)] = 0;
    }
    for (int p = 0; p < columns.length; p++) {
      place[columns[p]] = p + 1;
    }
    double[][] seen = at(ofNear, chosen);
    watch(columns, seen[0], seen[1]);
    corrected = false;
  }

  private static double[][] at(double[][] vectors, int[] indices) {
    return Arrays.stream(vectors)
        .map(vector -> Vectors.gather(vector, indices))
        .toArray(double[][]::new);
  }

  /** Some columns of a matrix, or all of them, to be multiplied with. */
  private static final class NearColumns {

    private static final int AT_ONCE = 8;

    private final LinearOperator operator;
    private final int[] columns;

    /** Their entries; none of all the columns, which are multiplied by whole products. */
    private final PackedVector[] entries;

    /** The same where all are dense, else none. */
    private final double[][] dense;

    private final long cost;

    /** Fetches those that are not at hand; ascending. */
    NearColumns(LinearOperator operator, ColumnCache cache, int[] columns) {
      this.operator = operator;
      this.columns = columns;
      boolean areAll = columns.length == operator.columns();
      this.entries = areAll ? new PackedVector[0] : cache.columns(columns);
      boolean allDense = Arrays.stream(entries).allMatch(PackedVector::isDense);
      this.dense =
          allDense
              ? Arrays.stream(entries).map(PackedVector::dense).toArray(double[][]::new)
              : new double[0][];
      this.cost = Arrays.stream(entries).mapToLong(PackedVector::entries).sum();
    }

    /** The columns; shared. */
    int[] columns() {
      return columns;
    }

    /** {@code out[p] = a_j'v} for the p-th column. */
    void multiply(double[] v, double[] out) {
      if (entries.length < columns.length) {
        operator.applyTranspose(v, out);
      } else {
        Workers.split(entries.length, AT_ONCE, cost, (from, to) -> multiply(v, out, from, to));
      }
    }

    /** The same for two vectors; each column is read once for both. */
    void multiply(double[] v, double[] out, double[] other, double[] otherOut) {
      if (entries.length < columns.length) {
        operator.applyTranspose(v, out);
        operator.applyTranspose(other, otherOut);
      } else {
        Workers.split(
            entries.length,
            AT_ONCE,
            2 * cost,
            (from, to) -> multiply(v, out, other, otherOut, from, to));
      }
    }

    private void multiply(double[] v, double[] out, int from, int to) {
      int p = from;
      for (; p + AT_ONCE <= to && dense.length > 0; p += AT_ONCE) {
        Arrays.fill(out, p, p + AT_ONCE, 0);
        RowProducts.addEightInnerProducts(dense, p, v, v.length, out, p);
      }
      for (; p < to; p++) {
        out[p] = entries[p].dot(v);
      }
    }

    private void multiply(
        double[] v, double[] out, double[] other, double[] otherOut, int from, int to) {
      int p = from;
      for (; p + AT_ONCE <= to && dense.length > 0; p += AT_ONCE) {
        Arrays.fill(out, p, p + AT_ONCE, 0);
        Arrays.fill(otherOut, p, p + AT_ONCE, 0);
        RowProducts.addFourInnerProducts(dense, p, v, out, other, otherOut, p);
        RowProducts.addFourInnerProducts(dense, p + 4, v, out, other, otherOut, p + 4);
      }
      for (; p < to; p++) {
        out[p] = entries[p].dot(v);
        otherOut[p] = entries[p].dot(other);
      }
    }
  }
}
