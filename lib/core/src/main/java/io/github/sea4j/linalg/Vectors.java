package io.github.sea4j.linalg;

import java.util.Arrays;

/**
 * The few vector loops that everything else is made of, written so that the JIT compiles them well.
 */
public final class Vectors {

  /** Between these a sum of squares has neither over- nor underflown where it counts. */
  static final double SMALLEST_SQUARE = 1e-280;

  static final double LARGEST_SQUARE = 1e280;

  private Vectors() {}

  /**
   * Inner product of the first {@code length} entries.
   *
   * <p>Four partial sums: the JIT may not reorder a single floating-point sum, so one accumulator
   * would wait for each addition to finish.
   */
  public static double dot(double[] a, double[] b, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 = Math.fma(a[i], b[i], s0);
      s1 = Math.fma(a[i + 1], b[i + 1], s1);
      s2 = Math.fma(a[i + 2], b[i + 2], s2);
      s3 = Math.fma(a[i + 3], b[i + 3], s3);
    }
    for (; i < length; i++) {
      s0 = Math.fma(a[i], b[i], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Inner product of two vectors of the same length. */
  public static double dot(double[] a, double[] b) {
    return dot(a, b, a.length);
  }

  /**
   * The inner products of four vectors with one of the same length, each with the bits of {@link
   * #dot(double[], double[])}, in half the time: the sums of one vector wait for each other, and y
   * is read once for all.
   *
   * @param out mutated from {@code at} on
   */
  static void dotFour(
      double[] a, double[] b, double[] c, double[] d, double[] y, double[] out, int at) {
    double a0 = 0;
    double a1 = 0;
    double a2 = 0;
    double a3 = 0;
    double b0 = 0;
    double b1 = 0;
    double b2 = 0;
    double b3 = 0;
    double c0 = 0;
    double c1 = 0;
    double c2 = 0;
    double c3 = 0;
    double d0 = 0;
    double d1 = 0;
    double d2 = 0;
    double d3 = 0;
    int i = 0;
    for (; i + 3 < y.length; i += 4) {
      double y0 = y[i];
      double y1 = y[i + 1];
      double y2 = y[i + 2];
      double y3 = y[i + 3];
      a0 = Math.fma(a[i], y0, a0);
      a1 = Math.fma(a[i + 1], y1, a1);
      a2 = Math.fma(a[i + 2], y2, a2);
      a3 = Math.fma(a[i + 3], y3, a3);
      b0 = Math.fma(b[i], y0, b0);
      b1 = Math.fma(b[i + 1], y1, b1);
      b2 = Math.fma(b[i + 2], y2, b2);
      b3 = Math.fma(b[i + 3], y3, b3);
      c0 = Math.fma(c[i], y0, c0);
      c1 = Math.fma(c[i + 1], y1, c1);
      c2 = Math.fma(c[i + 2], y2, c2);
      c3 = Math.fma(c[i + 3], y3, c3);
      d0 = Math.fma(d[i], y0, d0);
      d1 = Math.fma(d[i + 1], y1, d1);
      d2 = Math.fma(d[i + 2], y2, d2);
      d3 = Math.fma(d[i + 3], y3, d3);
    }
    for (; i < y.length; i++) {
      a0 = Math.fma(a[i], y[i], a0);
      b0 = Math.fma(b[i], y[i], b0);
      c0 = Math.fma(c[i], y[i], c0);
      d0 = Math.fma(d[i], y[i], d0);
    }
    out[at] = (a0 + a1) + (a2 + a3);
    out[at + 1] = (b0 + b1) + (b2 + b3);
    out[at + 2] = (c0 + c1) + (c2 + c3);
    out[at + 3] = (d0 + d1) + (d2 + d3);
  }

  /** {@code y += alpha x} on the first {@code length} entries; mutates {@code y}. */
  public static void axpy(double alpha, double[] x, double[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] += alpha * x[i];
    }
  }

  /** {@code y += alpha x}; mutates {@code y}. */
  public static void axpy(double alpha, double[] x, double[] y) {
    axpy(alpha, x, y, x.length);
  }

  /** {@code x *= alpha}; mutates {@code x}. */
  public static void scale(double alpha, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= alpha;
    }
  }

  /** Moves x to a target; what is left in the target's place is the change. */
  public static void move(double[] x, double[] target) {
    for (int i = 0; i < x.length; i++) {
      double now = target[i];
      target[i] -= x[i];
      x[i] = now;
    }
  }

  /** {@code alpha x}, a new array. */
  public static double[] scaled(double alpha, double[] x) {
    double[] scaled = x.clone();
    scale(alpha, scaled);
    return scaled;
  }

  /** Euclidean norm of the first {@code length} entries, free of overflow and underflow. */
  public static double norm(double[] x, int length) {
    double squared = dot(x, x, length);
    if (squared > SMALLEST_SQUARE && squared < LARGEST_SQUARE) {
      return Math.sqrt(squared);
    }
    double max = 0;
    for (int i = 0; i < length; i++) {
      max = Math.max(max, Math.abs(x[i]));
    }
    if (max == 0 || !Double.isFinite(max)) {
      return max;
    }
    // Two steps: 2^exponent itself can lie outside the range of a double.
    int exponent = Math.getExponent(max);
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double v = Math.scalb(x[i], -exponent);
      sum += v * v;
    }
    return Math.scalb(Math.sqrt(sum), exponent);
  }

  /** Euclidean norm, free of overflow and underflow. */
  public static double norm(double[] x) {
    return norm(x, x.length);
  }

  /** Sum of the absolute values of the first {@code length} entries. */
  public static double norm1(double[] x, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Math.abs(x[i]);
    }
    return sum;
  }

  /** Index of the largest entry, the first of equals; at least one entry. */
  public static int indexOfLargest(double[] x) {
    int best = 0;
    for (int i = 1; i < x.length; i++) {
      if (x[i] > x[best]) {
        best = i;
      }
    }
    return best;
  }

  /** {@code out[i] = x[at[i]]} for {@code from <= i < to}. */
  public static void gather(double[] x, int[] at, int from, int to, double[] out) {
    for (int i = from; i < to; i++) {
      out[i] = x[at[i]];
    }
  }

  /** The entries at some indices; a new array. */
  public static double[] gather(double[] x, int[] at) {
    double[] some = new double[at.length];
    gather(x, at, 0, at.length, some);
    return some;
  }

  /** {@code out[at[i]] = some[i]} for {@code i < count}. */
  public static void scatter(double[] some, int[] at, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      out[at[i]] = some[i];
    }
  }

  /** A new array of ones. */
  public static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The index of the first entry that is NaN or infinite, or -1. */
  public static int firstNonFinite(double[] x) {
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i])) {
        return i;
      }
    }
    return -1;
  }

  /** {@code ||x||_inf}; 0 for no entries. */
  public static double largestMagnitude(double[] x) {
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
