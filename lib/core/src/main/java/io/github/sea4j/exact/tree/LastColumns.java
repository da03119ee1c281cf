package io.github.sea4j.exact.tree;

import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The last one or two columns of a support, by trying them all: the end of every branch, and the
 * move of an exchange.
 *
 * <p>The chosen columns are projected out of the candidates; a pair then costs a handful of
 * multiplications. Objectives are read off the Gram matrix with a bound on their error, and what
 * could be below the cutoff within that error is fitted by an orthogonal factorisation before it
 * counts; so is whatever depends on other columns to working precision. O(i² c + i c²) for i
 * columns chosen and c candidates, the second term for pairs only.
 */
final class LastColumns {

  /** Squared pivots below this are not trusted at all. */
  private static final double COLLINEAR = 1e-10;

  private final SubsetProblem problem;
  private final BooleanSupplier stop;
  private boolean stopped;
  private final GramCholesky cholesky;
  private final GramCholesky.Source source = new Chosen();
  private int[] chosen = {};
  private int[] candidates = {};
  private final double[][] projected;
  private final double[] gradient;
  private final double[] pivot;
  private final double[] row;

  private double cutoff;
  private SubsetProblem.@Nullable Fit best;

  /**
   * For one thread.
   *
   * @param stop asked between rows of pairs; a search that it ends has not seen every support
   */
  LastColumns(SubsetProblem problem, BooleanSupplier stop) {
    this.problem = problem;
    this.stop = stop;
    this.cholesky = new GramCholesky(problem.sparsity);
    this.projected = new double[problem.sparsity][problem.columns];
    this.gradient = new double[problem.columns];
    this.pivot = new double[problem.columns];
    this.row = new double[problem.columns];
  }

  private final class Chosen implements GramCholesky.Source {

    @Override
    public void row(int i, int from, int to, double[] out) {
      Vectors.gather(problem.gram[chosen[i]], chosen, from, to, out);
      if (from == i) {
        out[i] += problem.ridge;
      }
    }

    @Override
    public double rightHandSide(int i) {
      return problem.correlations[chosen[i]];
    }
  }

  /**
   * The best support of the chosen columns and at most {@code more} of the candidates.
   *
   * @param fixed the columns chosen; their order does not matter
   * @param free the candidates, none of them chosen
   * @param more 0, 1 or 2
   * @param below only a smaller objective counts
   * @return its fit, or null if none is below the cutoff
   */
  SubsetProblem.@Nullable Fit search(int[] fixed, int[] free, int more, double below) {
    cutoff = below;
    best = null;
    stopped = false;
    chosen = fixed;
    candidates = free;
    if (!cholesky.factor(0, fixed.length, COLLINEAR, source)) {
      everyFit(more);
      return best;
    }
    double base = problem.half - cholesky.squaredProjection() / 2;
    if (base - guard() < cutoff) {
      consider();
    }
    if (more > 0) {
      project();
      singles(base);
    }
    if (more > 1) {
      pairs(base);
    }
    return best;
  }

  /** Whether the last search was ended early. */
  boolean wasStopped() {
    return stopped;
  }

  private boolean mustStop() {
    stopped = stopped || stop.getAsBoolean();
    return stopped;
  }

  /**
   * Bound on the error of an objective from the Gram matrix, before division by the candidates'
   * pivots: the rounding of its entries and of the elimination, enlarged by the columns chosen.
   */
  private double guard() {
    int size = chosen.length + 2;
    double entry = (problem.rows + 2 * size + 8) * SubsetProblem.ROUNDOFF * (1 + problem.ridge);
    return 32 * size * entry * problem.half / Math.min(1, cholesky.smallestPivot());
  }

  /** Projects the chosen columns out; candidates that they span drop out. */
  private void project() {
    int width = candidates.length;
    for (int i = 0; i < chosen.length; i++) {
      Vectors.gather(problem.gram[chosen[i]], candidates, 0, width, projected[i]);
    }
    cholesky.forward(projected, width);
    for (int c = 0; c < width; c++) {
      pivot[c] = problem.q(candidates[c], candidates[c]);
      gradient[c] = problem.correlations[candidates[c]];
    }
    for (int i = 0; i < chosen.length; i++) {
      double[] explained = projected[i];
      double z = cholesky.projection(i);
      for (int c = 0; c < width; c++) {
        pivot[c] -= explained[c] * explained[c];
        gradient[c] -= explained[c] * z;
      }
    }
  }

  private void singles(double base) {
    double guard = 2 * guard();
    for (int c = 0; c < candidates.length; c++) {
      double gain = 2 * (base - cutoff);
      if (pivot[c] < COLLINEAR || gradient[c] * gradient[c] + guard > gain * pivot[c]) {
        consider(candidates[c]);
      }
    }
  }

  private void pairs(double base) {
    for (int c = 1; c < candidates.length && !mustStop(); c++) {
      correlate(c);
      if (pivot[c] < COLLINEAR) {
        for (int e = 0; e < c; e++) {
          consider(candidates[e], candidates[c]);
        }
        continue;
      }
      double inverse = 1 / pivot[c];
      double own = gradient[c] * gradient[c] * inverse;
      double guard = 2 * guard() * Math.max(1, inverse);
      double gain = 2 * (base - cutoff) - own;
      for (int e = 0; e < c; e++) {
        double factor = row[e] * inverse;
        double rest = pivot[e] - row[e] * factor;
        double slope = gradient[e] - gradient[c] * factor;
        if (slope * slope + guard > gain * rest || rest < COLLINEAR) {
          consider(candidates[e], candidates[c]);
          gain = 2 * (base - cutoff) - own;
        }
      }
    }
  }

  /** The products of candidate c with those before it, chosen columns projected out. */
  private void correlate(int c) {
    Vectors.gather(problem.gram[candidates[c]], candidates, 0, c, row);
    for (int i = 0; i < chosen.length; i++) {
      Vectors.axpy(-projected[i][c], projected[i], row, c);
    }
  }

  /** Every support by an orthogonal factorisation, where the chosen columns are dependent. */
  private void everyFit(int more) {
    consider();
    for (int c = 0; c < candidates.length && more > 0 && !mustStop(); c++) {
      consider(candidates[c]);
      for (int e = 0; e < c && more > 1; e++) {
        consider(candidates[e], candidates[c]);
      }
    }
  }

  private void consider(int... added) {
    int[] support = Arrays.copyOf(chosen, chosen.length + added.length);
    System.arraycopy(added, 0, support, chosen.length, added.length);
    Arrays.sort(support);
    SubsetProblem.Fit fit = problem.fit(support);
    if (fit.objective() < cutoff) {
      cutoff = fit.objective();
      best = fit;
    }
  }
}
