package io.github.sea4j.search;

import io.github.sea4j.linalg.TopK;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Steps on sorted index arrays that several exchange algorithms share. */
public final class Supports {

  /** A residual must fall by this share of itself to count as progress. */
  private static final double PROGRESS = 1e-12;

  private Supports() {}

  /**
   * The indices of the k largest entries by absolute value, sorted; all of them if there are fewer.
   */
  public static int[] largest(double[] values, int k) {
    int[] indices = TopK.firstIndices(Math.min(k, values.length));
    new TopK(values.length).select(values, indices);
    return indices;
  }

  /** The support with one more column, which it does not have; a new array. */
  public static int[] with(int[] support, int entering) {
    int[] larger = Arrays.copyOf(support, support.length + 1);
    larger[support.length] = entering;
    Arrays.sort(larger);
    return larger;
  }

  /** The support without its entry at {@code position} and with column {@code entering}. */
  public static int[] exchange(int[] support, int position, int entering) {
    int[] exchanged = support.clone();
    exchanged[position] = entering;
    Arrays.sort(exchanged);
    return exchanged;
  }

  /**
   * A support filled up to {@code size} with the lowest columns that it lacks, or cut to it; for
   * starts that name fewer columns than are asked for.
   */
  public static int[] complete(int[] support, int size) {
    int[] full = Arrays.copyOf(support, size);
    int count = Math.min(support.length, size);
    for (int j = 0; count < size; j++) {
      if (Arrays.binarySearch(support, j) < 0) {
        full[count++] = j;
      }
    }
    Arrays.sort(full);
    return full;
  }

  /** Index of the smallest absolute value, the first of equals. */
  public static int smallestMagnitude(double[] values) {
    int position = 0;
    for (int i = 1; i < values.length; i++) {
      if (Math.abs(values[i]) < Math.abs(values[position])) {
        position = i;
      }
    }
    return position;
  }

  /** The indices in either of two sorted arrays, sorted. */
  public static int[] union(int[] a, int[] b) {
    return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).distinct().sorted().toArray();
  }

  /** Whether a residual norm fell enough to count. */
  public static boolean isDecrease(double before, double after) {
    return after < before * (1 - PROGRESS);
  }
}
