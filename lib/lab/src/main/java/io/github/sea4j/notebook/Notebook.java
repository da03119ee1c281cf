package io.github.sea4j.notebook;

import io.github.sea4j.experiment.Preset;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.run.Execution;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library in a notebook. Outside a kernel all methods but {@link #preset} do nothing. */
public final class Notebook {

  /** Name of the environment variable that chooses the preset: quick (default) or paper. */
  public static final String PRESET_VARIABLE = "SEA4J_PRESET";

  private static volatile Kernel kernel = Kernel.NONE;

  private Notebook() {}

  /**
   * Prepares a session: charts, tables, solutions, instances, problems, vectors, supports and
   * arrays show as such when they end a cell, and experiments and long solves show their progress.
   * Called once by the kernel's start-up script.
   */
  public static void init() {
    Kernel found = findKernel();
    if (found != null) {
      init(found);
    }
  }

  static void init(Kernel running) {
    kernel = running;
    Views.registerAll(running);
    Clock clock = Clock.system(ZoneId.systemDefault());
    Execution.showProgressBy(() -> new NotebookProgress(running, clock));
    Run.showSolvesBy(NotebookHeartbeat.PERIOD, () -> new NotebookHeartbeat(running, clock));
  }

  /** Shows a value now, for cells that show more than their last expression. */
  public static void show(Object value) {
    kernel.show(Views.of(value), "");
  }

  /**
   * Runs a solver and shows the run to step through: S_t against S*, X_t where the solver keeps it,
   * x_t against x* and the residual. Works in the notebook's file and in its HTML export, without a
   * kernel; a still picture of the best iteration stands in where scripts are not run.
   *
   * <p>At most 300 KB: values are rounded to what a chart can show, and of a long run some
   * iterations are left out (the page says which are kept). The run is deterministic, so what is
   * shown is what the solver does without an audience.
   *
   * @param solver any; only SEA keeps X_t
   * @param instance a problem of at most 1000 columns and its truth
   * @throws IllegalArgumentException if there are more columns, or no iteration (zero measurements)
   */
  public static void explore(Solver solver, Instance instance) {
    kernel.show(
        Explorer.of(solver, instance.problem(), instance.truth(), instance.description()), "");
  }

  /**
   * Writes a run as an animated GIF, for pages and slides: the pictures of {@link #explore} up to
   * the iteration of the smallest residual, the last of them held for three seconds.
   *
   * @param solver any; only SEA keeps X_t
   * @param instance a problem of at most 1000 columns and its truth
   * @param file where to write; its name ends with .gif
   * @param pictures how many at most, 2 to 200; each takes about 10 KB
   * @return the file
   * @throws IllegalArgumentException if the name or the number is another, there are more columns,
   *     or no iteration (zero measurements)
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static Path animate(Solver solver, Instance instance, Path file, int pictures) {
    if (!file.toString().endsWith(".gif") || pictures < 2 || pictures > 200) {
      throw new IllegalArgumentException(
          "file must end with .gif and pictures be between 2 and 200, but are %s and %d"
              .formatted(file, pictures));
    }
    return Animation.write(Explorer.stills(solver, instance, pictures), file);
  }

  /** {@link #explore(Solver, Instance)} where the truth is not known. */
  public static void explore(Solver solver, SparseProblem problem) {
    kernel.show(Explorer.of(solver, problem, null, problem.toString()), "");
  }

  /** Shows a text in Markdown, for readings of a figure that quote computed numbers. */
  public static void markdown(String text, Object... arguments) {
    String filled = arguments.length == 0 ? text : String.format(Locale.ROOT, text, arguments);
    kernel.show(new Output("text/markdown", filled, Map.of(), filled), "");
  }

  /**
   * The preset that the environment asks for, so that the same notebook runs in both sizes.
   *
   * @throws IllegalArgumentException if the variable holds anything but quick or paper
   */
  public static Preset preset() {
    return preset(System.getenv(PRESET_VARIABLE));
  }

  static Preset preset(@Nullable String value) {
    return value == null || value.isBlank() ? Preset.QUICK : Preset.of(value.strip());
  }

  private static @Nullable Kernel findKernel() {
    try {
      return IJavaKernel.find();
    } catch (NoClassDefFoundError notThisOne) {
      return findOther();
    }
  }

  private static @Nullable Kernel findOther() {
    try {
      return JJavaKernel.find();
    } catch (NoClassDefFoundError notInANotebook) {
      return null;
    }
  }
}
