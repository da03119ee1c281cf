package io.github.sea4j.linalg;

import java.util.Arrays;

/**
 * The few vector loops that everything else is made of, written so that the JIT compiles them well.
 */
public final class Vectors {

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

  /** {@code alpha x}, a new array. */
  public static double[] scaled(double alpha, double[] x) {
    double[] scaled = x.clone();
    scale(alpha, scaled);
    return scaled;
  }

  /** Euclidean norm of the first {@code length} entries, free of overflow and underflow. */
  public static double norm(double[] x, int length) {
    double squared = dot(x, x, length);
    if (squared > 1e-280 && squared < 1e280) {
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
