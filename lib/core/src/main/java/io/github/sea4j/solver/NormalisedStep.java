package io.github.sea4j.solver;

import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;

/**
 * The step of NIHT and NHTP (Blumensath and Davies 2010, section III).
 *
 * <pre>
 * mu = ||g_S||² / ||A g_S||²                  on the present support S
 * where the support of H_k(x - mu g) differs from S:
 *   while mu > (1 - c) ||dx||² / ||A dx||²:  mu = mu / (kappa (1 - c))
 * </pre>
 *
 * <p>with c = 0.01 and kappa = 2. The first rule is the exact line search on S; the second makes a
 * change of support lower the residual.
 */
final class NormalisedStep {

  private static final double C = 0.01;
  private static final double KAPPA = 2;

  /** Halving this often reaches a step that changes nothing in double precision. */
  private static final int MOST_REDUCTIONS = 100;

  private final UnitNormProblem unit;
  private final TopK largest;
  private final double[] x;
  private final double[] proposal;
  private final double[] direction;
  private final double[] product;

  NormalisedStep(UnitNormProblem unit) {
    this.unit = unit;
    this.largest = new TopK(unit.columns());
    this.x = new double[unit.columns()];
    this.proposal = new double[unit.columns()];
    this.direction = new double[unit.columns()];
    this.product = new double[unit.rows()];
  }

  /** The dense vector {@code x - mu g} of the last step taken; shared. */
  double[] proposal() {
    return proposal;
  }

  /**
   * Takes the step from x and returns the support of the thresholded vector; see {@link #proposal}.
   */
  int[] propose(ThresholdedIterate iterate, double[] gradient) {
    iterate.copyTo(x);
    int[] present = iterate.support();
    int[] chosen = present.length == 0 ? largestOf(gradient) : present;
    double mu = onSupport(gradient, chosen);
    int[] next = advance(gradient, mu);
    for (int i = 0; i < MOST_REDUCTIONS && !Arrays.equals(next, chosen); i++) {
      if (mu <= (1 - C) * ratio(next)) {
        break;
      }
      mu /= KAPPA * (1 - C);
      next = advance(gradient, mu);
    }
    return next;
  }

  private int[] advance(double[] gradient, double mu) {
    System.arraycopy(x, 0, proposal, 0, x.length);
    Vectors.axpy(-mu, gradient, proposal);
    return largestOf(proposal);
  }

  private int[] largestOf(double[] v) {
    int[] indices = TopK.firstIndices(unit.sparsity());
    largest.select(v, indices);
    return indices;
  }

  /** {@code ||g_S||² / ||A g_S||²}; 1, the value for one unit column, where it is 0/0. */
  private double onSupport(double[] gradient, int[] support) {
    Arrays.fill(direction, 0);
    for (int j : support) {
      direction[j] = gradient[j];
    }
    return ratio();
  }

  /** {@code ||dx||² / ||A dx||²} for dx = H_k(proposal) - x. */
  private double ratio(int[] next) {
    for (int j = 0; j < x.length; j++) {
      direction[j] = -x[j];
    }
    for (int j : next) {
      direction[j] = proposal[j] - x[j];
    }
    return ratio();
  }

  private double ratio() {
    unit.operator().apply(direction, product);
    double length = Vectors.norm(direction);
    double image = Vectors.norm(product);
    return image == 0 ? 1 : (length / image) * (length / image);
  }
}
