package io.github.sea4j.linalg;

import org.jtransforms.fft.DoubleFFT_1D;
import pl.edu.icm.jlargearrays.ConcurrencyUtils;

/**
 * The discrete Fourier transform of real signals of one length, by JTransforms, on one thread.
 *
 * <p>JTransforms splits long transforms over as many threads as a setting of the whole process
 * says, and the bits depend on it. Here each call runs with one thread, so that the bits are the
 * same everywhere; the setting of the program around is put back afterwards, once the last call
 * under way has ended. Immutable, and safe for use by several threads at once.
 *
 * <p>The spectrum of a signal of n entries is packed into n numbers: real and imaginary parts in
 * turn, but for entry 1, which holds the real part at n/2 for even n and the imaginary part of the
 * last frequency for odd n.
 */
public final class RealFourier {

  /** From this length on JTransforms may use threads. */
  private static final int THREADED = 2048;

  private static final Object LOCK = new Object();

  /** Calls under way, and what the setting was before the first of them. */
  private static int underWay;

  private static int before;

  private final int length;
  private final DoubleFFT_1D transform;

  /** A transform of signals of this many entries, at least 1. */
  public RealFourier(int length) {
    this.length = length;
    this.transform = new DoubleFFT_1D(length);
  }

  /** Replaces a signal by its spectrum; mutates it. */
  public void forward(double[] signal) {
    alone(() -> transform.realForward(signal));
  }

  /** Replaces a spectrum by its signal; mutates it. */
  public void inverse(double[] spectrum) {
    alone(() -> transform.realInverse(spectrum, true));
  }

  private void alone(Runnable call) {
    if (length < THREADED) {
      call.run();
      return;
    }
    enter();
    try {
      call.run();
    } finally {
      leave();
    }
  }

  private static void enter() {
    synchronized (LOCK) {
      if (underWay == 0) {
        before = ConcurrencyUtils.getNumberOfThreads();
        ConcurrencyUtils.setNumberOfThreads(1);
      }
      underWay++;
    }
  }

  private static void leave() {
    synchronized (LOCK) {
      underWay--;
      if (underWay == 0) {
        ConcurrencyUtils.setNumberOfThreads(before);
      }
    }
  }
}
