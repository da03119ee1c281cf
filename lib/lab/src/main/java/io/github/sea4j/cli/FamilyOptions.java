package io.github.sea4j.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that describe a family of problems; one that the family has no use for is refused.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class FamilyOptions {

  private static final double USUAL_DEVIATION = 3;
  private static final double USUAL_CORRELATION = 0.95;

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

  Family family() {
    return family;
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

  private void refuse(String option, boolean given, Family only) {
    if (given && family != only) {
      throw new BadInput(
          "%s belongs to --family %s, but the family is %s".formatted(option, only, family));
    }
  }

  int columns() {
    return atLeastOne("--columns", columns);
  }

  int rows() {
    if (rows == null) {
      throw new BadInput("--rows is missing: --family %s needs it".formatted(family));
    }
    return atLeastOne("--rows", rows);
  }

  void requireSquare() {
    if (rows != null && rows != columns) {
      throw new BadInput(
          "--rows must be the number of columns %d for --family %s, but is %d"
              .formatted(columns, family, rows));
    }
  }

  double standardDeviation() {
    return deviation == null ? USUAL_DEVIATION : Texts.numberAbove(0, "--std", deviation);
  }

  boolean truncated() {
    return truncated;
  }

  double correlation() {
    return correlation == null
        ? USUAL_CORRELATION
        : Texts.numberAbove(-1, "--correlation", correlation);
  }

  private static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new BadInput("%s must be >= 1, but is %d".formatted(option, value));
    }
    return value;
  }
}
