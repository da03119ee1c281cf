package io.github.sea4j.notebook;

import io.github.sea4j.plot.ChartFile;
import io.github.sea4j.problem.Instance;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

/** How the library's values look in a notebook. */
final class Views {

  private static final int MOST_INDICES = 50;

  private Views() {}

  static void registerAll(Kernel kernel) {
    kernel.register(IChart.class, Views::of);
    kernel.register(Table.class, HtmlTable::of);
    kernel.register(Solution.class, Views::of);
    kernel.register(Instance.class, Views::of);
  }

  /** The view of any value; what has none of its own shows as its text. */
  static Output of(Object value) {
    if (value instanceof IChart chart) {
      return of(chart);
    }
    if (value instanceof Table table) {
      return HtmlTable.of(table);
    }
    if (value instanceof Solution solution) {
      return of(solution);
    }
    if (value instanceof Instance instance) {
      return of(instance);
    }
    String text = String.valueOf(value);
    return Output.html("<pre>" + HtmlTable.escape(text) + "</pre>", text);
  }

  /** At twice the density, shown at the chart's own size. */
  static Output of(IChart chart) {
    String title = chart.getTitle();
    return Output.png(
        ChartFile.png(chart),
        chart.getWidth(),
        chart.getHeight(),
        title == null || title.isEmpty() ? "chart" : "chart: " + title);
  }

  static Output of(Solution solution) {
    String html =
        HtmlTable.ofPairs(
            List.of(
                "solver", solution.solver(),
                "status", solution.status().toString(),
                "relative residual", HtmlTable.number(solution.relativeResidual()),
                "iterations", Long.toString(solution.iterations()),
                "distinct supports", Long.toString(solution.distinctSupports()),
                "seconds", HtmlTable.number(solution.time().toNanos() / 1e9),
                "support", indices(solution.support())));
    return Output.html(html, solution.toString());
  }

  static Output of(Instance instance) {
    String html =
        HtmlTable.ofPairs(
            List.of(
                "instance", instance.description(),
                "rows m", Integer.toString(instance.problem().rows()),
                "columns n", Integer.toString(instance.problem().columns()),
                "sparsity k", Integer.toString(instance.problem().sparsity()),
                "noise norm", HtmlTable.number(instance.noiseNorm()),
                "true support", indices(instance.truth().support())));
    return Output.html(html, "instance: " + instance.description());
  }

  /** What a problem is in a few words. */
  static String title(SparseProblem problem) {
    return "%d x %d, k = %d".formatted(problem.rows(), problem.columns(), problem.sparsity());
  }

  private static String indices(Support support) {
    String shown =
        Arrays.stream(support.toArray())
            .limit(MOST_INDICES)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    int more = support.size() - MOST_INDICES;
    return more > 0 ? shown + ", and " + more + " more" : shown;
  }
}
