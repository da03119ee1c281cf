package io.github.sea4j.cli.instance;

import io.github.sea4j.cli.Version;
import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.OptionText;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sea4j instance}: draws a problem and writes it to files, with its truth. */
@Command(
    name = "instance",
    description = {
      "Draws a random problem y = A x* + e and writes it to a folder:",
      "A.csv, y.csv, truth.csv (index,value) and instance.json, which says how it was made.",
      "Amplitudes are uniform in [-2, -1] u [1, 2]. The same options give the same files."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sea4j instance --family gaussian --rows 250 --columns 500 --sparsity 50 --output g",
      "  sea4j instance --family deconvolution --columns 500 --sparsity 20 --std 3 --snr 40 \\",
      "      --seed 7 --output spikes"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class InstanceCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private FamilyOptions options;

  @Option(
      names = {"-k", "--sparsity"},
      required = true,
      paramLabel = "K",
      description = "Number of non-zeros of x*, 1 to min(rows, columns).")
  private int sparsity;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Any whole number; default 1.")
  private long seed;

  @Option(
      names = "--snr",
      paramLabel = "DB",
      description = "Add noise at this signal-to-noise ratio in decibel; default none.")
  private @Nullable String snr;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "The folder; made if it does not exist.")
  private Path output;

  @Override
  public Integer call() {
    options.check();
    InstanceFolder folder = InstanceFolder.at("--output", output);
    Instance instance = draw();
    folder.write(instance, options.family(), seed);
    PrintWriter out = command.commandLine().getOut();
    out.println(instance.description());
    out.println("wrote A.csv, y.csv, truth.csv and instance.json to " + output);
    return 0;
  }

  private Instance draw() {
    try {
      InstanceGenerator generator = options.generator();
      checkSparsity(Math.min(generator.rows(), generator.columns()));
      double decibel =
          snr == null
              ? Double.POSITIVE_INFINITY
              : OptionText.numberAbove(Double.NEGATIVE_INFINITY, "--snr", snr);
      return generator.withSignalToNoise(decibel).instance(sparsity, seed);
    } catch (IllegalArgumentException e) {
      throw new BadInput("--family " + options.family() + ": " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw new BadInput("--columns %d: not enough memory".formatted(options.columns()), e);
    }
  }

  private void checkSparsity(int bound) {
    if (sparsity < 1 || sparsity > bound) {
      throw new BadInput(
          "--sparsity must be between 1 and min(rows, columns) = %d, but is %d"
              .formatted(bound, sparsity));
    }
  }
}
