package io.github.sea4j.theory;

import io.github.sea4j.operator.LinearOperator;

/** Brings columns to unit norm, the scale of every statement in this package. */
final class UnitScale {

  private UnitScale() {}

  static LinearOperator columnsOf(LinearOperator operator) {
    double[] norms = operator.columnNorms();
    double[] factors = new double[norms.length];
    for (int j = 0; j < norms.length; j++) {
      factors[j] = 1 / norms[j];
      if (!Double.isFinite(factors[j]) || !Double.isFinite(norms[j])) {
        throw new IllegalArgumentException(
            "operator: column %d must have a positive finite norm, but it is %s"
                .formatted(j, norms[j]));
      }
    }
    return operator.scaleColumns(factors);
  }
}
