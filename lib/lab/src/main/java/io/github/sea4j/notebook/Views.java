package io.github.sea4j.notebook;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.model.Model;
import io.github.sea4j.model.Scores;
import io.github.sea4j.plot.ChartFile;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.selection.SelectionResult;
import io.github.sea4j.selection.SplitIntervals;
import io.github.sea4j.selection.StabilitySelection;
import io.github.sea4j.solver.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

/**
 * How values look in a notebook: escaped, and cut where they are long, for an output stays in the
 * file.
 */
final class Views {

  private static final int MOST_ENTRIES = 50;
  private static final int MOST_CHARACTERS = 10_000;

  private static final List<Rendering<?>> ALL =
      List.of(
          new Rendering<>(IChart.class, Views::chart),
          new Rendering<>(Table.class, HtmlTable::of),
          new Rendering<>(DataTable.class, data -> HtmlTable.of(data.table())),
          new Rendering<>(Model.class, model -> HtmlTable.of(model.table())),
          new Rendering<>(Scores.class, scores -> HtmlTable.of(scores.table())),
          new Rendering<>(SelectionResult.class, result -> HtmlTable.of(result.table())),
          new Rendering<>(StabilitySelection.class, stable -> HtmlTable.of(stable.table())),
          new Rendering<>(SplitIntervals.class, split -> HtmlTable.of(split.table())),
          new Rendering<>(Solution.class, Views::solution),
          new Rendering<>(Instance.class, Views::instance),
          new Rendering<>(SparseProblem.class, Views::problem),
          new Rendering<>(SparseVector.class, Views::vector),
          new Rendering<>(Support.class, Views::support),
          new Rendering<>(double[].class, Views::numbers),
          new Rendering<>(int[].class, Views::integers),
          new Rendering<>(double[][].class, HtmlTable::ofMatrix));

  private Views() {}

  private record Rendering<T>(Class<T> type, Function<T, Output> render) {
    void registerAt(Kernel kernel) {
      kernel.register(type, render);
    }

    Stream<Output> of(Object value) {
      return Stream.of(value).filter(type::isInstance).map(type::cast).map(render);
    }
  }

  static void registerAll(Kernel kernel) {
    ALL.forEach(view -> view.registerAt(kernel));
  }

  /** The view of any value; what has none of its own shows as its text. */
  static Output of(Object value) {
    return ALL.stream()
        .flatMap(view -> view.of(value))
        .findFirst()
        .orElseGet(() -> text(String.valueOf(value)));
  }

  private static Output text(String text) {
    String shown =
        text.length() <= MOST_CHARACTERS
            ? text
            : text.substring(0, MOST_CHARACTERS)
                + "\n... and %d more characters".formatted(text.length() - MOST_CHARACTERS);
    return Output.html("<pre>" + HtmlTable.escape(shown) + "</pre>", shown);
  }

  /** At twice the density, shown at the chart's own size. */
  private static Output chart(IChart chart) {
    String title = chart.getTitle();
    return Output.png(
        ChartFile.png(chart),
        chart.getWidth(),
        chart.getHeight(),
        title == null || title.isEmpty() ? "chart" : "chart: " + title);
  }

  private static Output solution(Solution solution) {
    return Output.html(
        HtmlTable.ofPairs(
            "solver", solution.solver(),
            "status", solution.status().toString(),
            "relative residual", HtmlTable.number(solution.relativeResidual()),
            "iterations", Long.toString(solution.iterations()),
            "distinct supports", Long.toString(solution.distinctSupports()),
            "products with A", Long.toString(solution.products()),
            "seconds", HtmlTable.number(solution.time().toNanos() / 1e9),
            "support", indices(solution.support()),
            "coefficients", values(solution.coefficients())),
        solution.toString());
  }

  private static Output instance(Instance instance) {
    List<String> pairs = new ArrayList<>(List.of("instance", instance.description()));
    pairs.addAll(sizes(instance.problem()));
    pairs.addAll(
        List.of(
            "noise norm", HtmlTable.number(instance.noiseNorm()),
            "true support", indices(instance.truth().support()),
            "true coefficients", values(instance.truth().values())));
    return Output.html(
        HtmlTable.ofPairs(pairs.toArray(String[]::new)), "instance: " + instance.description());
  }

  private static Output problem(SparseProblem problem) {
    List<String> pairs = new ArrayList<>(sizes(problem));
    pairs.addAll(
        List.of(
            "operator A", problem.operator().getClass().getSimpleName(),
            "norm of y", HtmlTable.number(problem.measurementNorm())));
    return Output.html(HtmlTable.ofPairs(pairs.toArray(String[]::new)), problem.toString());
  }

  private static List<String> sizes(SparseProblem problem) {
    return List.of(
        "rows m", Integer.toString(problem.rows()),
        "columns n", Integer.toString(problem.columns()),
        "sparsity k", Integer.toString(problem.sparsity()));
  }

  private static Output vector(SparseVector x) {
    return Output.html(
        HtmlTable.ofPairs(
            "length", Integer.toString(x.length()),
            "support", indices(x.support()),
            "values", values(x.values())),
        "vector of length %d, on %s".formatted(x.length(), text(x.support())));
  }

  private static Output support(Support support) {
    return text(text(support));
  }

  private static Output integers(int[] values) {
    return text("%d integers: %s".formatted(values.length, indices(values)));
  }

  private static Output numbers(double[] values) {
    return text("%d numbers: %s".formatted(values.length, values(values)));
  }

  private static String text(Support support) {
    return "%d indices: %s".formatted(support.size(), indices(support));
  }

  private static String indices(Support support) {
    return indices(support.toArray());
  }

  private static String indices(int[] indices) {
    return list(Arrays.stream(indices).mapToObj(Integer::toString), indices.length);
  }

  private static String values(double[] values) {
    return list(Arrays.stream(values).mapToObj(HtmlTable::number), values.length);
  }

  private static String list(Stream<String> entries, int count) {
    String shown = entries.limit(MOST_ENTRIES).collect(Collectors.joining(", "));
    int more = count - MOST_ENTRIES;
    return more > 0 ? shown + ", and " + more + " more" : shown;
  }
}
