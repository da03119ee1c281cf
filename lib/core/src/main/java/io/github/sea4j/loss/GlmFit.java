package io.github.sea4j.loss;

import io.github.sea4j.fit.CurvedFit;
import io.github.sea4j.fit.CurvedFit.QuadraticModel;
import io.github.sea4j.fit.ExplorationScores;
import io.github.sea4j.linalg.UpdatableCholesky;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A generalised linear model on a support that moves; begins each fit at the one before.
 *
 * <p>Columns that depend on others of the support get coefficient zero, unless bounds keep those
 * from what the dependent ones may do. Cost of a move: some m k²/2 for one or two Hessians, 2 m k
 * for each step; of a gradient: one product with A'. Memory: a copy of every column met. Not
 * thread-safe.
 */
public final class GlmFit implements CurvedFit, ExplorationScores {

  /** A column with less than this squared part outside the others depends on them. */
  private static final double DEPENDENT = 1e-10;

  private static final int[] NONE = {};

  private final GlmModel model;
  private final LinearOperator operator;
  private final NewtonFit newton;
  private final BooleanSupplier hurry;
  private final @Nullable Box bounds;
  private final double[] @Nullable [] columns;

  /** Directions of the baseline and columns that are always in come first among those fitted. */
  private final double[][] first;

  private final double[] firstLower;
  private final double[] firstUpper;

  private int[] support = NONE;
  private double[] coefficients;
  private double[] atNone;
  private double valueAtNone;
  private double[][] gram = {};
  private boolean rankDeficient;

  GlmFit(GlmModel model, LinearOperator operator, NewtonFit newton, BooleanSupplier hurry) {
    this.model = model;
    this.operator = operator;
    this.newton = newton;
    this.hurry = hurry;
    this.bounds = model.bounds();
    this.columns = new double[operator.columns()][];
    FirstColumns always = model.first();
    this.first = always.columns();
    this.firstLower = always.box().lower();
    this.firstUpper = always.box().upper();
    this.coefficients = always.start();
    newton.fit(first, coefficients, box(NONE), new boolean[first.length], () -> false);
    this.atNone = coefficients.clone();
    this.valueAtNone = value();
  }

  @Override
  public void moveTo(int[] newSupport) {
    if (Arrays.equals(newSupport, support)) {
      return;
    }
    boolean cold = newton.ridge() > 0 || value() > valueAtNone;
    double[] start = Arrays.copyOf(cold ? atNone : coefficients, first.length + newSupport.length);
    Arrays.fill(start, first.length, start.length, 0);
    for (int i = 0; i < newSupport.length && !cold; i++) {
      int before = Arrays.binarySearch(support, newSupport[i]);
      start[first.length + i] = before < 0 ? 0 : coefficients[first.length + before];
    }
    updateGram(newSupport);
    support = newSupport.clone();
    boolean[] fixed = dependent();
    for (int i = 0; i < start.length; i++) {
      start[i] = fixed[i] ? 0 : start[i];
    }
    double[][] d = Arrays.copyOf(first, start.length);
    for (int i = 0; i < support.length; i++) {
      d[first.length + i] = column(support[i]);
    }
    coefficients = start;
    Box box = box(support);
    newton.fit(d, coefficients, box, fixed, hurry);
    if (box != null && rankDeficient) {
      // Within bounds a dependent column can do what those before it may not: -a where a must be 0.
      newton.fit(d, coefficients, box, new boolean[start.length], hurry);
    }
    if (newton.ridge() > 0 && value() > valueAtNone) {
      // The ridge keeps small what must be large: nothing beside the fit on none is then better.
      Arrays.fill(coefficients, first.length, coefficients.length, 0);
      System.arraycopy(atNone, 0, coefficients, 0, first.length);
      newton.moveTo(d, coefficients);
    }
  }

  private double[] column(int j) {
    double[] column = columns[j];
    if (column == null) {
      column = new double[operator.rows()];
      operator.column(j, column);
      columns[j] = column;
    }
    return column;
  }

