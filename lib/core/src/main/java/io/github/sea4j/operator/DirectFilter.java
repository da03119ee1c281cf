package io.github.sea4j.operator;

import java.util.Arrays;

/**
 * Direct sums, for short kernels: scaled copies of the window are added up, four taps at a time.
 *
 * <p>In this form the JIT compiler makes vector instructions of the loop; the plain form, one inner
 * product for each result, it leaves scalar.
 */
final class DirectFilter extends SlidingFilter {

  /** Results of 8 kB and their window stay in the first-level cache. */
  private static final int LARGEST_BLOCK = 1024;

  private final double[] taps;
  private final int block;

  /** A filter for signals of n samples. */
  DirectFilter(double[] taps, int n) {
    this.taps = taps;
    this.block = Math.min(n, LARGEST_BLOCK);
  }

  @Override
  int taps() {
    return taps.length;
  }

  @Override
  int block() {
    return block;
  }

  @Override
  void filter(double[] window, int count, double[] out, int start) {
    Arrays.fill(out, start, start + count, 0);
    int p = 0;
    for (; p + 3 < taps.length; p += 4) {
      addFourTaps(p, window, count, out, start);
    }
    for (; p < taps.length; p++) {
      double t = taps[p];
      for (int i = 0; i < count; i++) {
        out[start + i] += t * window[i + p];
      }
    }
  }

  private void addFourTaps(int p, double[] window, int count, double[] out, int start) {
    double t0 = taps[p];
    double t1 = taps[p + 1];
    double t2 = taps[p + 2];
    double t3 = taps[p + 3];
    for (int i = 0; i < count; i++) {
      int w = i + p;
      out[start + i] +=
          (t0 * window[w] + t1 * window[w + 1]) + (t2 * window[w + 2] + t3 * window[w + 3]);
    }
  }
}
