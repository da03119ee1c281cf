package io.github.sea4j.experiment;

import io.github.sea4j.problem.Deconvolution;
import io.github.sea4j.problem.GaussianMatrix;
import io.github.sea4j.problem.InstanceGenerator;

/** The families of problems that experiments draw from, as parameters describe them. */
enum ProblemFamily {

  /** {@link #SIZE}, {@link #KERNEL_WIDTH}, {@link #BOUNDARY}; m = n. */
  DECONVOLUTION {
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
    InstanceGenerator generator(Parameters values) {
      return GaussianMatrix.of(values.integer(ROWS, 1), values.integer(SIZE, 1));
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
