package io.github.sea4j.fit;

import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.PackedVector;

/** Some columns in the order of a factorisation, and their Gram matrix for it. */
final class HeldColumns implements GramCholesky.Source {

  /** The columns; shared. */
  final int[] index;

  /** The Gram column {@code A'a_j} of each, once fetched; shared. */
  final PackedVector[] gram;

  private final GramGradient fromGram;

  HeldColumns(int capacity, GramGradient fromGram) {
    this.index = new int[capacity];
    this.gram = new PackedVector[capacity];
    this.fromGram = fromGram;
  }

  /** Exchanges two columns. */
  void swap(int i, int l) {
    int column = index[i];
    PackedVector itsGram = gram[i];
    index[i] = index[l];
    gram[i] = gram[l];
    index[l] = column;
    gram[l] = itsGram;
  }

  @Override
  public void row(int i, int from, int to, double[] out) {
    PackedVector column = gram[i];
    if (column.isDense()) {
      double[] dense = column.dense();
      for (int c = from; c < to; c++) {
        out[c] = dense[index[c]];
      }
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
