package io.github.sea4j.experiment;

import io.github.sea4j.store.FolderRefusedException;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.summary.CellMeans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Finds the finished results that come with the project: {@code data/results/NAME}, where NAME is
 * an experiment's name, in a folder around the working directory or around the library's own file.
 * So a notebook finds them wherever its kernel was started.
 */
final class StoredResults {

  private static final Path PLACE = Path.of("data", "results");

  private StoredResults() {}

  /**
   * The stored results of an experiment.
   *
   * @return nothing if there are none, or only those of a study that has not finished
   * @throws UncheckedIOException if they are there but cannot be read
   * @throws FolderRefusedException if the files do not match their record
   */
  static Optional<ExperimentResults> of(SweepExperiment<?> experiment) {
    return first(experiment, StoredResults::in);
  }

  /**
   * The stored means of an experiment, of more instances than rows are kept of; throws as {@link
   * #of}.
   */
  static Optional<ExperimentResults> meansOf(SweepExperiment<?> experiment) {
    return first(experiment, StoredResults::meansIn);
  }

  private static Optional<ExperimentResults> first(
      SweepExperiment<?> experiment,
      BiFunction<Path, SweepExperiment<?>, Optional<ExperimentResults>> reader) {
    return Stream.of(workingFolder(), libraryFolder())
        .flatMap(Optional::stream)
        .flatMap(start -> Stream.iterate(start, Objects::nonNull, Path::getParent))
        .map(folder -> reader.apply(folder.resolve(PLACE).resolve(experiment.name()), experiment))
        .flatMap(Optional::stream)
        .findFirst();
  }

  static Optional<ExperimentResults> in(Path folder, SweepExperiment<?> experiment) {
    try {
      Optional<Provenance> found = Provenance.ofFinished(folder);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      requireOf(experiment, folder, found.get());
      return Optional.of(results(experiment, found.get(), experiment.read(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the results in " + folder, e);
    }
  }

  /** The means in a folder, as {@link #in} the rows. */
  static Optional<ExperimentResults> meansIn(Path folder, SweepExperiment<?> experiment) {
    try {
      Optional<Provenance> record = Provenance.ofMeans(folder);
      if (record.isEmpty()) {
        return Optional.empty();
      }
      requireOf(experiment, folder, record.get());
      Table means = CellMeans.read(folder.resolve(CellMeans.FILE));
      return Optional.of(results(experiment, record.get(), means));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the means in " + folder, e);
    }
  }

  private static void requireOf(SweepExperiment<?> experiment, Path folder, Provenance record) {
    if (!record.experiment().equals(experiment.name())) {
      throw new FolderRefusedException(
          "%s holds results of %s, not of %s"
              .formatted(folder, record.experiment(), experiment.name()));
    }
  }

  private static ExperimentResults results(
      SweepExperiment<?> experiment, Provenance record, Table table) {
    return new ExperimentResults(table, record.parameters(), origin(experiment, record));
  }

  /** Never the folder's full name: a notebook that shows it is read on other machines. */
  private static String origin(SweepExperiment<?> experiment, Provenance record) {
    return "stored in data/results/%s: %d trials, at most %s instances a point, seed %s; sea4j %s, commit %s, %s"
        .formatted(
            experiment.name(),
            record.trials(),
            record.parameters().get(SweepExperiment.INSTANCES),
            record.parameters().get(SweepExperiment.SEED),
            record.version(),
            String.join(" and ", record.commits()),
            Objects.requireNonNullElse(record.finished(), "date unknown"));
  }

  private static Optional<Path> workingFolder() {
    return Optional.of(Path.of("").toAbsolutePath());
  }

  private static Optional<Path> libraryFolder() {
    try {
      Path library =
          Path.of(StoredResults.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Optional.ofNullable(library.toAbsolutePath().getParent()).filter(Files::isDirectory);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the library's own location is not a file", e);
    }
  }
}
