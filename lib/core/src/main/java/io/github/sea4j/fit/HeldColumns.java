package io.github.sea4j.fit;

import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Some columns in the order of a factorisation, and their Gram matrix for it. */
final class HeldColumns implements GramCholesky.Source {

  /** The columns; shared. */
  final int[] index;

  /** The Gram column {@code A'a_j} of each, where it has been fetched; shared. */
  final @Nullable PackedVector[] gram;

  private final GramGradient fromGram;
  private final ColumnCache cache;

  HeldColumns(int capacity, GramGradient fromGram, ColumnCache cache) {
    this.cache = cache;
    this.index = new int[capacity];
    this.gram = new PackedVector[capacity];
    this.fromGram = fromGram;
  }

  /**
   * Whether the Gram columns of the first {@code count} are at hand, fetched now where that pays.
   *
   * @param buys whether to fetch as many as are missing
   */
  boolean holdGram(int count, IntPredicate buys) {
    int missing = 0;
    for (int i = 0; i < count; i++) {
      missing += gram[i] == null ? 1 : 0;
    }
    if (missing == 0) {
      return true;
    }
    if (!buys.test(missing)) {
      return false;
    }
    cache.fetchGram(index, count, () -> false);
    for (int i = 0; i < count; i++) {
      gram[i] = cache.gram(index[i]);
    }
    return true;
  }

  /** Exchanges two columns. */
  void swap(int i, int l) {
    int column = index[i];
    @Nullable PackedVector itsGram = gram[i];
    index[i] = index[l];
    gram[i] = gram[l];
    index[l] = column;
    gram[l] = itsGram;
  }

  @Override
  public void row(int i, int from, int to, double[] out) {
    PackedVector column = gram[i];
    if (column == null) {
      cache.innerProducts(index[i], index, from, to, out);
    } else if (column.isDense()) {
      Vectors.gather(column.dense(), index, from, to, out);
    } else {
      for (int c = from; c < to; c++) {
        out[c] = column.get(index[c]);
      }
    }
    if (from == i) {
      // Unit norm by construction; the product would add its rounding error to the pivot.
      out[i] = 1;
    }
  }

  @Override
  public double rightHandSide(int i) {
    return fromGram.correlation(index[i]);
  }
}
