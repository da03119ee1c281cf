package io.github.sea4j.model;

import io.github.sea4j.data.DataFormat.Missing;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.loss.GlmLoss;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a design as a problem for solvers. All that is learned from rows is learned from
 * these alone: the means that stand in for missing values, the centres and scales of columns.
 *
 * <p>Columns are centred where there is an intercept, which changes no fit but its rounding errors.
 * Immutable but for the problem's own caches; serves any number of threads.
 */
public final class Training {

  /** Means of counts beyond e to this count as that large, so that no deviance is infinite. */
  private static final double LARGEST_ETA = 100;

  private final Design design;
  private final int[] rows;
  private final double[] means;
  private final double[] centres;
  private final double[][] columns;
  private final double[] y;
  private final GlmLoss loss;
  private final SparseProblem problem;

  private Training(Design design, int[] rows) {
    this.design = design;
    this.rows = rows;
    int terms = design.terms().size();
    means = new double[terms];
    centres = new double[terms];
    columns = new double[terms][];
    for (int j = 0; j < terms; j++) {
      means[j] = mean(design.columns()[j]);
      centres[j] = design.question().intercept() ? means[j] : 0;
      columns[j] = centred(j);
    }
    y = Arrays.stream(rows).mapToDouble(design::y).toArray();
    loss = glm();
    SparseProblem single = problem(columns, design.forced());
    problem = design.isGrouped() ? single.withGroups(design.groupOf()) : single;
  }

  static Training of(Design design, int[] rows) {
    return new Training(design, rows);
  }

  private double mean(double[] column) {
    double sum = 0;
    double weight = 0;
    boolean constant = true;
    double first = Double.NaN;
    for (int row : rows) {
      if (!Double.isNaN(column[row])) {
        first = Double.isNaN(first) ? column[row] : first;
        constant &= column[row] == first;
        sum += design.weight(row) * column[row];
        weight += design.weight(row);
      }
    }
    if (weight == 0) {
      return 0;
    }
    // Of equal numbers exactly: a constant column has to vanish.
    return constant ? first : sum / weight;
  }

