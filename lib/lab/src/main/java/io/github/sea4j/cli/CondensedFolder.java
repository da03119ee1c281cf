package io.github.sea4j.cli;

import io.github.sea4j.check.Reason;
import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.OutputFile;
import io.github.sea4j.store.FolderRefusedException;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.summary.CellMeans;
import io.github.sea4j.table.ResultTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * {@code sea4j experiment means}: the means of the cells of finished results, with their record,
 * for a sweep whose rows are too many to keep.
 */
final class CondensedFolder {

  private final Path folder;
  private final Path output;

  CondensedFolder(List<Path> folders, Path output) {
    if (folders.size() != 1) {
      throw new BadInput(
          "means needs one folder of results, but %d are given".formatted(folders.size()));
    }
    this.folder = folders.get(0);
    this.output = output;
  }

  /** Writes beside what is in the output folder, but over no other means. */
  int write(PrintWriter out) {
    ExperimentCommand.requireFolder(output);
    Path target = output.resolve(CellMeans.FILE);
    if (Files.exists(target)) {
      throw BadInput.file("--output", target, "is there already; remove it or give another folder");
    }
    Provenance record = record();
    Table means = means();
    try {
      Files.createDirectories(output);
      try (OutputFile file = OutputFile.open("--output", target, List.of())) {
        means.write().csv(file.writer());
        file.commit();
      }
      // Last: without a record the means are not found.
      record.writeForMeans(output);
    } catch (IOException e) {
      throw new BadInput("means: cannot write %s: %s".formatted(output, Reason.ofWriting(e)), e);
    }
    out.println("means are in " + target);
    out.flush();
    return 0;
  }

  private Provenance record() {
    try {
      return Provenance.ofFinished(folder)
          .orElseThrow(() -> new BadInput("means: %s has no finished results".formatted(folder)));
    } catch (FolderRefusedException e) {
      throw new BadInput("means: " + e.getMessage(), e);
    } catch (IOException e) {
      throw BadInput.file("means", folder, e);
    }
  }

  private Table means() {
    try {
      return CellMeans.of(ResultTable.read(folder));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new BadInput("means: %s: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
