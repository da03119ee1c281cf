package io.github.sea4j.cli;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.experiment.Experiments;
import io.github.sea4j.experiment.InstanceExperiment;
import io.github.sea4j.experiment.Preset;
import io.github.sea4j.experiment.SingleExperiment;
import io.github.sea4j.experiment.SweepExperiment;
import io.github.sea4j.experiment.TraceExperiment;
import io.github.sea4j.plot.Figures;
import io.github.sea4j.run.ProgressListener;
import io.github.sea4j.run.Shard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

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

  /**
   * What is left of a run.
   *
   * @param text lines for a person
   * @param figure drawn when asked for; that of a single run runs it again
   */
  record Finished(String text, Supplier<IChart> figure) {}

  /** Runs an experiment into a folder. */
  @FunctionalInterface
  interface Runner {
    Finished run(Path folder, @Nullable Integer threads, Shard shard, ProgressListener progress);
  }

  private static RunnableExperiment of(SweepExperiment<?> sweep) {
    return new RunnableExperiment(
        sweep.name(),
        sweep.description(),
        sweep.parameters(),
        true,
        preset -> of(sweep.preset(preset)),
        values -> of(sweep.with(values)),
        (folder, threads, shard, progress) -> {
          SweepExperiment<?> watched = sweep.into(folder).shard(shard).onProgress(progress);
          Table results = (threads == null ? watched : watched.threads(threads)).run();
          return new Finished(SweepReport.text(results), () -> ExperimentFigure.of(results));
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
        (folder, threads, shard, progress) ->
            new Finished(
                "wrote " + String.join(", ", single.write(folder)) + System.lineSeparator(),
                () -> figure(single)));
  }

  private static IChart figure(SingleExperiment<?> single) {
    return single instanceof InstanceExperiment instance
        ? Figures.instance(instance.run())
        : Figures.bestResidual(((TraceExperiment) single).run());
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
