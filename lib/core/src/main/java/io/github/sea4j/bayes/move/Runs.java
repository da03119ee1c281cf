package io.github.sea4j.bayes.move;

import java.util.Arrays;

/**
 * An immutable vector stored by its runs of non-zeros. A Gram column of a convolution is one run,
 * or two where it wraps around, so that adding it is a plain loop.
 */
final class Runs {

  /** Entries below this vanish in the sums that Gram columns of unit-norm columns take part in. */
  private static final double NEGLIGIBLE = 1e-17;

  /** Shorter gaps are cheaper stored than skipped. */
  private static final int GAP = 4;

  private final int[] starts;
  private final double[][] values;

  private Runs(int[] starts, double[][] values) {
    this.starts = starts;
    this.values = values;
  }

  /** The runs of a vector; copied. */
  static Runs of(double[] dense) {
    int[] starts = new int[dense.length / (GAP + 1) + 1];
    int[] ends = new int[starts.length];
    int count = 0;
    for (int j = 0; j < dense.length; j++) {
      if (Math.abs(dense[j]) > NEGLIGIBLE) {
        if (count == 0 || j - ends[count - 1] >= GAP) {
          starts[count++] = j;
        }
        ends[count - 1] = j + 1;
      }
    }
    double[][] values = new double[count][];
    for (int i = 0; i < count; i++) {
      values[i] = Arrays.copyOfRange(dense, starts[i], ends[i]);
    }
    return new Runs(Arrays.copyOf(starts, count), values);
  }

  /** Number of entries stored. */
  long entries() {
    return Arrays.stream(values).mapToLong(run -> run.length).sum();
  }

  /** Entry {@code j}. */
  double get(int j) {
    for (int i = 0; i < starts.length; i++) {
      int place = j - starts[i];
      if (place >= 0 && place < values[i].length) {
        return values[i][place];
      }
    }
    return 0;
  }

  /** {@code y += alpha x}; mutates {@code y}. */
  void addTo(double alpha, double[] y) {
    for (int i = 0; i < starts.length; i++) {
      add(alpha, values[i], y, starts[i]);
    }
  }

  private static void add(double alpha, double[] x, double[] y, int from) {
    for (int i = 0; i < x.length; i++) {
      y[from + i] += alpha * x[i];
    }
  }
}
