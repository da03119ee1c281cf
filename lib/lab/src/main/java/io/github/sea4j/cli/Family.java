package io.github.sea4j.cli;

import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.InstanceGenerator;
import java.util.Locale;

/** The families of problems that {@code sea4j instance} draws from. */
enum Family {
  /** Independent standard Gaussian entries. */
  GAUSSIAN {
    @Override
    InstanceGenerator generator(FamilyOptions options) {
      return GaussianMatrix.of(options.rows(), options.columns());
    }
  },
  /** Convolution by a Gaussian kernel, as many rows as columns. */
  DECONVOLUTION {
    @Override
    InstanceGenerator generator(FamilyOptions options) {
      options.requireSquare();
      Deconvolution circular =
          Deconvolution.gaussian(options.columns(), options.standardDeviation());
      return options.truncated() ? circular.truncated() : circular;
    }
  },
  /** Gaussian rows with covariance rho^|i - j|. */
  TOEPLITZ {
    @Override
    InstanceGenerator generator(FamilyOptions options) {
      return CorrelatedMatrix.of(options.rows(), options.columns(), options.correlation());
    }
  };

  /**
   * The generator that the options describe.
   *
   * @throws BadInput naming the option, its value and the bound
   */
  abstract InstanceGenerator generator(FamilyOptions options);

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