  /** Inner products of the columns of the support; those of columns that stay are at hand. */
  private void updateGram(int[] newSupport) {
    double[][] fresh = new double[newSupport.length][newSupport.length];
    for (int a = 0; a < newSupport.length; a++) {
      int oldA = Arrays.binarySearch(support, newSupport[a]);
      for (int b = 0; b < a; b++) {
        int oldB = oldA < 0 ? -1 : Arrays.binarySearch(support, newSupport[b]);
        fresh[a][b] =
            oldB < 0 ? Vectors.dot(column(newSupport[a]), column(newSupport[b])) : gram[oldA][oldB];
        fresh[b][a] = fresh[a][b];
      }
    }
    gram = fresh;
  }

  /** Which columns depend on those before them. */
  private boolean[] dependent() {
    boolean[] dependent = new boolean[first.length + support.length];
    UpdatableCholesky cholesky = new UpdatableCholesky();
    int[] held = new int[support.length];
    double[] row = new double[support.length];
    rankDeficient = false;
    for (int a = 0; a < support.length; a++) {
      for (int b = 0; b < cholesky.size(); b++) {
        row[b] = gram[a][held[b]];
      }
      if (cholesky.append(row, 1, DEPENDENT)) {
        held[cholesky.size() - 1] = a;
      } else {
        dependent[first.length + a] = true;
        rankDeficient = true;
      }
    }
    return dependent;
  }

  private @Nullable Box box(int[] on) {
    if (bounds == null) {
      return null;
    }
    double[] lower = Arrays.copyOf(firstLower, first.length + on.length);
    double[] upper = Arrays.copyOf(firstUpper, first.length + on.length);
    for (int i = 0; i < on.length; i++) {
      lower[first.length + i] = bounds.lower()[on[i]];
      upper[first.length + i] = bounds.upper()[on[i]];
    }
    return new Box(lower, upper);
  }

  /**
   * {@inheritDoc} With bounds it is the projected gradient: zero too where a coefficient of zero
   * could move only to where its bounds forbid.
   */
  @Override
  public void gradient(double[] g) {
    operator.applyTranspose(newton.slope(), g);
    for (int j = 0; j < g.length && bounds != null; j++) {
      g[j] = bounds.blocks(j, 0, g[j]) ? 0 : g[j];
    }
    for (int j : support) {
      g[j] = 0;
    }
  }

  @Override
  public @Nullable ExplorationScores scores() {
    return bounds == null ? null : this;
  }

  /** {@inheritDoc} Zero on the support but where a bound holds a coefficient. */
  @Override
  public void slopes(double[] g) {
    operator.applyTranspose(newton.slope(), g);
    for (int i = 0; i < support.length; i++) {
      int j = support[i];
      boolean held = bounds != null && bounds.blocks(j, coefficients[first.length + i], g[j]);
      g[j] = held ? g[j] : 0;
    }
  }

  /** {@inheritDoc} A side that bounds forbid has score zero. */
  @Override
  public void scores(double[] x, double[] scores) {
    for (int j = 0; j < x.length; j++) {
      // Descent from zero goes to the side of X: along -g for g = -X.
      scores[j] = bounds != null && bounds.blocks(j, 0, -x[j]) ? 0 : x[j];
    }
  }

  @Override
  public double[] vectorOf(double[] start) {
    return start.clone();
  }

  @Override
  public QuadraticModel model() {
    return Quadratic.of(operator, model.directions(), newton, first, coefficients, support);
  }

  @Override
  public boolean rankDeficient() {
    return rankDeficient;
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
    return Arrays.copyOfRange(coefficients, first.length, coefficients.length);
  }

  /** The coefficients of the directions of the baseline; a new array. */
  public double[] baseline() {
    return Arrays.copyOf(coefficients, model.directions().length);
  }

  /** The coefficients of the columns that are always in; a new array. */
  public double[] always() {
    return Arrays.copyOfRange(coefficients, model.directions().length, first.length);
  }

  /** The ridge that was needed because there is no finite fit, 0 where there is one. */
  public double ridge() {
    return newton.ridge();
  }

  /** Whether the deviance can be brought as near to zero as one likes. */
  boolean isComplete() {
    return newton.isComplete();
  }
}
