package io.github.sea4j.experiment;

import io.github.sea4j.store.Parameters;

/**
 * An experiment on a family of problems: the parameters that decide what is drawn. Immutable: each
 * method returns a changed copy, and throws an IllegalArgumentException on a parameter that the
 * family does not have, or a value that does not fit.
 *
 * @param <E> the experiment itself
 */
public interface FamilyExperiment<E> {

  /** The same with one parameter changed. */
  E with(String parameter, String value);

  /** The same with this many columns, n. */
  default E size(int columns) {
    return with(ProblemFamily.SIZE, Integer.toString(columns));
  }

  /** The same with this many rows, m; matrices without structure only. */
  default E rows(int rows) {
    return with(ProblemFamily.ROWS, Integer.toString(rows));
  }

  /** The same with a kernel of this standard deviation, in positions; deconvolution only. */
  default E kernelWidth(double standardDeviation) {
    return with(ProblemFamily.KERNEL_WIDTH, Double.toString(standardDeviation));
  }

  /** The same with zeros outside the signal, instead of a circle; deconvolution only. */
  default E truncated() {
    return with(ProblemFamily.BOUNDARY, ProblemFamily.TRUNCATED);
  }

  /** The same with this correlation of neighbouring columns; correlated matrices only. */
  default E correlation(double rho) {
    return with(ProblemFamily.CORRELATION, Double.toString(rho));
  }

  /** The same at these signal-to-noise ratios in dB; all share matrices and truths. */
  default E signalToNoise(double... decibels) {
    return with(ProblemFamily.SIGNAL_TO_NOISE, Parameters.join(decibels));
  }
}
