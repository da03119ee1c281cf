package io.github.sea4j.bench;

import io.github.sea4j.instance.Amplitudes;
import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;

/**
 * A family of instances written as one word, the form that JMH's parameters and the comparison's
 * tables need: {@code deconvolution-n-k}, {@code gaussian-m-n-k} or {@code toeplitz-m-n-k}, with
 * {@code -XdB} behind it for a signal-to-noise ratio.
 *
 * <p>The kernel of a deconvolution has standard deviation 3, circular borders; the correlation of a
 * Toeplitz design is 0.95 and its spikes are equal.
 *
 * @param generator draws the instances
 * @param sparsity k
 */
public record ProblemText(InstanceGenerator generator, int sparsity) {

  /**
   * Reads the word.
   *
   * @throws IllegalArgumentException on any other form
   */
  public static ProblemText parse(String text) {
    String[] parts = text.split("-", -1);
    boolean noisy = parts[parts.length - 1].endsWith("dB");
    int numbers = parts.length - 1 - (noisy ? 1 : 0);
    InstanceGenerator family = family(text, parts, numbers);
    if (noisy) {
      String decibel = parts[parts.length - 1];
      family =
          family.withSignalToNoise(
              Double.parseDouble(decibel.substring(0, decibel.length() - "dB".length())));
    }
    return new ProblemText(family, Integer.parseInt(parts[numbers]));
  }

  private static InstanceGenerator family(String text, String[] parts, int numbers) {
    if (parts[0].equals("deconvolution") && numbers == 2) {
      return Deconvolution.gaussian(Integer.parseInt(parts[1]), 3);
    }
    if (parts[0].equals("gaussian") && numbers == 3) {
      return GaussianMatrix.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
    if (parts[0].equals("toeplitz") && numbers == 3) {
      return CorrelatedMatrix.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), 0.95)
          .withAmplitudes(Amplitudes.ones());
    }
    throw new IllegalArgumentException(
        "problem must be deconvolution-n-k, gaussian-m-n-k or toeplitz-m-n-k, but is " + text);
  }

  /** One instance of the family. */
  public Instance instance(long seed) {
    return generator.instance(sparsity, seed);
  }
}
