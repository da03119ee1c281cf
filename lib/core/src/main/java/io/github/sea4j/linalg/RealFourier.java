package io.github.sea4j.linalg;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The discrete Fourier transform of real signals of one length, by JTransforms, on one thread
 * whatever its process-wide setting. Immutable, and safe for use by several threads at once.
 *
 * <p>The spectrum of a signal of n entries is packed into n numbers: real and imaginary parts in
 * turn, but for entry 1, which holds the real part at n/2 for even n and the imaginary part of the
 * last frequency for odd n.
 */
public final class RealFourier {

  private final int length;
  private final DoubleFFT_1D transform;

  /** A transform of signals of this many entries, at least 1. */
  public RealFourier(int length) {
    this.length = length;
    this.transform = new DoubleFFT_1D(length);
  }

  /** Replaces a signal by its spectrum; mutates it. */
  public void forward(double[] signal) {
    OneThread.run(length, () -> transform.realForward(signal));
  }

  /** Replaces a spectrum by its signal; mutates it. */
  public void inverse(double[] spectrum) {
    OneThread.run(length, () -> transform.realInverse(spectrum, true));
  }
}
