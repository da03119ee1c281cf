package io.github.sea4j.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An experiment on one instance: over in seconds, so it has no presets and nothing to resume. */
public sealed interface SingleExperiment permits InstanceExperiment, TraceExperiment {

  /** The name on the command line and in results. */
  String name();

  /** What it shows, in one line. */
  String description();

  /** All that decides the results, by name. */
  Map<String, String> parameters();

  /**
   * The same with all these parameters changed at once; only together need they fit.
   *
   * @throws IllegalArgumentException on an unknown name or a value that does not fit
   */
  SingleExperiment with(Map<String, String> values);

  /**
   * Runs it and writes its tables as CSV, with the record of where they come from.
   *
   * @return the names of the files
   * @throws SweepStoppedException if the thread was interrupted; then nothing is written
   * @throws FolderRefusedException if another run holds the folder
   * @throws java.io.UncheckedIOException if the folder cannot be written
   */
  List<String> write(Path folder);
}
