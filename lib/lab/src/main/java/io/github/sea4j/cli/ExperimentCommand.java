package io.github.sea4j.cli;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.StopSignal;
import io.github.sea4j.cluster.ClusterException;
import io.github.sea4j.experiment.Preset;
import io.github.sea4j.run.SweepStoppedException;
import io.github.sea4j.store.FolderRefusedException;
import io.github.sea4j.summary.CellMeans;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sea4j experiment}: runs an experiment into a folder, or goes on with one. */
@Command(
    name = "experiment",
    description = {
      "Runs an experiment and writes its results, with their parameters and seed, to a folder.",
      "Ctrl-C stops it; what is finished is kept, and --resume goes on. The results are the same",
      "bytes for any number of threads, after any number of stops."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sea4j experiment list",
      "  sea4j experiment deconvolution --output d --plot d.png",
      "  sea4j experiment noise --preset paper --set sparsities=10,20 --seed 7 --output n",
      "  sea4j experiment noise --preset paper --set sparsities=10,20 --seed 7 --output n --resume",
      "  sea4j experiment noise --preset paper --shard 2/8 --output part-2",
      "  sea4j experiment merge part-* --output n",
      "  sea4j experiment means n --output small",
      "  sea4j experiment noise --preset paper --on spark://host:7077 --output n"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExperimentCommand implements Callable<Integer> {

  private static final String LIST = "list";
  private static final String MERGE = "merge";
  private static final String MEANS = "means";

  @Spec private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = {
        "The experiment; list explains all of them, with their parameters;",
        "merge puts the folders of all shards together;",
        "means condenses a folder of results to the means of its cells."
      })
  private String name;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FOLDER",
      description = "With merge: the folders of the shards. With means: one of results.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--preset",
      paramLabel = "P",
      description = "quick (about a minute; the default) or paper (full scale, hours).")
  private @Nullable String preset;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change a parameter; may be given several times.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Short for --set seed=N.")
  private @Nullable Long seed;

  @Mixin private RunnableExperiment.Place where;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "The folder for the results; default sea4j-NAME.")
  private @Nullable Path output;

  @Option(
      names = FigureFile.PLOT,
      paramLabel = "F",
      description = "Draw the results to F: .png, .svg or .pdf.")
  private @Nullable Path plot;

  @Option(
      names = "--resume",
      description = {
        "Go on with what is in the folder; instances, solvers, sparsities, noise levels and",
        "budgets may be more than they were, also where it had finished."
      })
  private boolean resume;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    if (List.of(LIST, MERGE, MEANS).contains(name)) {
      checkAlone();
    }
    if (name.equals(LIST)) {
      out.print(ExperimentList.text());
      out.flush();
      return 0;
    }
    if (name.equals(MERGE)) {
      return new MergedFolders(folders, output("the whole")).write(out, err);
    }
    if (name.equals(MEANS)) {
      return new CondensedFolder(folders, output(CellMeans.FILE)).write(out);
    }
    if (!folders.isEmpty()) {
      throw new BadInput(
          "folders belong to merge and means, but %s was given to %s"
              .formatted(folders.get(0), name));
    }
    RunnableExperiment experiment = configured();
    Path folder = output == null ? Path.of("sea4j-" + name) : output;
    checkFolder(folder, experiment.canResume());
    where.check(!experiment.canResume());
    try (FigureFile figure = FigureFile.open(plot, new ArrayList<>())) {
      return StopSignal.interrupts(() -> run(experiment, folder, figure, out, err));
    }
  }

  /** List, merge and means take no option that chooses what is run, or draws it. */
  private void checkAlone() {
    List<String> given = new ArrayList<>(where.words());
    if (preset != null) {
      given.add("--preset");
    }
    if (!settings.isEmpty()) {
      given.add("--set");
    }
    if (seed != null) {
      given.add("--seed");
    }
    if (plot != null) {
      given.add(FigureFile.PLOT);
    }
    if (!given.isEmpty()) {
      throw new BadInput("%s: %s takes no such option".formatted(given.get(0), name));
    }
    if (name.equals(LIST) && (output != null || resume || !folders.isEmpty())) {
      throw new BadInput("list takes no folders and no options");
    }
  }

  /** The folder of merge and means, which must be named, as it holds what is made of others. */
  private Path output(String content) {
    if (resume) {
      throw new BadInput(
          "--resume: %s has nothing to go on with; it is over in a moment".formatted(name));
    }
    if (output == null) {
      throw new BadInput("%s needs --output DIR, the folder for %s".formatted(name, content));
    }
    return output;
  }

  /** Nobody's results are written over by chance. */
  private void checkFolder(Path folder, boolean canResume) {
    if (resume && !canResume) {
      throw new BadInput("--resume: this experiment is a single run, there is nothing to go on");
    }
    if (!resume || !Files.isDirectory(folder)) {
      checkFolder(folder, canResume ? "add --resume to go on, or give" : "give");
    }
  }

  /** What is there must not be a file. */
  static void requireFolder(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw BadInput.file("--output", folder, "is a file, expected a folder");
    }
  }

  /** The folder of new results must be empty, or not there yet. */
  static void checkFolder(Path folder, String hint) {
    requireFolder(folder);
    if (Files.isDirectory(folder) && !isEmpty(folder)) {
      throw BadInput.file("--output", folder, "is not empty; " + hint + " another folder");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.endsWith(".lock"));
    } catch (IOException e) {
      throw BadInput.file("--output", folder, e);
    }
  }

  private int run(
      RunnableExperiment experiment,
      Path folder,
      FigureFile figure,
      PrintWriter out,
      PrintWriter err) {
    err.println("sea4j: " + experiment.name() + " " + experiment.parameters() + " to " + folder);
    try {
      RunnableExperiment.Finished finished =
          experiment.runner().run(folder, where, ProgressDisplay.on(err));
      figure.commit(finished.figure());
      out.print(finished.text());
      out.println(where.whereResultsAre(folder));
      out.flush();
      return 0;
    } catch (SweepStoppedException e) {
      err.println("sea4j: " + goOn(experiment, folder, e));
      err.flush();
      return Failures.INTERRUPTED;
    } catch (ClusterException e) {
      throw new BadInput("--on: " + e.getMessage(), e);
    } catch (FolderRefusedException | UncheckedIOException e) {
      throw new BadInput("--output " + folder + ": " + e.getMessage(), e);
    }
  }

  private RunnableExperiment configured() {
    try {
      RunnableExperiment experiment = RunnableExperiment.byName(name);
      if (preset != null) {
        experiment = experiment.presets().apply(Preset.of(preset));
      }
      Map<String, String> values = values();
      return values.isEmpty() ? experiment : experiment.changes().apply(values);
    } catch (IllegalArgumentException e) {
      throw new BadInput("experiment " + name + ": " + e.getMessage(), e);
    }
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new BadInput("--set must be KEY=VALUE, but is '" + setting + "'");
      }
      put(values, setting.substring(0, equals).strip(), setting.substring(equals + 1));
    }
    if (seed != null) {
      put(values, "seed", Long.toString(seed));
    }
    return values;
  }

  private static void put(Map<String, String> values, String key, String value) {
    if (values.put(key, value) != null) {
      throw new BadInput("parameter " + key + " is set twice");
    }
  }

  /** The same command again, with --resume; words with blanks or parentheses in quotes. */
  private String goOn(RunnableExperiment experiment, Path folder, SweepStoppedException stop) {
    String message = String.valueOf(stop.getMessage()).replaceFirst(";.*", "");
    if (!experiment.canResume()) {
      return message + "; nothing is kept of it";
    }
    List<String> words = new ArrayList<>(List.of("sea4j", "experiment", name));
    if (preset != null) {
      words.addAll(List.of("--preset", preset));
    }
    settings.forEach(setting -> words.addAll(List.of("--set", quoted(setting))));
    if (seed != null) {
      words.addAll(List.of("--seed", Long.toString(seed)));
    }
    where.words().forEach(word -> words.add(quoted(word)));
    words.addAll(List.of("--output", quoted(folder.toString())));
    if (plot != null) {
      words.addAll(List.of(FigureFile.PLOT, quoted(plot.toString())));
    }
    words.add("--resume");
    return message + "; to go on: " + String.join(" ", words);
  }

  private static String quoted(String word) {
    return word.matches("[\\w.,:=/+-]*") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
