package io.github.sea4j.cli.instance;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.CsvOutput;
import io.github.sea4j.cli.io.OutputFile;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.store.LibraryBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A folder that holds one generated problem as files.
 *
 * @param argument the option that named it, for messages
 * @param folder where it is
 */
record InstanceFolder(String argument, Path folder) {

  private static final String PROVENANCE = "instance.json";
  private static final List<String> DATA = List.of("A.csv", "y.csv", "truth.csv");
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** How the files were made. */
  private record Made(
      String version,
      String description,
      String family,
      int rows,
      int columns,
      int sparsity,
      long seed,
      double noiseNorm,
      List<String> files) {}

  /**
   * The folder, made if it does not exist.
   *
   * @throws BadInput if its parent does not exist, or it holds files of the same names that no
   *     {@code sea4j instance} has written
   */
  static InstanceFolder at(String argument, Path folder) {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw BadInput.file(argument, folder, "folder " + parent + " does not exist");
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw BadInput.file(argument, folder, "is a file, expected a folder");
    }
    for (String name : DATA) {
      if (Files.exists(folder.resolve(name)) && !Files.exists(folder.resolve(PROVENANCE))) {
        throw BadInput.file(
            argument, folder, "holds another %s, which would be overwritten".formatted(name));
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw BadInput.file(argument, folder, failure);
    }
    return new InstanceFolder(argument, folder);
  }

  /** Writes the four files, instance.json last. */
  void write(Instance instance, String family, long seed) {
    SparseProblem problem = instance.problem();
    writeMatrix(problem.operator());
    try (CsvOutput y = open("y.csv")) {
      Arrays.stream(problem.measurements()).forEach(value -> y.row(Double.toString(value)));
      y.commit();
    }
    writeTruth(instance.truth());
    writeProvenance(
        new Made(
            LibraryBuild.version(),
            instance.description(),
            family,
            problem.rows(),
            problem.columns(),
            problem.sparsity(),
            seed,
            instance.noiseNorm(),
            DATA));
  }

  private CsvOutput open(String name) {
    return CsvOutput.open(argument, folder.resolve(name), new ArrayList<>());
  }

  private void writeMatrix(LinearOperator a) {
    double[][] columns = new double[a.columns()][a.rows()];
    for (int j = 0; j < columns.length; j++) {
      a.column(j, columns[j]);
    }
    try (CsvOutput csv = open("A.csv")) {
      String[] row = new String[columns.length];
      for (int i = 0; i < a.rows(); i++) {
        for (int j = 0; j < columns.length; j++) {
          row[j] = Double.toString(columns[j][i]);
        }
        csv.row(row);
      }
      csv.commit();
    }
  }

  private void writeTruth(SparseVector truth) {
    try (CsvOutput csv = open("truth.csv")) {
      csv.row("index", "value");
      for (int i = 0; i < truth.support().size(); i++) {
        csv.row(Integer.toString(truth.support().get(i)), Double.toString(truth.value(i)));
      }
      csv.commit();
    }
  }

  private void writeProvenance(Made provenance) {
    try (OutputFile json = OutputFile.open(argument, folder.resolve(PROVENANCE), List.of())) {
      try {
        json.writer().write(GSON.toJson(provenance) + "\n");
      } catch (IOException failure) {
        throw json.failure(failure);
      }
      json.commit();
    }
  }
}
