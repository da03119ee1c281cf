package io.github.sea4j.peer;

import io.github.sea4j.instance.CorrelatedMatrix;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.instance.LogisticLabels;
import io.github.sea4j.random.Seeds;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One instance of the experiment {@code choice-of-k}, bit for bit, for programs that choose k on
 * their own.
 *
 * @param family gaussian, correlated, blur or logistic
 * @param rows m
 * @param columns n
 * @param sparsity number of true columns
 * @param level in dB
 * @param detail correlation of neighbours, or standard deviation of the blur
 * @param number of the trial, from 0
 */
record PeerTrial(
    String family, int rows, int columns, int sparsity, double level, double detail, int number) {

  /** What the other side has to know beside the files. */
  record Truth(int[] truth) {}

  /** Writes matrix.bin (by rows) and measurements.bin, see {@link PeerInstance}. */
  Truth write(Path folder, long seed) throws IOException {
    Instance instance =
        generator()
            .withSignalToNoise(level)
            .instance(sparsity, Seeds.ofTrial(seed, rows, columns, sparsity, number));
    double[] flat = new double[rows * columns];
    double[] column = new double[rows];
    for (int j = 0; j < columns; j++) {
      instance.problem().operator().column(j, column);
      for (int i = 0; i < rows; i++) {
        flat[i * columns + j] = column[i];
      }
    }
    PeerInstance.write(folder.resolve("matrix.bin"), flat);
    PeerInstance.write(folder.resolve("measurements.bin"), instance.problem().measurements());
    return new Truth(instance.truth().support().toArray());
  }

  private InstanceGenerator generator() {
    return switch (family) {
      case "gaussian" -> GaussianMatrix.of(rows, columns);
      case "correlated" -> CorrelatedMatrix.of(rows, columns, detail);
      case "blur" -> Deconvolution.gaussian(columns, detail);
      case "logistic" -> LogisticLabels.of(GaussianMatrix.of(rows, columns));
      default ->
          throw new IllegalArgumentException(
              "family must be gaussian, correlated, blur or logistic, but is " + family);
    };
  }
}
