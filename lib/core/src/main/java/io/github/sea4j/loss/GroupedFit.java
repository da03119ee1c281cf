package io.github.sea4j.loss;

import io.github.sea4j.fit.ExplorationScores;
import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.SparsePoint;
import io.github.sea4j.linalg.UpdatableCholesky;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The fit on groups of columns that move, each seen as one column: see {@link GroupedLoss}. */
public final class GroupedFit implements Fit, SparsePoint, ExplorationScores {

  /** A column with less than this squared part outside the others of its group does not count. */
  private static final double DEPENDENT = 1e-10;

  private final GroupedLoss loss;
  private final LinearOperator operator;
  private final Fit fit;
  private final double[] full;
  private final double[][] @Nullable [] columns;
  private final @Nullable UpdatableCholesky[] factors;
  private final int[] @Nullable [] kept;
  private int[] support = {};

  GroupedFit(GroupedLoss loss, LinearOperator operator, Fit fit) {
    this.loss = loss;
    this.operator = operator;
    this.fit = fit;
    this.full = new double[operator.columns()];
    this.columns = new double[loss.count()][][];
    this.factors = new UpdatableCholesky[loss.count()];
    this.kept = new int[loss.count()][];
  }

  @Override
  public void moveTo(int[] groups) {
    support = groups.clone();
    fit.moveTo(loss.members(groups));
  }

  /** {@inheritDoc} For groups the fit: coefficients of their columns are not given freely. */
  @Override
  public void set(int[] groups, double[] coefficients) {
    moveTo(groups);
  }

  @Override
  public double imageNorm(int[] groups, double[] d) {
    throw new IllegalArgumentException("groups: steps of normalised length are not made for them");
  }

  @Override
  public void gradient(double[] g) {
    fit.gradient(full);
    for (int u = 0; u < g.length; u++) {
      g[u] = -projectionNorm(u, full);
    }
    for (int u : support) {
      g[u] = 0;
    }
  }

  /** {@code ||R^-T g_G||} for {@code A_G'A_G = R'R}. */
  private double projectionNorm(int u, double[] g) {
    int[] group = loss.group(u);
    if (group.length == 1) {
      return Math.abs(g[group[0]]);
    }
    if (loss.isOrthogonal()) {
      double squares = 0;
      for (int j : group) {
        squares += g[j] * g[j];
      }
      return Math.sqrt(squares);
    }
    UpdatableCholesky factor = factor(u);
    int[] independent = Objects.requireNonNull(kept[u]);
    double[] slopes = new double[independent.length];
    double[] solved = new double[independent.length];
    for (int i = 0; i < independent.length; i++) {
      slopes[i] = g[group[independent[i]]];
      solved[i] = slopes[i];
    }
    factor.solve(solved);
    return Math.sqrt(Math.max(0, Vectors.dot(slopes, solved)));
  }

  private double[][] columns(int u) {
    double[][] held = columns[u];
    if (held == null) {
      int[] group = loss.group(u);
      held = new double[group.length][operator.rows()];
      for (int i = 0; i < group.length; i++) {
        operator.column(group[i], held[i]);
      }
      columns[u] = held;
    }
    return held;
  }

  private UpdatableCholesky factor(int u) {
    UpdatableCholesky factor = factors[u];
    if (factor == null) {
      double[][] members = columns(u);
      factor = new UpdatableCholesky();
      int[] independent = new int[members.length];
      double[] row = new double[members.length];
      for (int i = 0; i < members.length; i++) {
        for (int b = 0; b < factor.size(); b++) {
          row[b] = Vectors.dot(members[i], members[independent[b]]);
        }
        if (factor.append(row, 1, DEPENDENT)) {
          independent[factor.size() - 1] = i;
        }
      }
      kept[u] = Arrays.copyOf(independent, factor.size());
      factors[u] = factor;
    }
    return factor;
  }

  @Override
  public ExplorationScores scores() {
    return this;
  }

  @Override
  public void slopes(double[] g) {
    ExplorationScores single = fit.scores();
    if (single == null) {
      fit.gradient(g);
    } else {
      single.slopes(g);
    }
  }

  /** {@inheritDoc} {@code ||R^-T X_G||} for {@code A_G'A_G = R'R}. */
  @Override
  public void scores(double[] x, double[] scores) {
    ExplorationScores single = fit.scores();
    double[] allowed = x;
    if (single != null) {
      allowed = full;
      single.scores(x, allowed);
    }
    for (int u = 0; u < scores.length; u++) {
      scores[u] = projectionNorm(u, allowed);
    }
  }

  /** {@inheritDoc} {@code A_G'A_G x_G} of the fit on the groups of the start. */
  @Override
  public double[] vectorOf(double[] start) {
    moveTo(IntStream.range(0, start.length).filter(u -> start[u] != 0).toArray());
    int[] members = fit.support();
    double[] x = fit.coefficients();
    double[] vector = new double[full.length];
    Vectors.scatter(x, members, members.length, vector);
    if (loss.isOrthogonal()) {
      return vector;
    }
    for (int u : support) {
      double[] image = image(u, members, x);
      int[] group = loss.group(u);
      for (int l = 0; l < group.length; l++) {
        vector[group[l]] = Vectors.dot(columns(u)[l], image);
      }
    }
    return vector;
  }

  @Override
  public boolean rankDeficient() {
    return fit.rankDeficient();
  }

  @Override
  public int[] support() {
    return support.clone();
  }

  @Override
  public double value() {
    return fit.value();
  }

  /** {@inheritDoc} {@code ||A_G x_G||} for each group. */
  @Override
  public double[] coefficients() {
    int[] members = fit.support();
    double[] x = fit.coefficients();
    double[] norms = new double[support.length];
    for (int i = 0; i < norms.length; i++) {
      int[] group = loss.group(support[i]);
      if (loss.isOrthogonal()) {
        norms[i] =
            Vectors.norm(
                Arrays.stream(group)
                    .mapToDouble(j -> x[Arrays.binarySearch(members, j)])
                    .toArray());
        continue;
      }
      norms[i] = Vectors.norm(image(support[i], members, x));
    }
    return norms;
  }

  /** {@code A_G x_G}; a new array. */
  private double[] image(int u, int[] members, double[] x) {
    double[][] held = columns(u);
    double[] image = new double[operator.rows()];
    for (int l = 0; l < held.length; l++) {
      Vectors.axpy(x[Arrays.binarySearch(members, loss.group(u)[l])], held[l], image);
    }
    return image;
  }

  /** The fit on the single columns; shared. */
  public Fit inner() {
    return fit;
  }
}