  private double[] centred(int term) {
    double[] column = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double value = design.columns()[term][rows[i]];
      column[i] = (Double.isNaN(value) ? means[term] : value) - centres[term];
    }
    return column;
  }

  private GlmLoss glm() {
    GlmLoss plain = design.question().loss().glm();
    GlmLoss full = plain.withIntercept(design.question().intercept());
    if (design.weights() != null) {
      full = full.withWeights(Arrays.stream(rows).mapToDouble(design::weight).toArray());
    }
    return design.offset() == null
        ? full
        : full.withOffset(Arrays.stream(rows).mapToDouble(design::offset).toArray());
  }

  private SparseProblem problem(double[][] some, Support forced) {
    double[][] matrix = new double[rows.length][some.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < some.length; j++) {
        matrix[i][j] = some[j][i];
      }
    }
    SparseProblem made =
        SparseProblem.of(DenseOperator.of(matrix), y, Math.min(1, some.length)).withLoss(loss);
    made = forced.size() == 0 ? made : made.withForced(forced);
    return design.question().nonNegative() ? made.withNonNegative() : made;
  }

  /** The question that was asked, as numbers. */
  public Design design() {
    return design;
  }

  /** How many rows. */
  public int size() {
    return rows.length;
  }

  /** The sum of their weights. */
  public double weight() {
    return Arrays.stream(rows).mapToDouble(design::weight).sum();
  }

  /** Refuses a size that there is none of. */
  public void requireSize(int k) {
    int bound = Math.min(design.choices(), rows.length);
    if (k < 0 || k > bound) {
      throw new IllegalArgumentException(
          "size must be between 0 and min(rows, columns to choose from) = %d, but is %d"
              .formatted(bound, k));
    }
  }

  /** What a solver finds for a size. */
  public SizeFit solve(Solver solver, int k) {
    requireSize(k);
    return inUnits(solver.solve(problem.withSparsity(k), Run.unlimited()), null);
  }

  /** The fit on given terms; those that are forced in are added. */
  public SizeFit fit(Support support) {
    Support all = support.union(design.forced());
    if (all.size() == 0) {
      return solve(new Omp(), 0);
    }
    double[][] some =
        IntStream.of(all.toArray()).mapToObj(j -> columns[j]).toArray(double[][]::new);
    Support each = Support.of(IntStream.range(0, some.length).toArray());
    return inUnits(new Omp().solve(problem(some, each).withSparsity(0)), all);
  }

  private SizeFit inUnits(Solution solution, @Nullable Support names) {
    Support support = names == null ? solution.support() : names;
    double[] coefficients = names == null ? solution.coefficients() : solution.x().toDense();
    double intercept = solution.intercept();
    for (int i = 0; i < coefficients.length; i++) {
      intercept -= coefficients[i] * centres[support.get(i)];
    }
    return new SizeFit(
        support, coefficients, intercept, solution.deviance(), solution.ridge(), solution.status());
  }

  /** The linear predictor of a fit in a row of the design, be it one of these rows or not. */
  public double eta(SizeFit fit, int row) {
    double eta = fit.intercept() + design.offset(row);
    for (int i = 0; i < fit.coefficients().length; i++) {
      int term = fit.support().get(i);
      double value = design.columns()[term][row];
      eta += fit.coefficients()[i] * (Double.isNaN(value) ? means[term] : value);
    }
    return eta;
  }

  /** The deviance of a fit in other rows, weighted; finite. */
  public double deviance(SizeFit fit, int... others) {
    double sum = 0;
    for (int row : others) {
      double eta = eta(fit, row);
      double bounded =
          design.question().loss() == LossKind.POISSON ? Math.min(eta, LARGEST_ETA) : eta;
      sum += design.weight(row) * design.question().loss().deviance(design.y(row), bounded);
    }
    return sum;
  }

  /**
   * How steeply the loss falls where a choice enters a fit, on columns of unit norm, one number for
   * each of {@link Design#groups}: for several terms the norm of the slopes' projection on them. 0
   * for terms that are constant.
   */
  public double[] slopes(SizeFit fit) {
    return new Slopes(this, fit).ofGroups();
  }

  /**
   * How sure each coefficient of a fit is to differ from 0: its size beside its standard error, or
   * on columns of unit norm where there is no error.
   */
  public double[] significance(SizeFit fit) {
    double[] errors = StandardErrors.of(this, fit);
    boolean whole = Arrays.stream(errors).noneMatch(Double::isNaN);
    double[] ratios = new double[errors.length];
    for (int i = 0; i < ratios.length; i++) {
      int term = fit.support().get(i);
      double size = Math.abs(fit.coefficients()[i]);
      double norm = Math.sqrt(Arrays.stream(scaled(term)).map(v -> v * v).sum());
      ratios[i] = whole ? size * (1 / errors[i]) : Math.scalb(size, exponent(term)) * norm;
    }
    return ratios;
  }

  /** The mean of a term in these rows, which stands in for missing values. */
  double mean(int term) {
    return means[term];
  }

  /** Of the largest entry of a column: squares of {@link #scaled} entries stay within the range. */
  int exponent(int term) {
    return PowerOfTwo.exponent(columns[term]);
  }

  /** A column over two to the power of its {@link #exponent}, which is exact; a new array. */
  double[] scaled(int term) {
    return PowerOfTwo.scaled(columns[term], exponent(term));
  }

  GlmLoss loss() {
    return loss;
  }

  int row(int i) {
    return rows[i];
  }

  /**
   * The model of a fit on these rows, with standard errors.
   *
   * @param k the size asked for
   * @param solver that found it
   */
  public Model model(SizeFit fit, int k, String solver) {
    Regression asked = design.question();
    double[] errors = StandardErrors.of(this, fit);
    List<Model.Term> terms =
        IntStream.range(0, errors.length).mapToObj(i -> term(fit, i, errors[i])).toList();
    double nothing = fit(design.forced()).deviance();
    return new Model(
        asked.loss(),
        design.target().labels(),
        new LinearPredictor(
            asked.target(),
            fit.intercept(),
            terms,
            design.inputs(),
            asked.offsetColumn(),
            asked.weightsColumn(),
            asked.subjectsColumn(),
            asked.table().format().missing() == Missing.MEANS),
        new Model.Fitting(solver, k, size(), fit.deviance(), nothing, fit.status().toString()));
  }

  private Model.Term term(SizeFit fit, int i, double error) {
    int term = fit.support().get(i);
    return new Model.Term(
        design.terms().get(term),
        fit.coefficients()[i],
        error,
        mean(term),
        design.forced().contains(term));
  }
}
