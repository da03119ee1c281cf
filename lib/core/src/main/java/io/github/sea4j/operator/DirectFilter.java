package io.github.sea4j.operator;

/**
 * Direct sums, for short kernels: eight results at a time.
 *
 * <p>Every result is one chain of fused additions in the order of the taps, so equal windows give
 * equal bits wherever they lie. Eight independent chains hide the latency of an addition; adding up
 * scaled copies of the window instead, in loops that the JIT compiler can vectorise, was no faster
 * (10 to 12 GFLOP/s against 13), as every result is then read and written for every few taps.
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
    int i = 0;
    for (; i + 7 < count; i += 8) {
      eightResults(window, i, out, start + i);
    }
    for (; i < count; i++) {
      double sum = 0;
      for (int p = 0; p < taps.length; p++) {
        sum = Math.fma(taps[p], window[i + p], sum);
      }
      out[start + i] = sum;
    }
  }

  private void eightResults(double[] window, int from, double[] out, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int w = from;
    for (double tap : taps) {
      s0 = Math.fma(tap, window[w], s0);
      s1 = Math.fma(tap, window[w + 1], s1);
      s2 = Math.fma(tap, window[w + 2], s2);
      s3 = Math.fma(tap, window[w + 3], s3);
      s4 = Math.fma(tap, window[w + 4], s4);
      s5 = Math.fma(tap, window[w + 5], s5);
      s6 = Math.fma(tap, window[w + 6], s6);
      s7 = Math.fma(tap, window[w + 7], s7);
      w++;
    }
    out[to] = s0;
    out[to + 1] = s1;
    out[to + 2] = s2;
    out[to + 3] = s3;
    out[to + 4] = s4;
    out[to + 5] = s5;
    out[to + 6] = s6;
    out[to + 7] = s7;
  }
}
