package io.github.sea4j.operator.image;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;

/**
 * The kernel of an {@link ImageConvolution} with its centre.
 *
 * @param entries by rows, all of one length
 * @param row the row that falls on the pixel
 * @param column the column that falls on the pixel
 */
record ImageKernel(double[][] entries, int row, int column) {

  /** A copy, checked beside the size of the images. */
  static ImageKernel of(int height, int width, double[][] kernel, int row, int column) {
    Require.between("height", height, 1, Integer.MAX_VALUE);
    Require.between("width", width, 1, Integer.MAX_VALUE / height / 4);
    Require.between("kernel: number of rows", kernel.length, 1, Integer.MAX_VALUE);
    Require.between("kernel: number of columns", kernel[0].length, 1, Integer.MAX_VALUE);
    Require.between("row", row, 0, kernel.length - 1);
    Require.between("column", column, 0, kernel[0].length - 1);
    double[][] copy = new double[kernel.length][];
    for (int r = 0; r < copy.length; r++) {
      Require.between(
          "kernel: length of row " + r, kernel[r].length, kernel[0].length, kernel[0].length);
      int bad = Vectors.firstNonFinite(kernel[r]);
      if (bad >= 0) {
        throw new IllegalArgumentException(
            "kernel: entry (%d, %d) must be finite, but is %s".formatted(r, bad, kernel[r][bad]));
      }
      copy[r] = kernel[r].clone();
    }
    return new ImageKernel(copy, row, column);
  }

  int height() {
    return entries.length;
  }

  int width() {
    return entries[0].length;
  }

  /** The kernel on an image that wraps around, no larger than it. */
  ImageKernel wrapped(int height, int width) {
    if (height() <= height && width() <= width) {
      return this;
    }
    double[][] wrapped = new double[height][width];
    for (int r = 0; r < height(); r++) {
      double[] line = wrapped[Math.floorMod(r - row, height)];
      for (int c = 0; c < width(); c++) {
        line[Math.floorMod(c - column, width)] += entries[r][c];
      }
    }
    return new ImageKernel(wrapped, 0, 0);
  }

  /** The part of the kernel that can reach one pixel from another. */
  ImageKernel reachable(int height, int width) {
    int top = Math.max(0, row - (height - 1));
    int left = Math.max(0, column - (width - 1));
    int bottom = (int) Math.min(height(), (long) row + height);
    int right = (int) Math.min(width(), (long) column + width);
    double[][] part = new double[bottom - top][];
    for (int r = top; r < bottom; r++) {
      part[r - top] = Arrays.copyOfRange(entries[r], left, right);
    }
    return new ImageKernel(part, row - top, column - left);
  }

  /** An image that wraps around, zero but for the kernel centred on a pixel. */
  double[] around(int pixelRow, int pixelColumn, int height, int width) {
    double[] image = new double[height * width];
    place(pixelRow, pixelColumn, height, width, true, image);
    return image;
  }

  /** Writes an image that is zero but for the kernel centred on a pixel. */
  void place(
      int pixelRow, int pixelColumn, int height, int width, boolean circular, double[] image) {
    Arrays.fill(image, 0, height * width, 0);
    for (int p = 0; p < height(); p++) {
      int r = pixelRow - row + p;
      int line = circular ? Math.floorMod(r, height) : r;
      for (int q = 0; q < width() && line >= 0 && line < height; q++) {
        int c = pixelColumn - column + q;
        int place = circular ? Math.floorMod(c, width) : c;
        if (place >= 0 && place < width) {
          image[line * width + place] = entries[p][q];
        }
      }
    }
  }

  /** Whether the kernel centred on a pixel lies inside the image. */
  boolean isInside(int pixelRow, int pixelColumn, int height, int width) {
    return pixelRow >= row
        && pixelRow - row + height() <= height
        && pixelColumn >= column
        && pixelColumn - column + width() <= width;
  }

  /** Whether the kernel meets itself moved by (r, c) on an image that wraps around. */
  boolean meets(int r, int height, int c, int width) {
    return Math.min(r, height - r) < height() && Math.min(c, width - c) < width();
  }

  double norm() {
    return Vectors.norm(Arrays.stream(entries).mapToDouble(Vectors::norm).toArray());
  }

  /** Norms of the kernel centred on each pixel, as far as it lies inside the image. */
  void truncatedNorms(int height, int width, double[] norms) {
    double[][] ofRows = new double[width][height()];
    for (int c = 0; c < width; c++) {
      int from = Math.max(0, column - c);
      int end = Math.min(width(), column - c + width);
      for (int p = 0; p < height(); p++) {
        ofRows[c][p] = Vectors.norm(Arrays.copyOfRange(entries[p], from, end));
      }
    }
    for (int r = 0; r < height; r++) {
      int from = Math.max(0, row - r);
      int end = Math.min(height(), row - r + height);
      for (int c = 0; c < width; c++) {
        norms[r * width + c] = Vectors.norm(Arrays.copyOfRange(ofRows[c], from, end));
      }
    }
  }

  /** The kernel times a factor. */
  ImageKernel times(double factor) {
    double[][] scaled = new double[height()][];
    for (int r = 0; r < scaled.length; r++) {
      scaled[r] = Vectors.scaled(factor, entries[r]);
    }
    return new ImageKernel(scaled, row, column);
  }

  boolean isFinite() {
    return Arrays.stream(entries).allMatch(line -> Vectors.firstNonFinite(line) < 0);
  }
}
