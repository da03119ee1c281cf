package io.github.sea4j.experiment;

import io.github.sea4j.instance.Amplitudes;
import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.instance.NonNegative;
import io.github.sea4j.instance.PointSources;
import io.github.sea4j.store.Parameters;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * A family of problems that experiments draw from, declared once: its name, the parameters that
 * decide its matrices with their defaults, and the instances that these give.
 */
public final class ProblemFamily {

  /** Parameter: number of columns, n. */
  public static final String SIZE = "size";

  /** Parameter: number of rows and of columns of an image. */
  static final String SIDE = "side";

  /** Parameter: number of rows, m. */
  public static final String ROWS = "rows";

  /** Parameter: standard deviation of the Gaussian kernel, in positions. */
  public static final String KERNEL_WIDTH = "kernel_width";

  /** Parameter: {@code circular}, or {@code truncated} for a line. */
  public static final String BOUNDARY = "boundary";

  /** Parameter: correlation of neighbouring columns. */
  public static final String CORRELATION = "correlation";

  /** Parameter: what solvers are told of the sign, {@code none} or {@code non-negative}. */
  static final String CONSTRAINT = "constraint";

  static final String NON_NEGATIVE = "non-negative";

  /** Parameter: a generator of your own, as it describes itself. */
  public static final String GENERATOR = "generator";

  /** Parameter: checksum of an instance of a generator of your own. */
  public static final String FINGERPRINT = "fingerprint";

  /** Signal-to-noise ratios in dB; {@link #NOISELESS} for none. */
  static final String SIGNAL_TO_NOISE = "snr_db";

  static final String NOISELESS = "inf";
  private static final String CIRCULAR = "circular";
  static final String TRUNCATED = "truncated";

  /** No noise, and seed 1. */
  static final Parameters DRAWN = Parameters.of(SIGNAL_TO_NOISE, NOISELESS, Experiment.SEED, "1");

  /** Convolution by a Gaussian, m = n: {@link #SIZE}, {@link #KERNEL_WIDTH}, {@link #BOUNDARY}. */
  public static final ProblemFamily DECONVOLUTION =
      new ProblemFamily(
          "deconvolution",
          "spike deconvolution",
          ProblemFamily::deconvolution,
          Parameters.of(SIZE, "500", KERNEL_WIDTH, "3.0", BOUNDARY, CIRCULAR));

  /** Spikes of 1 to 2, blurred: as {@link #DECONVOLUTION}, and whether solvers know the sign. */
  static final ProblemFamily POSITIVE =
      new ProblemFamily(
          "positive",
          "deconvolution of positive spikes",
          ProblemFamily::positive,
          Parameters.of(SIZE, "200", KERNEL_WIDTH, "3.0", BOUNDARY, CIRCULAR, CONSTRAINT, "none"));

  /** Positive sources in a square image that wraps around: {@link #SIDE}, {@link #KERNEL_WIDTH}. */
  static final ProblemFamily POINT_SOURCES =
      new ProblemFamily(
          "point-sources",
          "point sources in a blurred image",
          values ->
              PointSources.gaussian(
                      values.integer(SIDE, 1),
                      values.integer(SIDE, 1),
                      values.positive(KERNEL_WIDTH))
                  .withAmplitudes(Amplitudes.between(1, 2)),
          Parameters.of(SIDE, "256", KERNEL_WIDTH, "2.0"));

  /** Independent Gaussian entries: {@link #SIZE} columns and {@link #ROWS}. */
  public static final ProblemFamily GAUSSIAN =
      new ProblemFamily(
          "gaussian",
          "Gaussian matrices",
          values -> GaussianMatrix.of(values.integer(ROWS, 1), values.integer(SIZE, 1)),
          Parameters.of(SIZE, "500", ROWS, "250"));

  /** Gaussian rows of Toeplitz covariance: {@link #SIZE}, {@link #ROWS}, {@link #CORRELATION}. */
  public static final ProblemFamily CORRELATED =
      new ProblemFamily(
          "correlated",
          "matrices with correlated columns, Toeplitz",
          values ->
              CorrelatedMatrix.of(
                  values.integer(ROWS, 1), values.integer(SIZE, 1), values.positive(CORRELATION)),
          Parameters.of(SIZE, "500", ROWS, "250", CORRELATION, "0.95"));

