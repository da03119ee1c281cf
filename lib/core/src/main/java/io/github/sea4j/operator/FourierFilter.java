package io.github.sea4j.operator;

import io.github.sea4j.linalg.RealFourier;
import java.util.Arrays;

/**
 * Products in the Fourier domain, for long kernels: overlap-save in blocks of a power of two
 * (Oppenheim and Schafer, Discrete-Time Signal Processing, section 8.7).
 *
 * <p>One block of B samples gives {@code B - taps + 1} results for two real transforms of length B.
 */
final class FourierFilter extends SlidingFilter {

  private final int taps;
  private final int length;
  private final RealFourier transform;
  private final double[] spectrum;

  private FourierFilter(double[] taps, int length) {
    this.taps = taps.length;
    this.length = length;
    this.transform = new RealFourier(length);
    this.spectrum = new double[length];
    System.arraycopy(taps, 0, spectrum, 0, taps.length);
    transform.forward(spectrum);
  }

  /** A filter in blocks of about four times the kernel, or one block where the signal is short. */
  static FourierFilter of(double[] taps, int n) {
    long wanted = Math.min(4L * taps.length, (long) n + taps.length - 1);
    int length = Math.max(2, Integer.highestOneBit((int) Math.min(wanted, 1 << 30)));
    return new FourierFilter(taps, length < wanted ? 2 * length : length);
  }

  @Override
  int taps() {
    return taps;
  }

  @Override
  int block() {
    return length - taps + 1;
  }

  @Override
  void filter(double[] window, int count, double[] out, int start) {
    Arrays.fill(window, count + taps - 1, length, 0);
    transform.forward(window);
    timesConjugate(window, spectrum);
    transform.inverse(window);
    System.arraycopy(window, 0, out, start, count);
  }

  /**
   * Replaces a spectrum W by {@code W conj(H)}, both packed as {@link RealFourier} does.
   *
   * @param w mutated
   * @param h as long, read only
   */
  static void timesConjugate(double[] w, double[] h) {
    int n = w.length;
    w[0] *= h[0];
    if (n > 1 && n % 2 == 0) {
      w[1] *= h[1];
    }
    for (int re = 2; re < n; re += 2) {
      int im = re + 1 < n ? re + 1 : 1;
      double real = w[re] * h[re] + w[im] * h[im];
      double imaginary = w[im] * h[re] - w[re] * h[im];
      w[re] = real;
      w[im] = imaginary;
    }
  }

  /**
   * {@code |H|²} of a real transform, at the places of its real and of its imaginary parts.
   * JTransforms packs the frequency n/2 of an even n, or the imaginary part of the last one of an
   * odd n, into entry 1.
   */
  static double[] squaredModuli(double[] spectrum) {
    int n = spectrum.length;
    double[] squares = new double[n];
    squares[0] = spectrum[0] * spectrum[0];
    if (n > 1 && n % 2 == 0) {
      squares[1] = spectrum[1] * spectrum[1];
    }
    for (int re = 2; re < n; re += 2) {
      int im = re + 1 < n ? re + 1 : 1;
      squares[re] = spectrum[re] * spectrum[re] + spectrum[im] * spectrum[im];
      squares[im] = squares[re];
    }
    return squares;
  }

  /**
   * The largest modulus of the Fourier transform over n points of a kernel of at most n entries.
   */
  static double largestModulus(double[] kernel, int n) {
    double[] spectrum = Arrays.copyOf(kernel, n);
    new RealFourier(n).forward(spectrum);
    // JTransforms packs the frequency n/2, or the imaginary part of the last one, into entry 1.
    double largest = Math.abs(spectrum[0]);
    for (int re = 2; re < n; re += 2) {
      double im = re + 1 < n ? spectrum[re + 1] : spectrum[1];
      largest = Math.max(largest, Math.hypot(spectrum[re], im));
    }
    return n % 2 == 0 ? Math.max(largest, Math.abs(spectrum[1])) : largest;
  }
}
