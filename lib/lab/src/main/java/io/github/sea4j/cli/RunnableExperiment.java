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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** An experiment as the command line runs it. */
sealed interface RunnableExperiment {

  String name();

  String description();

  Map<String, String> parameters();

  RunnableExperiment preset(Preset preset);

  RunnableExperiment with(Map<String, String> values);

  /** Whether a stopped run leaves something to go on with. */
  boolean canResume();

  /**
   * Runs it.
   *
   * @return lines for a person
   */
  String run(Path folder, @Nullable Integer threads, ProgressListener progress);

  /** All there are, sweeps first. */
  static List<RunnableExperiment> all() {
    return Stream.<RunnableExperiment>concat(
            Experiments.sweeps().stream().map(SweepRun::new),
            Experiments.singles().stream().map(SingleRun::new))
        .toList();
  }

  /**
   * The experiment of this name.
   *
   * @throws BadInput that lists the names there are
   */
  static RunnableExperiment byName(String name) {
    return all().stream()
        .filter(experiment -> experiment.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "unknown experiment '%s', expected list or one of %s"
                        .formatted(
                            name,
                            String.join(
                                ", ", all().stream().map(RunnableExperiment::name).toList()))));
  }

  /** Many trials, resumable. */
  record SweepRun(SweepExperiment<?> experiment) implements RunnableExperiment {
    @Override
    public String name() {
      return experiment.name();
    }

    @Override
    public String description() {
      return experiment.description();
    }

    @Override
    public Map<String, String> parameters() {
      return experiment.parameters();
    }

    @Override
    public RunnableExperiment preset(Preset preset) {
      return new SweepRun(experiment.preset(preset));
    }

    @Override
    public RunnableExperiment with(Map<String, String> values) {
      return new SweepRun(experiment.with(values));
    }

    @Override
    public boolean canResume() {
      return true;
    }

    @Override
    public String run(Path folder, @Nullable Integer threads, ProgressListener progress) {
      SweepExperiment<?> sweep = experiment.into(folder).onProgress(progress);
      if (threads != null) {
        sweep = sweep.threads(threads);
      }
      Table results = sweep.run();
      return SweepReport.text(results);
    }
  }

  /** One instance, over in seconds. */
  record SingleRun(SingleExperiment<?> experiment) implements RunnableExperiment {
    @Override
    public String name() {
      return experiment.name();
    }

    @Override
    public String description() {
      return experiment.description();
    }

    @Override
    public Map<String, String> parameters() {
      return experiment.parameters();
    }

    @Override
    public RunnableExperiment preset(Preset preset) {
      return this;
    }

    @Override
    public RunnableExperiment with(Map<String, String> values) {
      return new SingleRun(experiment.with(values));
    }

    @Override
    public boolean canResume() {
      return false;
    }

    @Override
    public String run(Path folder, @Nullable Integer threads, ProgressListener progress) {
      List<String> files = experiment.write(folder);
      return "wrote " + String.join(", ", files) + System.lineSeparator();
    }
  }
}
