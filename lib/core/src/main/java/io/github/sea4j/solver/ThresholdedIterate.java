package io.github.sea4j.solver;

import com.carrotsearch.hppc.IntObjectHashMap;
import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A k-sparse iterate x with its residual {@code y - A x}, and the best one met so far. */
final class ThresholdedIterate {

  private final UnitNormProblem unit;

  /** Columns met so far: few, and met again and again. */
  private final IntObjectHashMap<PackedVector> columns = new IntObjectHashMap<>();

  private final double[] dense;
  private final double[] residual;
  private int[] support = {};
  private double residualNorm;

  private int[] bestSupport = {};
  private double[] bestValues = {};
  private double bestResidualNorm = Double.POSITIVE_INFINITY;

  /** x = 0. */
  ThresholdedIterate(UnitNormProblem unit) {
    this.unit = unit;
    this.dense = new double[unit.columns()];
    this.residual = unit.measurements().clone();
    this.residualNorm = Vectors.norm(residual);
  }

  /** Sets x to a start. */
  void set(double[] x) {
    System.arraycopy(x, 0, dense, 0, dense.length);
    support = IntStream.range(0, x.length).filter(j -> x[j] != 0).toArray();
    updateResidual();
  }

  /** Sets x to these values on a support, zero elsewhere. */
  void set(int[] newSupport, double[] values) {
    Arrays.fill(dense, 0);
    for (int i = 0; i < newSupport.length; i++) {
      dense[newSupport[i]] = values[i];
    }
    support = newSupport.clone();
    updateResidual();
  }

  /** {@code g = A'(A x - y)}. */
  void gradient(double[] g) {
    unit.operator().applyTranspose(residual, g);
    Vectors.scale(-1, g);
  }

  /** Copies x, dense, to {@code out}. */
  void copyTo(double[] out) {
    System.arraycopy(dense, 0, out, 0, dense.length);
  }

  /** Replaces x by the proposal on the support, zero elsewhere; returns the norm of the change. */
  double threshold(double[] proposal, int[] newSupport) {
    double squared = 0;
    for (int j : support) {
      if (Arrays.binarySearch(newSupport, j) < 0) {
        squared += dense[j] * dense[j];
        dense[j] = 0;
      }
    }
    for (int j : newSupport) {
      double change = proposal[j] - dense[j];
      squared += change * change;
      dense[j] = proposal[j];
    }
    support = newSupport.clone();
    updateResidual();
    return Math.sqrt(squared);
  }

  private void updateResidual() {
    double[] y = unit.measurements();
    System.arraycopy(y, 0, residual, 0, y.length);
    for (int j : support) {
      column(j).addTo(-dense[j], residual);
    }
    residualNorm = Vectors.norm(residual);
  }

  private PackedVector column(int j) {
    PackedVector column = columns.get(j);
    if (column == null) {
      double[] entries = new double[unit.rows()];
      unit.operator().column(j, entries);
      column = PackedVector.of(entries);
      columns.put(j, column);
    }
    return column;
  }

  double residualNorm() {
    return residualNorm;
  }

  /** The support, sorted; shared. Empty at x = 0 before the first step. */
  int[] support() {
    return support;
  }

  double norm() {
    return Vectors.norm(coefficients());
  }

  /** The values on the support, in the order of its indices; a new array. */
  double[] coefficients() {
    return Arrays.stream(support).mapToDouble(j -> dense[j]).toArray();
  }

  void rememberIfBest() {
    if (residualNorm < bestResidualNorm) {
      bestResidualNorm = residualNorm;
      bestSupport = support;
      bestValues = coefficients();
    }
  }

  Outcome last(Status status) {
    return new Outcome(support, new SupportSolution(coefficients(), residualNorm, false), status);
  }

  Outcome best(Status status) {
    return new Outcome(
        bestSupport, new SupportSolution(bestValues, bestResidualNorm, false), status);
  }
}
