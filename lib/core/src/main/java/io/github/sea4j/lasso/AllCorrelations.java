package io.github.sea4j.lasso;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Every column is watched, by the Gram columns of the active ones. */
final class AllCorrelations extends Correlations {

  /** Entries of Gram columns below which these are always used. */
  private static final long FEW = 2_000_000;

  private final LinearOperator operator;
  private final ColumnCache cache;
  private final double[] initial;

  AllCorrelations(LinearOperator operator, ColumnCache cache, double[] initial) {
    this.operator = operator;
    this.cache = cache;
    this.initial = initial;
    int n = initial.length;
    watch(IntStream.range(0, n).toArray(), initial.clone(), new double[n]);
  }

  @Override
  int position(int j) {
    return j;
  }

  @Override
  void innerProducts(int j, ActiveColumns active, double[] out) {
    PackedVector gram = cache.gram(j);
    for (int i = 0; i < active.size(); i++) {
      out[i] = gram.get(active.column(i));
    }
  }

  /** {@inheritDoc} By a product where the Gram columns have more entries. */
  @Override
  void multiply(ActiveColumns active, double[] weights, double[] out) {
    PackedVector[] gram = new PackedVector[active.size()];
    long entries = 0;
    for (int i = 0; i < gram.length; i++) {
      gram[i] = cache.gram(active.column(i));
      entries += gram[i].entries();
    }
    if (entries > Math.max(FEW, operator.productCost())) {
      double[] image = new double[operator.rows()];
      cache.addProduct(active.columns(), weights, image);
      operator.applyTranspose(image, out);
    } else {
      Arrays.fill(out, 0);
      PackedVector.addTo(weights, gram, gram.length, out);
    }
  }

  @Override
  void recompute(ActiveColumns active) {
    double[] correlation = correlations();
    multiply(active, active.coefficients(), correlation);
    for (int j = 0; j < correlation.length; j++) {
      correlation[j] = initial[j] - correlation[j];
    }
  }

  @Override
  boolean cover(double fall) {
    return true;
  }

  @Override
  void lookAround(double lambda, double fall, ActiveColumns active) {
    throw new IllegalStateException("all columns are watched");
  }
}
