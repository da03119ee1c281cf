package io.github.sea4j.linalg;

import org.jtransforms.dct.DoubleDCT_1D;

/**
 * The orthonormal discrete cosine transform of one length (type II), by JTransforms, on one thread
 * whatever its process-wide setting. Immutable, and safe for use by several threads at once.
 */
public final class CosineSeries {

  private final int length;
  private final DoubleDCT_1D transform;

  /** A transform of signals of this many entries, at least 1. */
  public CosineSeries(int length) {
    this.length = length;
    this.transform = new DoubleDCT_1D(length);
  }

  /** Replaces a signal by its coefficients; mutates it. */
  public void forward(double[] signal) {
    OneThread.run(length, () -> transform.forward(signal, true));
  }

  /** Replaces coefficients by their signal; mutates it. */
  public void inverse(double[] coefficients) {
    OneThread.run(length, () -> transform.inverse(coefficients, true));
  }
}
