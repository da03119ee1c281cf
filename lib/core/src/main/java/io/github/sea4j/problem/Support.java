package io.github.sea4j.problem;

import java.util.Arrays;

/** An immutable set of column indices, 0-based and sorted. */
public final class Support {

  private static final Support EMPTY = new Support(new int[0]);

  private final int[] indices;

  private Support(int[] sorted) {
    this.indices = sorted;
  }

  /**
   * The support with these indices, in any order.
   *
   * @throws IllegalArgumentException on a negative or repeated index
   */
  public static Support of(int... indices) {
    int[] sorted = indices.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] < 0) {
        throw new IllegalArgumentException("index must be >= 0, but is " + sorted[i]);
      }
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        throw new IllegalArgumentException("index " + sorted[i] + " is repeated");
      }
    }
    return new Support(sorted);
  }

  /** The support without any index. */
  public static Support empty() {
    return EMPTY;
  }

  /** Number of indices. */
  public int size() {
    return indices.length;
  }

  /**
   * The i-th smallest index.
   *
   * @param i from 0 to size - 1
   * @throws IllegalArgumentException if there is none
   */
  public int get(int i) {
    if (i < 0 || i >= indices.length) {
      throw new IllegalArgumentException(
          "i must be at least 0 and below the size %d, but is %d".formatted(indices.length, i));
    }
    return indices[i];
  }

  /** Whether column {@code j} belongs to the support; O(log size). */
  public boolean contains(int j) {
    return Arrays.binarySearch(indices, j) >= 0;
  }

  /** The sorted indices, as a new array. */
  public int[] toArray() {
    return indices.clone();
  }

  /** The indices in both supports. */
  public Support intersect(Support other) {
    return new Support(Arrays.stream(indices).filter(other::contains).toArray());
  }

  /** The indices of this support that are not in the other. */
  public Support minus(Support other) {
    return new Support(Arrays.stream(indices).filter(j -> !other.contains(j)).toArray());
  }

  /** The indices in either support. */
  public Support union(Support other) {
    int[] added = other.minus(this).indices;
    int[] all = Arrays.copyOf(indices, indices.length + added.length);
    System.arraycopy(added, 0, all, indices.length, added.length);
    Arrays.sort(all);
    return new Support(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Support that && Arrays.equals(indices, that.indices);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(indices);
  }

  @Override
  public String toString() {
    return Arrays.toString(indices);
  }
}