  /** An instance this sparse, or as sparse as there can be, tells one generator from another. */
  private static final int FINGERPRINT_SPARSITY = 10;

  private final String name;
  private final String description;
  private final Function<Parameters, InstanceGenerator> maker;
  private final Parameters shape;

  private ProblemFamily(
      String name,
      String description,
      Function<Parameters, InstanceGenerator> maker,
      Parameters shape) {
    this.name = name;
    this.description = description;
    this.maker = maker;
    this.shape = shape;
  }

  /**
   * The family of a generator of your own. Its {@code toString} names it in records, or its class
   * where it has none of its own; {@link #FINGERPRINT} tells it from others of the same name.
   * Positions are on a line unless {@link #BOUNDARY} is set to circular.
   */
  public static ProblemFamily of(InstanceGenerator generator) {
    String text = describe(generator);
    String fingerprint = fingerprint(generator);
    return new ProblemFamily(
        text,
        "problems of your own, " + text,
        values -> {
          require(GENERATOR, text, values);
          require(FINGERPRINT, fingerprint, values);
          return generator;
        },
        Parameters.of(GENERATOR, text, FINGERPRINT, fingerprint, BOUNDARY, TRUNCATED));
  }

  private static void require(String parameter, String here, Parameters values) {
    if (!values.text(parameter).equals(here)) {
      throw new IllegalArgumentException(
          "%s must be '%s', but the generator given has '%s'"
              .formatted(parameter, values.text(parameter), here));
    }
  }

  private static String describe(InstanceGenerator generator) {
    String own = generator.toString();
    String type = generator.getClass().getName();
    return own.startsWith(type + "@") ? type : own;
  }

  /** Of the bits of y and x* of one instance. */
  private static String fingerprint(InstanceGenerator generator) {
    int sparsity = Math.min(FINGERPRINT_SPARSITY, Math.min(generator.rows(), generator.columns()));
    Instance instance = generator.instance(sparsity, 1);
    CRC32 bits = new CRC32();
    for (double[] values : List.of(instance.problem().measurements(), instance.truth().toDense())) {
      for (double value : values) {
        long word = Double.doubleToLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
          bits.update((int) (word >>> shift));
        }
      }
    }
    return "%08x".formatted(bits.getValue());
  }

  private static InstanceGenerator positive(Parameters values) {
    InstanceGenerator free = deconvolution(values).withAmplitudes(Amplitudes.between(1, 2));
    return switch (values.text(CONSTRAINT)) {
      case "none" -> free;
      case NON_NEGATIVE -> new NonNegative(free);
      default ->
          throw new IllegalArgumentException(
              "%s must be none or %s, but is '%s'"
                  .formatted(CONSTRAINT, NON_NEGATIVE, values.text(CONSTRAINT)));
    };
  }

  private static Deconvolution deconvolution(Parameters values) {
    Deconvolution circular =
        Deconvolution.gaussian(values.integer(SIZE, 1), values.positive(KERNEL_WIDTH));
    return isCircular(values) ? circular : circular.truncated();
  }

  /** A few words on the problems. */
  public String description() {
    return description;
  }

  /** The parameters that decide the matrices, at their defaults. */
  public Parameters shape() {
    return shape;
  }

  /**
   * The noiseless family.
   *
   * @param values of the parameters of {@link #shape}; more are ignored
   * @throws IllegalArgumentException naming the parameter whose value does not fit
   */
  public InstanceGenerator generator(Parameters values) {
    return maker.apply(values);
  }

  /**
   * The parameters of an experiment on the family: its own, then shape, noise and seed 1.
   *
   * @param own names and values in turn
   */
  Parameters parameters(String... own) {
    return Parameters.of(own).and(shape).and(DRAWN);
  }

  /** Number of positions of a circular domain, or 0 for a line. */
  int period(Parameters values) {
    return shape.toMap().containsKey(BOUNDARY) && isCircular(values)
        ? generator(values).columns()
        : 0;
  }

  private static boolean isCircular(Parameters values) {
    String boundary = values.text(BOUNDARY);
    if (!boundary.equals(CIRCULAR) && !boundary.equals(TRUNCATED)) {
      throw new IllegalArgumentException(
          "%s must be %s or %s, but is '%s'".formatted(BOUNDARY, CIRCULAR, TRUNCATED, boundary));
    }
    return boundary.equals(CIRCULAR);
  }

  @Override
  public String toString() {
    return name;
  }
}
