package io.github.sea4j.operator.transform;

import io.github.sea4j.check.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * The orthonormal wavelet transform of signals and images that repeat beyond their borders (Mallat,
 * <i>A Wavelet Tour of Signal Processing</i>, sections 7.3 and 7.7).
 *
 * <p>A step splits the rows and then the columns of an image into their averages and their details,
 * {@code s_i = sum_k h_k x_(2i+k)} and {@code d_i = sum_k (-1)^k h_(L-1-k) x_(2i+k)}, averages
 * first; the next step splits the quarter (of a signal, the half) that holds averages alone. With
 * Haar's filter coefficients are differences of means over blocks; Daubechies' filter of four taps
 * gives no details on straight lines either. A transform costs about three multiplications a tap
 * and pixel.
 */
public final class WaveletTransform extends OrthonormalTransform {

  private static final double[] HAAR = {Math.sqrt(0.5), Math.sqrt(0.5)};

  private final int height;
  private final int width;
  private final int levels;
  private final double[] filter;

  private WaveletTransform(int height, int width, int levels, double[] filter) {
    super(Sizes.pixels(height, width));
    Require.atLeast("levels", levels, 0);
    checkSide("height", height, levels);
    checkSide("width", width, levels);
    this.height = height;
    this.width = width;
    this.levels = levels;
    this.filter = filter;
  }

  private static void checkSide(String name, int side, int levels) {
    if (side != 1 && (levels > 30 || side % (1 << levels) != 0)) {
      throw new IllegalArgumentException(
          "%s must be 1 or a multiple of 2^levels with levels = %d, but is %d"
              .formatted(name, levels, side));
    }
  }

  /** Haar wavelets of n samples, a multiple of {@code 2^levels}. */
  public static WaveletTransform haar(int n, int levels) {
    return haar(1, n, levels);
  }

  /**
   * Haar wavelets of images, pixels in row-major order.
   *
   * @param height number of rows, 1 or a multiple of {@code 2^levels}
   * @param width number of columns, likewise
   * @param levels number of steps, at least 0
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public static WaveletTransform haar(int height, int width, int levels) {
    return new WaveletTransform(height, width, levels, HAAR);
  }

  /** Daubechies' wavelets of four taps, of n samples, a multiple of {@code 2^levels}. */
  public static WaveletTransform daubechies(int n, int levels) {
    return daubechies(1, n, levels);
  }

  /** The same of images; see {@link #haar(int, int, int)}. */
  public static WaveletTransform daubechies(int height, int width, int levels) {
    double root = Math.sqrt(3);
    double unit = 1 / (4 * Math.sqrt(2));
    double[] taps = {(1 + root) * unit, (3 + root) * unit, (3 - root) * unit, (1 - root) * unit};
    return new WaveletTransform(height, width, levels, taps);
  }

  private static int side(int full, int level) {
    return full == 1 ? 1 : full >> level;
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    System.arraycopy(x, 0, y, 0, rows());
    for (int level = 0; level < levels; level++) {
      int h = side(height, level);
      int w = side(width, level);
      for (int r = 0; r < h; r++) {
        split(y, r * width, 1, w);
      }
      for (int c = 0; c < w; c++) {
        split(y, c, width, h);
      }
    }
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    System.arraycopy(y, 0, x, 0, rows());
    for (int level = levels - 1; level >= 0; level--) {
      int h = side(height, level);
      int w = side(width, level);
      for (int c = 0; c < w; c++) {
        join(x, c, width, h);
      }
      for (int r = 0; r < h; r++) {
        join(x, r * width, 1, w);
      }
    }
  }

  /** Replaces n entries, {@code stride} apart, by averages and details. */
  private void split(double[] image, int from, int stride, int n) {
    if (n == 1) {
      return;
    }
    double[] line = new double[n + filter.length - 2];
    for (int i = 0; i < line.length; i++) {
      line[i] = image[from + (i % n) * stride];
    }
    int half = n / 2;
    for (int i = 0; i < half; i++) {
      double average = 0;
      double detail = 0;
      for (int k = 0; k < filter.length; k++) {
        average += filter[k] * line[2 * i + k];
        detail += detailTap(k) * line[2 * i + k];
      }
      image[from + i * stride] = average;
      image[from + (half + i) * stride] = detail;
    }
  }

  /** Undoes {@link #split}, of which it is the transpose. */
  private void join(double[] image, int from, int stride, int n) {
    if (n == 1) {
      return;
    }
    double[] line = new double[n + filter.length - 2];
    int half = n / 2;
    for (int i = 0; i < half; i++) {
      double average = image[from + i * stride];
      double detail = image[from + (half + i) * stride];
      for (int k = 0; k < filter.length; k++) {
        line[2 * i + k] += filter[k] * average + detailTap(k) * detail;
      }
    }
    for (int i = line.length - 1; i >= n; i--) {
      line[i - n] += line[i];
    }
    for (int i = 0; i < n; i++) {
      image[from + i * stride] = line[i];
    }
  }

  private double detailTap(int k) {
    double tap = filter[filter.length - 1 - k];
    return k % 2 == 0 ? tap : -tap;
  }

  @Override
  public long productCost() {
    return 3L * filter.length * rows();
  }

  /** {@inheritDoc} Its columns, the images of the basis, have rank one. */
  @Override
  public OrthonormalTransform inverse() {
    return new Synthesis();
  }

  @Override
  public String toString() {
    return "WaveletTransform(%d x %d, %d levels, %d taps)"
        .formatted(height, width, levels, filter.length);
  }

  /**
   * From coefficients to images. An image of the basis is the product of two signals of the basis
   * of one level: averages along one side or both, details along the others.
   */
  private final class Synthesis extends InverseTransform implements SeparableColumns {

    Synthesis() {
      super(WaveletTransform.this);
    }

    @Override
    public double[][] down() {
      return signals(height);
    }

    @Override
    public double[][] across() {
      return signals(width);
    }

    /** For each level first its averages, then its details. */
    private double[][] signals(int side) {
      List<double[]> all = new ArrayList<>();
      for (int level = 1; level <= Math.max(1, levels); level++) {
        WaveletTransform steps = new WaveletTransform(1, side, Math.min(level, levels), filter);
        for (int i = 0; i < blockSize(side, level); i++) {
          all.add(steps.row(i));
        }
      }
      return all.toArray(double[][]::new);
    }

    /** Averages and details of a level together; one signal where there is nothing to split. */
    private int blockSize(int side, int level) {
      return side(side, level - 1);
    }

    @Override
    public int downOf(int j) {
      return place(j / width, level(j), height);
    }

    @Override
    public int acrossOf(int j) {
      return place(j % width, level(j), width);
    }

    /** The level at which a coefficient is a detail, or the last one. */
    private int level(int j) {
      int level = 1;
      while (level < levels && j / width < side(height, level) && j % width < side(width, level)) {
        level++;
      }
      return level;
    }

    private int place(int index, int level, int side) {
      int before = 0;
      for (int l = 1; l < level; l++) {
        before += blockSize(side, l);
      }
      return before + index;
    }
  }

  /** Row i of the matrix. */
  private double[] row(int i) {
    double[] unit = new double[rows()];
    double[] row = new double[rows()];
    unit[i] = 1;
    applyTranspose(unit, row);
    return row;
  }
}
