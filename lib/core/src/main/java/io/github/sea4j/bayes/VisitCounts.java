package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.PlacementListener;
import io.github.sea4j.bayes.move.Spikes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one chain has seen: how often a spike was at each column, amplitudes, sizes, residuals.
 *
 * <p>In a sweep each spike moves once and is reported then. A single move adds its conditional
 * distribution rather than the column that it drew, which has the same mean and less noise (Rao and
 * Blackwell). Used by one thread at a time.
 */
final class VisitCounts implements PlacementListener {

  /** Further amplitudes are thinned out. */
  private static final int MOST_AMPLITUDES = 1 << 20;

  private final double[] visits;
  private final long[] sizes;
  private final double[] squaredResiduals;
  private final List<Spikes.Snapshot> snapshots = new ArrayList<>();
  private final int thinning;
  private int sweeps;

  /**
   * @param length number of columns
   * @param most largest number of spikes
   * @param sweeps how many will be seen at most
   */
  VisitCounts(int length, int most, int sweeps) {
    this.visits = new double[length];
    this.sizes = new long[most + 1];
    this.squaredResiduals = new double[sweeps];
    this.thinning = (int) (1 + (long) most * sweeps / MOST_AMPLITUDES);
  }

  @Override
  public void onConditional(int[] candidates, double[] weights, int count, double total) {
    double factor = 1 / total;
    for (int q = 0; q < count; q++) {
      visits[candidates[q]] += factor * weights[q];
    }
  }

  @Override
  public void onVisit(int column) {
    visits[column]++;
  }

  /** Adds the state after a sweep. */
  void addSweep(Spikes spikes) {
    sizes[spikes.size()]++;
    squaredResiduals[sweeps++] = spikes.squaredResidual();
    if (sweeps % thinning == 0) {
      snapshots.add(spikes.snapshot());
    }
  }

  /** Number of sweeps seen. */
  int sweeps() {
    return sweeps;
  }

  /** How often a spike was at each column, 0 to 1; a new array. */
  double[] inclusion() {
    double[] inclusion = new double[visits.length];
    for (int j = 0; j < inclusion.length; j++) {
      inclusion[j] = sweeps == 0 ? 0 : Math.min(1, visits[j] / sweeps);
    }
    return inclusion;
  }

  /** How often each size was seen, in sweeps; shared. */
  long[] sizes() {
    return sizes;
  }

  /** {@code ||r||²} after each sweep; a new array. */
  double[] squaredResiduals() {
    return Arrays.copyOf(squaredResiduals, sweeps);
  }

  /** The amplitudes of the spikes seen at each of these columns. */
  double[][] amplitudes(int[] columns) {
    int[] place = new int[visits.length];
    for (int i = 0; i < columns.length; i++) {
      place[columns[i]] = i + 1;
    }
    double[][] seen = new double[columns.length][];
    Arrays.fill(seen, new double[0]);
    int[] counts = new int[columns.length];
    for (Spikes.Snapshot snapshot : snapshots) {
      for (int i = 0; i < snapshot.columns().length; i++) {
        int to = place[snapshot.columns()[i]] - 1;
        if (to >= 0) {
          if (counts[to] == seen[to].length) {
            seen[to] = Arrays.copyOf(seen[to], 2 * counts[to] + 16);
          }
          seen[to][counts[to]++] = snapshot.amplitudes()[i];
        }
      }
    }
    for (int i = 0; i < seen.length; i++) {
      seen[i] = Arrays.copyOf(seen[i], counts[i]);
    }
    return seen;
  }
}
