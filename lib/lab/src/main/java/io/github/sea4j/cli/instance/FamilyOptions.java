package io.github.sea4j.cli.instance;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.OptionText;
import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.InstanceGenerator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that describe a family of problems; one that the family has no use for is refused.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class FamilyOptions {

  private static final double USUAL_DEVIATION = 3;
  private static final double USUAL_CORRELATION = 0.95;

  /** The families of problems; the second one has Gaussian rows with covariance rho^|i - j|. */
  private enum Family {
    GAUSSIAN,
    TOEPLITZ,
    DECONVOLUTION;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--family",
      required = true,
      paramLabel = "NAME",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Family family;

  @Option(
      names = "--rows",
      paramLabel = "M",
      description = "Number of rows; for deconvolution that of the columns.")
  private @Nullable Integer rows;

  @Option(
      names = "--columns",
      required = true,
      paramLabel = "N",
      description = "Number of columns.")
  private int columns;

  @Option(
      names = "--std",
      paramLabel = "SAMPLES",
      description = "Standard deviation of the kernel (deconvolution); default 3.")
  private @Nullable String deviation;

  @Option(
      names = "--truncated",
      description = "Zero outside the samples instead of circular (deconvolution).")
  private boolean truncated;

  @Option(
      names = "--correlation",
      paramLabel = "RHO",
      description = "Correlation of neighbouring columns (toeplitz); default 0.95.")
  private @Nullable String correlation;

  /** As on the command line. */
  String family() {
    return family.toString();
  }

  int columns() {
    return columns;
  }

  /**
   * Checks that no option was given in vain.
   *
   * @throws BadInput naming option and family
   */
  void check() {
    refuse("--std", deviation != null, Family.DECONVOLUTION);
    refuse("--truncated", truncated, Family.DECONVOLUTION);
    refuse("--correlation", correlation != null, Family.TOEPLITZ);
  }

  /**
   * The generator that the options describe.
   *
   * @throws BadInput naming the option, its value and the bound
   */
  InstanceGenerator generator() {
    int n = atLeastOne("--columns", columns);
    return switch (family) {
      case GAUSSIAN -> GaussianMatrix.of(givenRows(), n);
      case TOEPLITZ -> CorrelatedMatrix.of(givenRows(), n, correlation());
      case DECONVOLUTION -> deconvolution(n);
    };
  }

  private Deconvolution deconvolution(int n) {
    if (rows != null && rows != n) {
      throw new BadInput(
          "--rows must be the number of columns %d for --family %s, but is %d"
              .formatted(n, family, rows));
    }
    double width =
        deviation == null ? USUAL_DEVIATION : OptionText.numberAbove(0, "--std", deviation);
    Deconvolution circular = Deconvolution.gaussian(n, width);
    return truncated ? circular.truncated() : circular;
  }

  private void refuse(String option, boolean given, Family only) {
    if (given && family != only) {
      throw new BadInput(
          "%s belongs to --family %s, but the family is %s".formatted(option, only, family));
    }
  }

  private int givenRows() {
    if (rows == null) {
      throw new BadInput("--rows is missing: --family %s needs it".formatted(family));
    }
    return atLeastOne("--rows", rows);
  }

  private double correlation() {
    return correlation == null
        ? USUAL_CORRELATION
        : OptionText.numberAbove(-1, "--correlation", correlation);
  }

  private static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new BadInput("%s must be >= 1, but is %d".formatted(option, value));
    }
    return value;
  }
}
