package io.github.sea4j.operator;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The square matrix of a convolution by a kernel h with centre c: {@code a_j[i] = h[i - j + c]}.
 *
 * <p>Either circular, where {@code i - j} counts modulo n, or truncated, where what leaves the n
 * samples is lost (the mode that is elsewhere called "same"). No matrix is formed: for L taps the
 * operator holds a few arrays of length L. Products cost {@code 2 n L} flops for short kernels and
 * O(n log L) by Fourier transforms for long ones; their working memory is a few kilobytes, or four
 * kernels.
 */
public final class ConvolutionOperator implements LinearOperator {

  /** Room for every index and Fourier length below 2^31. */
  private static final int LARGEST = 100_000_000;

  private final int n;
  private final double[] kernel;
  private final int centre;
  private final boolean circular;
  private final SlidingFilter forward;
  private final SlidingFilter backward;

  /** Inner products of the kernel with itself moved by 0..L-1. */
  private final double[] autocorrelation;

  private ConvolutionOperator(int n, double[] kernel, int centre, boolean circular) {
    this.n = n;
    this.kernel = kernel;
    this.centre = centre;
    this.circular = circular;
    this.forward = SlidingFilter.of(reversed(kernel), n);
    this.backward = SlidingFilter.of(kernel, n);
    this.autocorrelation = autocorrelation(kernel);
  }

