package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.Chance;
import io.github.sea4j.bayes.move.Cut;
import io.github.sea4j.bayes.move.Neighbourhoods;
import io.github.sea4j.bayes.move.Spikes;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What is sampled: supports and amplitudes given {@code y = A x + e}, Gaussian e, all supports of
 * one size equally likely.
 */
final class SpikeModel {

  private final Neighbourhoods neighbourhoods;
  private final double[] scale;
  private final AmplitudeLaw law;
  private final boolean choosesSize;
  private final boolean tempersLaw;
  private final double[] correlations;
  private final double squaredNorm;
  private final int rows;
  private final int most;

  /**
   * @param operator A with columns of unit norm
   * @param y not zero
   * @param most number of spikes, or the largest one
   * @param mustStop ends what takes long
   */
  SpikeModel(
      LinearOperator operator,
      double[] y,
      int most,
      PosteriorSettings settings,
      BooleanSupplier mustStop) {
    this.neighbourhoods = new Neighbourhoods(operator, mustStop);
    this.scale = settings.scale(operator.columns());
    this.law = settings.law();
    this.choosesSize = settings.choosesSize();
    this.tempersLaw = settings.tempersLaw();
    this.correlations = new double[operator.columns()];
    operator.applyTranspose(y, correlations);
    this.squaredNorm = Vectors.dot(y, y);
    this.rows = y.length;
    this.most = most;
  }

  Neighbourhoods neighbourhoods() {
    return neighbourhoods;
  }

  /** Amplitude on a column of unit norm of a user's coefficient 1; shared. */
  double[] scale() {
    return scale;
  }

  AmplitudeLaw law() {
    return law;
  }

  /** What the law leaves of the Gaussians. */
  Cut cut() {
    return law.cut();
  }

  /** Whether the number of spikes is part of what is sampled. */
  boolean choosesSize() {
    return choosesSize;
  }

  /** Whether the law gets broader with temperature. */
  boolean tempersLaw() {
    return tempersLaw;
  }

  /** {@code ||y||²}. */
  double squaredNorm() {
    return squaredNorm;
  }

  /** m. */
  int rows() {
    return rows;
  }

  /** n. */
  int columns() {
    return correlations.length;
  }

  /** Number of spikes, or the largest one. */
  int most() {
    return most;
  }

  /** No spike at all. */
  Spikes empty() {
    return new Spikes(neighbourhoods, correlations, squaredNorm, most);
  }

  /**
   * The largest correlation in magnitude becomes a spike of that amplitude, k times. Once it must
   * stop, those that follow are empty and take nothing out of the measurements.
   */
  Spikes greedy() {
    Spikes spikes = empty();
    double[] c = spikes.correlations();
    while (spikes.size() < most) {
      int best = -1;
      for (int j = 0; j < c.length; j++) {
        if (spikes.isFree(j) && (best < 0 || Math.abs(c[j]) > Math.abs(c[best]))) {
          best = j;
        }
      }
      add(spikes, best, within(best, c[best]));
    }
    return spikes;
  }

  /** Spikes at random columns, as small as the law allows. */
  Spikes random(Chance chance) {
    Spikes spikes = empty();
    while (spikes.size() < most) {
      int j = chance.below(columns());
      if (spikes.isFree(j)) {
        add(spikes, j, within(j, 0));
      }
    }
    return spikes;
  }

  private static void add(Spikes spikes, int j, double amplitude) {
    try {
      spikes.add(j, amplitude);
    } catch (CancellationException stop) {
      spikes.add(j, 0);
    }
  }

  /** The nearest amplitude that the law allows. */
  private double within(int j, double amplitude) {
    int only = cut().sign();
    double sign = only != 0 ? only : amplitude < 0 ? -1 : 1;
    double magnitude = amplitude * sign / scale[j];
    return sign * scale[j] * Math.min(law.high(), Math.max(law.low(), magnitude));
  }

  /** Computes what is left of the measurements afresh. */
  void refresh(Spikes spikes) {
    spikes.refresh(correlations, squaredNorm);
  }
}
