package io.github.sea4j.experiment;

import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.InstanceGenerator;
import java.util.ArrayList;
import java.util.List;

/** The families of problems that experiments draw from, and the parameters that describe them. */
enum ProblemFamily {

  /** {@link #SIZE}, {@link #KERNEL_WIDTH}, {@link #BOUNDARY}; m = n. */
  DECONVOLUTION {
    @Override
    List<String> shape() {
      return List.of(SIZE, "500", KERNEL_WIDTH, "3.0", BOUNDARY, "circular");
    }

    @Override
    InstanceGenerator generator(Parameters values) {
      Deconvolution circular =
          Deconvolution.gaussian(values.integer(SIZE, 1), values.positive(KERNEL_WIDTH));
      return isCircular(values) ? circular : circular.truncated();
    }

    @Override
    int period(Parameters values) {
      return isCircular(values) ? values.integer(SIZE, 1) : 0;
    }
  },

  /** {@link #SIZE} columns and {@link #ROWS}. */
  GAUSSIAN {
    @Override
    List<String> shape() {
      return List.of(SIZE, "500", ROWS, "250");
    }

    @Override
    InstanceGenerator generator(Parameters values) {
      return GaussianMatrix.of(values.integer(ROWS, 1), values.integer(SIZE, 1));
    }

    @Override
    int period(Parameters values) {
      return 0;
    }
  },

  /** {@link #SIZE} columns, {@link #ROWS}, {@link #CORRELATION} of neighbouring columns. */
  CORRELATED {
    @Override
    List<String> shape() {
      return List.of(SIZE, "500", ROWS, "250", CORRELATION, "0.95");
    }

    @Override
    InstanceGenerator generator(Parameters values) {
      return CorrelatedMatrix.of(
          values.integer(ROWS, 1), values.integer(SIZE, 1), values.positive(CORRELATION));
    }

    @Override
    int period(Parameters values) {
      return 0;
    }
  };

  static final String SIZE = "size";
  static final String ROWS = "rows";
  static final String KERNEL_WIDTH = "kernel_width";
  static final String BOUNDARY = "boundary";
  static final String CORRELATION = "correlation";

  /** Signal-to-noise ratios in dB; {@link #NOISELESS} for none. */
  static final String SIGNAL_TO_NOISE = "snr_db";

  static final String NOISELESS = "inf";

  /** Names and defaults of the parameters that decide the matrices. */
  abstract List<String> shape();

  /**
   * The parameters of an experiment on the family: its own, then shape, noise and seed 1.
   *
   * @param noise signal-to-noise ratios in dB
   * @param own names and values in turn
   */
  final Parameters parameters(String noise, String... own) {
    List<String> all = new ArrayList<>(List.of(own));
    all.addAll(shape());
    all.addAll(List.of(SIGNAL_TO_NOISE, noise, SweepExperiment.SEED, "1"));
    return Parameters.of(all.toArray(String[]::new));
  }

  /** The noiseless family. */
  abstract InstanceGenerator generator(Parameters values);

  /** Number of positions of a circular domain, or 0 for a line. */
  abstract int period(Parameters values);

  private static boolean isCircular(Parameters values) {
    String boundary = values.text(BOUNDARY);
    if (!boundary.equals("circular") && !boundary.equals("truncated")) {
      throw new IllegalArgumentException(
          BOUNDARY + " must be circular or truncated, but is '" + boundary + "'");
    }
    return boundary.equals("circular");
  }
}