  /**
   * Circular convolution. A kernel longer than n is wrapped around, its overlapping entries added.
   *
   * @param n number of rows and columns, 1 to 10^8
   * @param kernel h, 1 to 10^8 finite entries, of odd or even number; copied
   * @param centre c, the index in the kernel that falls on the diagonal
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public static ConvolutionOperator circular(int n, double[] kernel, int centre) {
    check(n, kernel, centre);
    return kernel.length <= n
        ? new ConvolutionOperator(n, kernel.clone(), centre, true)
        : new ConvolutionOperator(n, wrapped(n, kernel, centre), n / 2, true);
  }

  /**
   * Truncated convolution: outside its n samples the signal is zero.
   *
   * @param n number of rows and columns, 1 to 10^8
   * @param kernel h, 1 to 10^8 finite entries, of odd or even number; copied
   * @param centre c, the index in the kernel that falls on the diagonal
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public static ConvolutionOperator truncated(int n, double[] kernel, int centre) {
    check(n, kernel, centre);
    int first = Math.max(0, centre - (n - 1));
    int last = (int) Math.min(kernel.length, (long) centre + n);
    double[] reachable = Arrays.copyOfRange(kernel, first, last);
    return new ConvolutionOperator(n, reachable, centre - first, false);
  }

  private static void check(int n, double[] kernel, int centre) {
    Require.between("n", n, 1, LARGEST);
    Require.between("kernel: number of entries", kernel.length, 1, LARGEST);
    Require.between("centre", centre, 0, kernel.length - 1);
    Require.finite("kernel", kernel);
  }

  private static double[] wrapped(int n, double[] kernel, int centre) {
    double[] wrapped = new double[n];
    for (int p = 0; p < kernel.length; p++) {
      wrapped[Math.floorMod(p - centre + n / 2, n)] += kernel[p];
    }
    return wrapped;
  }

  private static double[] reversed(double[] kernel) {
    double[] reversed = new double[kernel.length];
    for (int p = 0; p < kernel.length; p++) {
      reversed[p] = kernel[kernel.length - 1 - p];
    }
    return reversed;
  }

  private static double[] autocorrelation(double[] kernel) {
    int length = kernel.length;
    double[] lags = new double[length];
    SlidingFilter.of(kernel, length).run(kernel, length, 0, false, lags);
    return lags;
  }

  @Override
  public int rows() {
    return n;
  }

  @Override
  public int columns() {
    return n;
  }

  @Override
  public long productCost() {
    return (long) n * Math.min(kernel.length, SlidingFilter.LONG_KERNEL);
  }

  @Override
  public long gramColumnCost() {
    return 2L * kernel.length;
  }

  /** Whether the convolution wraps around. */
  public boolean isCircular() {
    return circular;
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    forward.run(x, n, centre - (kernel.length - 1), circular, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    backward.run(y, n, -centre, circular, x);
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    Arrays.fill(out, 0, n, 0);
    for (int p = 0; p < kernel.length; p++) {
      int i = j - centre + p;
      if (circular) {
        out[Math.floorMod(i, n)] = kernel[p];
      } else if (i >= 0 && i < n) {
        out[i] = kernel[p];
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>The autocorrelation of the kernel, moved to j: O(n). Only a truncated column that has lost
   * entries costs its inner products: at most {@code L^2}, or one product for a long kernel.
   */
  @Override
  public void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    int length = kernel.length;
    boolean whole = j - centre >= 0 && j - centre + length <= n;
    if (!circular && !whole && length >= SlidingFilter.LONG_KERNEL) {
      LinearOperator.super.gramColumn(j, out);
      return;
    }
    Arrays.fill(out, 0, n, 0);
    for (int d = 1 - length; d < length; d++) {
      if (circular) {
        // Adds: where 2 L - 1 > n, a column overlaps another on both sides.
        out[Math.floorMod(j + d, n)] += autocorrelation[Math.abs(d)];
      } else if (j + d >= 0 && j + d < n) {
        out[j + d] = whole ? autocorrelation[Math.abs(d)] : innerProduct(j, j + d);
      }
    }
  }

  @Override
  public PackedVector packedColumn(int j) {
    Require.column(j, columns());
    return isShort(kernel.length)
        ? PackedVector.placed(n, j - centre, kernel, circular)
        : LinearOperator.super.packedColumn(j);
  }

  @Override
  public PackedVector packedGramColumn(int j) {
    Require.column(j, columns());
    int lags = kernel.length - 1;
    boolean whole = circular || (j - centre >= 0 && j - centre + kernel.length <= n);
    if (!whole || !isShort(2 * lags + 1)) {
      return LinearOperator.super.packedGramColumn(j);
    }
    double[] values = new double[2 * lags + 1];
    Arrays.setAll(values, p -> autocorrelation[Math.abs(p - lags)]);
    return PackedVector.placed(n, j - lags, values, circular);
  }

  /** Whether a vector with so many entries is stored by these in any case. */
  private boolean isShort(int entries) {
    return entries <= n / 8;
  }

  /** The inner product of two truncated columns. */
  private double innerProduct(int j, int l) {
    int first = Math.max(0, Math.max(j, l) - centre);
    int end = Math.min(n, Math.min(j, l) - centre + kernel.length);
    double sum = 0;
    for (int i = first; i < end; i++) {
      sum += kernel[i - j + centre] * kernel[i - l + centre];
    }
    return sum;
  }

  /** {@inheritDoc} O(n): columns differ only in how much of the kernel the border cuts off. */
  @Override
  public double[] columnNorms() {
    double[] norms = new double[n];
    if (circular) {
      Arrays.fill(norms, Vectors.norm(kernel));
      return norms;
    }
    // Column j holds h[c-j..c-j+n-1], which always spans the centre: two sums that grow outwards,
    // so nothing cancels.
    for (int j = 0; j < n; j++) {
      norms[j] = centre - j >= 0 && centre - j < kernel.length ? kernel[centre - j] : 0;
    }
    accumulateNorm(norms);
    double[] right = new double[n];
    for (int i = 1; i < n; i++) {
      right[i] = centre + i < kernel.length ? kernel[centre + i] : 0;
    }
    accumulateNorm(right);
    for (int j = 0; j < n; j++) {
      norms[j] = Math.hypot(norms[j], right[n - 1 - j]);
    }
    return norms;
  }

  private static void accumulateNorm(double[] values) {
    double norm = 0;
    for (int i = 0; i < values.length; i++) {
      norm = Math.hypot(norm, values[i]);
      values[i] = norm;
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Circular: the largest modulus of the kernel's Fourier transform, in O(n log n).
   */
  @Override
  public double norm(BooleanSupplier giveUp) {
    return circular ? FourierFilter.largestModulus(kernel, n) : LinearOperator.super.norm(giveUp);
  }

  /** {@inheritDoc} Circular: in the Fourier domain, O(n log n). */
  @Override
  public Whitening whitening() {
    if (!circular) {
      return LinearOperator.super.whitening();
    }
    double[] first = new double[n];
    column(0, first);
    return new ConvolutionWhitening(first);
  }

  /** {@inheritDoc} Equal factors on a circular convolution give a circular convolution. */
  @Override
  public LinearOperator scaleColumns(double[] scale) {
    ScaledColumns view = new ScaledColumns(this, scale);
    if (!circular || Arrays.stream(scale).anyMatch(s -> s != scale[0])) {
      return view;
    }
    double[] scaled = Vectors.scaled(scale[0], kernel);
    return Vectors.firstNonFinite(scaled) >= 0
        ? view
        : new ConvolutionOperator(n, scaled, centre, true);
  }

  @Override
  public String toString() {
    return "ConvolutionOperator(n %d, %s, kernel of %d)"
        .formatted(n, circular ? "circular" : "truncated", kernel.length);
  }
}
