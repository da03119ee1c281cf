package io.github.sea4j.cli;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cluster.Cluster;
import io.github.sea4j.cluster.ClusterException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.IChart;
import picocli.CommandLine.Option;
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
    Finished run(Path folder, Place place, ProgressListener progress);
  }

  /** The options that say where trials run, and which: none can be seen in the results. */
  static final class Place {

    @Option(
        names = "--threads",
        paramLabel = "N",
        description = "Default: all cores; 1 where times are measured.")
    private @Nullable Integer threads;

    @Option(
        names = "--on",
        paramLabel = "CLUSTER",
        description = {
          "Run the trials on Apache Spark, in place of threads: spark://HOST:PORT, or local[N] to try",
          "it on this machine. environment/spark fetches Spark, once."
        })
    private @Nullable String on;

    @Option(
        names = "--shard",
        paramLabel = "I/N",
        description = {
          "Run part I of N only, into a folder of its own: so N machines share an experiment. When",
          "all are done, experiment merge gives the results of one run, byte for byte."
        })
    private @Nullable String shard;

    /**
     * Checks the options.
     *
     * @param single whether the experiment is a single run
     * @throws BadInput on a value that does not fit
     */
    void check(boolean single) {
      if (threads != null && threads < 1) {
        throw new BadInput("--threads must be at least 1, but is " + threads);
      }
      if (single && (shard != null || on != null)) {
        throw new BadInput(
            "--%s: this experiment is a single run, there is nothing to share"
                .formatted(shard != null ? "shard" : "on"));
      }
      if (threads != null && on != null) {
        throw new BadInput("--threads and --on exclude each other; local[N] has N threads");
      }
      part();
      if (on != null) {
        cluster(on);
      }
    }

    private SweepExperiment<?> apply(SweepExperiment<?> sweep) {
      SweepExperiment<?> here = on == null ? sweep : sweep.on(cluster(on));
      return (threads == null ? here : here.threads(threads)).shard(part());
    }

    private static Cluster cluster(String address) {
      try {
        Cluster cluster = Cluster.spark(address);
        cluster.provider();
        return cluster;
      } catch (ClusterException e) {
        throw new BadInput("--on: " + e.getMessage(), e);
      }
    }

    private Shard part() {
      try {
        return shard == null ? Shard.ALL : Shard.of(shard);
      } catch (IllegalArgumentException e) {
        throw new BadInput("--" + e.getMessage(), e);
      }
    }

    /** What a person is told of results in a folder. */
    String whereResultsAre(Object folder) {
      return shard == null
          ? "results are in " + folder
          : "part %s is in %s; experiment merge puts the parts together".formatted(shard, folder);
    }

    /** The options as they were given. */
    List<String> words() {
      List<String> words = new ArrayList<>();
      if (threads != null) {
        words.addAll(List.of("--threads", Integer.toString(threads)));
      }
      if (on != null) {
        words.addAll(List.of("--on", on));
      }
      if (shard != null) {
        words.addAll(List.of("--shard", shard));
      }
      return words;
    }
  }

  private static RunnableExperiment of(SweepExperiment<?> sweep) {
    return new RunnableExperiment(
        sweep.name(),
        sweep.description(),
        sweep.parameters(),
        true,
        preset -> of(sweep.preset(preset)),
        values -> of(sweep.with(values)),
        (folder, place, progress) -> {
          Table results = place.apply(sweep.into(folder).onProgress(progress)).run();
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
        (folder, place, progress) ->
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
