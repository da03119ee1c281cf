package io.github.sea4j.linalg;

/**
 * The k largest entries of a vector by absolute value, ties to the lowest index: the paper's {@code
 * largest_k}.
 *
 * <p>A selection starts from a guess, the support of the iteration before. Its smallest entry is a
 * bound that every member of the answer reaches, so one scan leaves a pool that is hardly larger
 * than k; the pool is then trimmed exactly. The guess changes the cost, never the answer.
 *
 * <p>Holds scratch memory of n entries; one object serves one thread.
 */
public final class TopK {

  /** Up to this many surplus indices, dropping the smallest one by one beats a full selection. */
  private static final int FEW = 24;

  private final int[] pool;
  private final double[] magnitudes;

  /** A selector for vectors of {@code length} entries. */
  public TopK(int length) {
    this.pool = new int[length];
    this.magnitudes = new double[length];
  }

  /**
   * Replaces {@code support} by the sorted indices of the {@code support.length} largest entries.
   *
   * @param v finite entries, as many as the selector was made for; read only
   * @param support in: any distinct sorted indices; out: the selection, sorted
   * @return whether the support changed
   */
  public boolean select(double[] v, int[] support) {
    double bound = Double.POSITIVE_INFINITY;
    for (int j : support) {
      bound = Math.min(bound, Math.abs(v[j]));
    }
    int size = 0;
    for (int j = 0; j < v.length; j++) {
      if (Math.abs(v[j]) >= bound) {
        pool[size++] = j;
      }
    }
    if (size - support.length <= FEW) {
      for (; size > support.length; size--) {
        dropSmallest(v, size);
      }
    } else {
      keepLargest(v, size, support.length);
    }
    return copyTo(support);
  }

  /** The guess for {@link #select} when nothing is known: the first k indices. */
  public static int[] firstIndices(int k) {
    int[] indices = new int[k];
    for (int i = 0; i < k; i++) {
      indices[i] = i;
    }
    return indices;
  }

  /**
   * The next k of n indices in lexicographic order, from {@link #firstIndices} on.
   *
   * @param indices sorted; replaced by the next ones, or left as they are after the last
   * @return false after the last
   */
  public static boolean nextIndices(int[] indices, int n) {
    int k = indices.length;
    int i = k - 1;
    while (i >= 0 && indices[i] == n - k + i) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    indices[i]++;
    for (int j = i + 1; j < k; j++) {
      indices[j] = indices[j - 1] + 1;
    }
    return true;
  }

  /** Removes the smallest entry of the pool; among equals the one of the highest index. */
  private void dropSmallest(double[] v, int size) {
    int smallest = 0;
    double value = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      double magnitude = Math.abs(v[pool[i]]);
      if (magnitude <= value) {
        value = magnitude;
        smallest = i;
      }
    }
    System.arraycopy(pool, smallest + 1, pool, smallest, size - smallest - 1);
  }

  /** Trims the pool to k entries: those above the k-th largest value, then equals in order. */
  private void keepLargest(double[] v, int size, int k) {
    for (int i = 0; i < size; i++) {
      magnitudes[i] = Math.abs(v[pool[i]]);
    }
    double kth = kthLargest(magnitudes, size, k);
    int above = 0;
    for (int i = 0; i < size; i++) {
      if (Math.abs(v[pool[i]]) > kth) {
        above++;
      }
    }
    int equalsWanted = k - above;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double magnitude = Math.abs(v[pool[i]]);
      if (magnitude > kth || (magnitude == kth && equalsWanted-- > 0)) {
        pool[kept++] = pool[i];
      }
    }
  }

  /**
   * The k-th largest of some numbers, by Hoare's selection: about 3 {@code size} comparisons.
   *
   * @param v numbers of which the first {@code size} take part, none NaN; put in another order
   * @param k 1 for the largest, at most {@code size}
   */
  public static double kthLargest(double[] v, int size, int k) {
    int low = 0;
    int high = size - 1;
    int target = k - 1;
    while (low < high) {
      double pivot = v[low + (high - low) / 2];
      int i = low;
      int j = high;
      while (i <= j) {
        while (v[i] > pivot) {
          i++;
        }
        while (v[j] < pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = v[i];
          v[i++] = v[j];
          v[j--] = swapped;
        }
      }
      if (target <= j) {
        high = j;
      } else if (target >= i) {
        low = i;
      } else {
        break;
      }
    }
    return v[target];
  }

  private boolean copyTo(int[] support) {
    boolean changed = false;
    for (int i = 0; i < support.length; i++) {
      changed |= support[i] != pool[i];
      support[i] = pool[i];
    }
    return changed;
  }
}
