package io.github.sea4j.cli;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.experiment.Experiments;
import io.github.sea4j.experiment.Preset;
import io.github.sea4j.experiment.SingleExperiment;
import io.github.sea4j.experiment.SweepExperiment;
import io.github.sea4j.run.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as the command line runs it: many trials, or one instance that is over in seconds.
 *
 * @param canResume whether a stopped run leaves something to go on with
 * @param presets the same in another size
 * @param changes the same with other values of parameters
 * @param runner what runs it
 */
record RunnableExperiment(
    String name,
    String description,
    Map<String, String> parameters,
    boolean canResume,
    Function<Preset, RunnableExperiment> presets,
    Function<Map<String, String>, RunnableExperiment> changes,
    Runner runner) {

  /** Runs an experiment into a folder; gives lines for a person. */
  @FunctionalInterface
  interface Runner {
    String run(Path folder, @Nullable Integer threads, ProgressListener progress);
  }

  private static RunnableExperiment of(SweepExperiment<?> sweep) {
    return new RunnableExperiment(
        sweep.name(),
        sweep.description(),
        sweep.parameters(),
        true,
        preset -> of(sweep.preset(preset)),
        values -> of(sweep.with(values)),
        (folder, threads, progress) -> {
          SweepExperiment<?> watched = sweep.into(folder).onProgress(progress);
          return SweepReport.text((threads == null ? watched : watched.threads(threads)).run());
        });
  }

  private static RunnableExperiment of(SingleExperiment<?> single) {
    return new RunnableExperiment(
        single.name(),
        single.description(),
        single.parameters(),
        false,
        preset -> of(single),
        values -> of(single.with(values)),
        (folder, threads, progress) ->
            "wrote " + String.join(", ", single.write(folder)) + System.lineSeparator());
  }

  /** All there are, sweeps first. */
  static List<RunnableExperiment> all() {
    return Stream.<RunnableExperiment>concat(
            Experiments.sweeps().stream().map(RunnableExperiment::of),
            Experiments.singles().stream().map(RunnableExperiment::of))
        .toList();
  }

  /**
   * The experiment of this name.
   *
   * @throws BadInput that lists the names there are
   */
  static RunnableExperiment byName(String name) {
    List<RunnableExperiment> all = all();
    return all.stream()
        .filter(experiment -> experiment.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "unknown experiment '%s', expected list or one of %s"
                        .formatted(
                            name, String.join(", ", all.stream().map(e -> e.name).toList()))));
  }
}
