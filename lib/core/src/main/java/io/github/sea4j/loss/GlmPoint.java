package io.github.sea4j.loss;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.fit.SparsePoint;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** A sparse x that moves freely, with the baseline fitted beside it. */
public final class GlmPoint implements SparsePoint {

  private static final double TOLERANCE = 1e-12;

  private final GlmModel model;
  private final LinearOperator operator;
  private final BooleanSupplier hurry;
  private final ColumnCache cache;
  private final double[] known;
  private final double[] image;
  private final FirstColumns first;
  private final double[] beside;
  private final NewtonFit newton;
  private int[] support = {};
  private double[] values = {};

  GlmPoint(GlmModel model, LinearOperator operator, double[] measurements, BooleanSupplier hurry) {
    this.model = model;
    this.operator = operator;
    this.hurry = hurry;
    this.cache = new ColumnCache(operator);
    this.image = new double[measurements.length];
    this.known = new double[measurements.length];
    this.first = model.first();
    this.beside = first.start();
    this.newton = model.newton(measurements, known, TOLERANCE);
    set(support, values);
  }

  @Override
  public void set(int[] newSupport, double[] coefficients) {
    support = newSupport;
    values = coefficients;
    Arrays.fill(image, 0);
    cache.addProduct(support, values, image);
    double[] offset = model.offset(image.length);
    double[] s = model.rowScale();
    for (int i = 0; i < known.length; i++) {
      double scale = s == null ? 1 : s[i];
      known[i] = offset[i] + (scale > 0 ? image[i] / scale : 0);
    }
    Box box = model.bounds() == null ? null : first.box();
    newton.fit(first.columns(), beside, box, new boolean[beside.length], hurry);
  }

  /** {@inheritDoc} Zero where a coefficient could move only out of its bounds. */
  @Override
  public void gradient(double[] g) {
    operator.applyTranspose(newton.slope(), g);
    Box bounds = model.bounds();
    for (int j = 0; j < g.length && bounds != null; j++) {
      int at = Arrays.binarySearch(support, j);
      g[j] = bounds.blocks(j, at < 0 ? 0 : values[at], g[j]) ? 0 : g[j];
    }
  }

  /** {@inheritDoc} In the curvature of the loss at x. */
  @Override
  public double imageNorm(int[] columns, double[] d) {
    double[] along = new double[image.length];
    cache.addProduct(columns, d, along);
    double sum = 0;
    for (int i = 0; i < along.length; i++) {
      sum += newton.curvature()[i] * along[i] * along[i];
    }
    return Math.sqrt(sum);
  }

  @Override
  public int[] support() {
    return support.clone();
  }

  /** {@inheritDoc} The square root of the deviance. */
  @Override
  public double value() {
    return Math.sqrt(newton.deviance());
  }

  @Override
  public double[] coefficients() {
    return values.clone();
  }

  /** The coefficients of the directions of the baseline; a new array. */
  public double[] baseline() {
    return Arrays.copyOf(beside, model.directions().length);
  }

  /** The ridge that was needed because the baseline has no finite fit beside x, 0 where it has. */
  public double ridge() {
    return newton.ridge();
  }
}
