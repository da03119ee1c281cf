package io.github.sea4j.cli;

import io.github.sea4j.check.Reason;
import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.experiment.Experiments;
import io.github.sea4j.run.Shard;
import io.github.sea4j.run.SweepProgress;
import io.github.sea4j.store.FolderRefusedException;
import io.github.sea4j.store.MergedFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** {@code sea4j experiment merge}: one folder of results from those of all shards. */
final class MergedFolders {

  private final List<Path> folders;
  private final Path output;

  MergedFolders(List<Path> folders, Path output) {
    if (folders.isEmpty()) {
      throw new BadInput("merge needs the folders of the shards, but none is given");
    }
    this.folders = List.copyOf(folders);
    this.output = output;
  }

  /** Merges; exit code 1 where shards are missing or unfinished, with what there is kept. */
  int write(PrintWriter out, PrintWriter err) {
    ExperimentCommand.checkFolder(output, "give");
    AtomicReference<@Nullable SweepProgress> last = new AtomicReference<>();
    Table results;
    try {
      // Before anything is written: an experiment that is not known here leaves nothing behind.
      Experiments.resume(folders.get(0));
      MergedFolder.write(folders, output);
      results = Experiments.resume(output).shard(Shard.NONE).onProgress(last::set).run();
    } catch (FolderRefusedException | UncheckedIOException e) {
      throw new BadInput("merge: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BadInput("merge: cannot write %s: %s".formatted(output, Reason.ofWriting(e)), e);
    }
    SweepProgress there = last.get();
    if (there != null && there.done() < there.total()) {
      err.printf(
          "sea4j: %s: %d of %d %s are there; run what is missing, or the same experiment with --output %s --resume%n",
          there.experiment(), there.done(), there.total(), there.unit(), output);
      err.flush();
      return 1;
    }
    out.print(SweepReport.text(results));
    out.println("results are in " + output);
    out.flush();
    return 0;
  }
}
