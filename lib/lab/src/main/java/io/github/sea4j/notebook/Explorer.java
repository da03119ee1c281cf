package io.github.sea4j.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.plot.ChartFile;
import io.github.sea4j.plot.Figures;
import io.github.sea4j.plot.Panels;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A run that the reader of a notebook steps through. */
final class Explorer {

  /** No more columns can be told apart in a chart, or stay within the bytes. */
  static final int MOST_COLUMNS = 1000;

  /** The whole output, page, data and still picture. */
  static final int MOST_BYTES = 300_000;

  private static final List<Integer> LEVELS = List.of(FilmBytes.MOST_LEVELS, 63);

  /** How much larger than the truth an estimate may be drawn; spikes side by side can be huge. */
  private static final double HEADROOM = 1.5;

  private static final int HEIGHT = 760;
  private static final int HEIGHT_WITHOUT_EXPLORATION = 555;

  private final SparseProblem problem;
  private final @Nullable SparseVector truth;
  private final String description;
  private final String label;
  private final FilmRecorder recorder;

  private Explorer(
      SparseProblem problem,
      @Nullable SparseVector truth,
      String description,
      String label,
      FilmRecorder recorder) {
    this.problem = problem;
    this.truth = truth;
    this.description = description;
    this.label = label;
    this.recorder = recorder;
  }

  /** Runs the solver and shows the run; see {@link #explorer}. */
  static Output of(
      Solver solver, SparseProblem problem, @Nullable SparseVector truth, String description) {
    return explorer(solver, problem, truth, description).output();
  }

  /**
   * Runs the solver.
   *
   * @param truth x*, where it is known
   * @throws IllegalArgumentException if the problem has more than {@value #MOST_COLUMNS} columns,
   *     or one that the solver makes no iteration on
   */
  private static Explorer explorer(
      Solver solver, SparseProblem problem, @Nullable SparseVector truth, String description) {
    if (problem.columns() > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "the explorer shows at most %d columns, but the problem has %d"
              .formatted(MOST_COLUMNS, problem.columns()));
    }
    FilmRecorder recorder = new FilmRecorder();
    Solution solution = solver.solve(problem, Run.unlimited().observedBy(recorder));
    if (recorder.frames(1).isEmpty()) {
      throw new IllegalArgumentException(
          "there is no iteration to explore: %s ended with %s"
              .formatted(solver.name(), solution.status()));
    }
    return new Explorer(problem, truth, description, solver.label(), recorder);
  }

  /** Runs the solver and gives pictures of so many iterations at most, up to the best one. */
  static List<Panels> stills(Solver solver, Instance instance, int most) {
    Explorer explorer =
        explorer(solver, instance.problem(), instance.truth(), instance.description());
    List<Frame> frames = explorer.recorder.frames(1);
    int last = frames.indexOf(best(frames));
    int steps = Math.max(1, Math.min(most - 1, last));
    return IntStream.rangeClosed(0, steps)
        .map(i -> (int) ((long) i * last / steps))
        .distinct()
        .mapToObj(i -> explorer.still(frames.get(i), frames, ""))
        .toList();
  }

  private Panels still(Frame shown, List<Frame> frames, String remark) {
    String caption =
        "%s, iteration t = %d%s. %s"
            .formatted(
                label,
                shown.iteration(),
                remark,
                truth == null ? "Blue: S\u209C" : "Blue: found, orange: wrong, rings: missed");
    return Figures.snapshot(Snapshot.of(caption, shown, frames, truth, problem.measurementNorm()));
  }

  private Output output() {
    List<Frame> frames = recorder.frames(1);
    Frame best = best(frames);
    Panels still = still(best, frames, " (smallest residual)");
    byte[] png = ChartFile.png(still, 1);
    String title = "explorer: %s on %s".formatted(label, description);
    int height = best.exploration().length > 0 ? HEIGHT : HEIGHT_WITHOUT_EXPLORATION;
    String html =
        finest(
            document ->
                ExplorerPage.output(document, title, height, png, still.getWidth(), still.title()));
    return Output.html(html, title);
  }

  /** The finest output that is not too long: first the values get coarser, then iterations go. */
  private String finest(UnaryOperator<String> output) {
    for (long thinning = 1; ; thinning *= 2) {
      for (int levels : LEVELS) {
        String html = output.apply(ExplorerPage.document(data(thinning, levels)));
        if (html.length() <= MOST_BYTES) {
          return html;
        }
      }
    }
  }

  /** What {@code explorer.js} reads. */
  private JsonObject data(long thinning, int levels) {
    List<Frame> frames = recorder.frames(thinning);
    Frame best = best(frames);
    double bound = bound(best);
    byte[] film =
        new FilmBytes(frames, problem.columns()).encode(problem.measurementNorm(), bound, levels);
    JsonObject data = new JsonObject();
    data.addProperty("solver", label);
    data.addProperty("description", description);
    data.addProperty("columns", problem.columns());
    data.addProperty("frames", frames.size());
    data.addProperty("head", recorder.head(thinning));
    data.addProperty("stride", recorder.stride(thinning));
    data.addProperty("best", frames.indexOf(best));
    data.addProperty("explores", best.exploration().length > 0);
    data.addProperty("levels", levels);
    data.addProperty("bound", bound);
    if (truth != null) {
      data.add("truth", json(truth));
    }
    data.addProperty(
        "film",
        "data:application/zlib;base64,"
            + Base64.getEncoder().withoutPadding().encodeToString(film));
    return data;
  }

  private static JsonObject json(SparseVector x) {
    JsonArray indices = new JsonArray();
    JsonArray values = new JsonArray();
    for (int i = 0; i < x.support().size(); i++) {
      indices.add(x.support().get(i));
      values.add((float) x.value(i));
    }
    JsonObject json = new JsonObject();
    json.add("indices", indices);
    json.add("values", values);
    return json;
  }

  private double bound(Frame best) {
    double[] values = truth == null ? best.estimate().values() : truth.values();
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return largest > 0 ? HEADROOM * largest : 1;
  }

  /** The first of the smallest residual. */
  private static Frame best(List<Frame> frames) {
    return frames.stream().min(Comparator.comparingDouble(Frame::residualNorm)).orElseThrow();
  }
}
