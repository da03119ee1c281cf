package io.github.sea4j.notebook;

import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/**
 * A film as few bytes, which {@code explorer.js} reads: a zlib stream of big-endian numbers, one
 * kind after the other, F frames of n columns.
 *
 * <pre>
 * iterations                int32  F
 * relative residuals        float32  F
 * best of them so far       float32  F
 * distinct supports so far  int32  F
 * supports, frame by frame  uint16  count, then the indices that enter or leave
 * x_t on S_t                int8   codes c: the value is c bound / levels, cut at the bound
 * exponents of X_t          int16  F, where X_t is kept
 * X_t, all entries          int8   F n codes q: the value is q 2^exponent
 * </pre>
 *
 * <p>Residuals have seven digits and supports are exact; x_t and X_t are rounded to what a chart
 * can show, within half of {@code bound / levels} and of {@code max |X_t| / (levels / 2)}. A code
 * is written as its change, modulo 256, from the one before of the same index (0 at first; that of
 * X_t scaled to the new exponent). Few codes of X_t change from one iteration to the next, and
 * since the change is that of the codes, errors do not add up.
 */
final class FilmBytes {

  /** Codes are between minus this and this: a byte. */
  static final int MOST_LEVELS = 127;

  private final List<Frame> frames;
  private final int columns;

  FilmBytes(List<Frame> frames, int columns) {
    this.frames = frames;
    this.columns = columns;
  }

  /**
   * The bytes.
   *
   * @param measurementNorm {@code ||y||}, positive
   * @param bound the largest |x_t| to tell from larger ones, positive
   * @param levels steps from 0 to the largest value, at most {@value #MOST_LEVELS}
   */
  byte[] encode(double measurementNorm, double bound, int levels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      writeCurves(out, measurementNorm);
      writeSupports(out);
      writeEstimates(out, bound, levels);
      if (frames.get(0).exploration().length > 0) {
        writeExploration(out, levels);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void writeCurves(DataOutputStream out, double measurementNorm) throws IOException {
    for (Frame frame : frames) {
      out.writeInt((int) frame.iteration());
    }
    for (Frame frame : frames) {
      out.writeFloat((float) (frame.residualNorm() / measurementNorm));
    }
    for (Frame frame : frames) {
      out.writeFloat((float) (frame.bestResidualNorm() / measurementNorm));
    }
    for (Frame frame : frames) {
      out.writeInt((int) frame.distinctSupports());
    }
  }

  private void writeSupports(DataOutputStream out) throws IOException {
    Support before = Support.empty();
    for (Frame frame : frames) {
      Support now = frame.estimate().support();
      Support moved = now.minus(before).union(before.minus(now));
      out.writeShort(moved.size());
      for (int j : moved.toArray()) {
        out.writeShort(j);
      }
      before = now;
    }
  }

  private void writeEstimates(DataOutputStream out, double bound, int levels) throws IOException {
    int[] codes = new int[columns];
    for (Frame frame : frames) {
      SparseVector x = frame.estimate();
      for (int i = 0; i < x.support().size(); i++) {
        double cut = Math.max(-1, Math.min(1, x.value(i) / bound));
        int code = (int) Math.round(levels * cut);
        int j = x.support().get(i);
        out.writeByte(code - codes[j]);
        codes[j] = code;
      }
    }
  }

  private void writeExploration(DataOutputStream out, int levels) throws IOException {
    int[] exponents = new int[frames.size()];
    for (int t = 0; t < exponents.length; t++) {
      exponents[t] = exponent(frames.get(t).exploration(), levels, t == 0 ? 0 : exponents[t - 1]);
      out.writeShort(exponents[t]);
    }
    int[] codes = new int[columns];
    for (int t = 0; t < exponents.length; t++) {
      int shift = t == 0 ? 0 : exponents[t - 1] - exponents[t];
      for (int j = 0; j < columns; j++) {
        long expected = Math.round(Math.scalb((double) codes[j], shift));
        expected = Math.max(-MOST_LEVELS, Math.min(MOST_LEVELS, expected));
        codes[j] = (int) Math.round(Math.scalb(frames.get(t).exploration()[j], -exponents[t]));
        out.writeByte(codes[j] - (int) expected);
      }
    }
  }

  /** The smallest exponent with all codes within the levels; that of before for the zero vector. */
  private static int exponent(double[] vector, int levels, int before) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0) {
      return before;
    }
    int exponent = Math.getExponent(largest / levels);
    return Math.scalb(largest, -exponent) > levels ? exponent + 1 : exponent;
  }
}
