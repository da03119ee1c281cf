package io.github.sea4j.cli.select;

import io.github.sea4j.cli.FigureFile;
import io.github.sea4j.cli.Version;
import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.OptionalFile;
import io.github.sea4j.data.DataException;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.plot.select.SelectionFigures;
import io.github.sea4j.selection.Rule;
import io.github.sea4j.selection.Selection;
import io.github.sea4j.selection.SelectionResult;
import io.github.sea4j.selection.SizeRange;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sea4j select}: a table with names, a few of its columns, a model. */
@Command(
    name = "select",
    description = "Chooses a few columns of a table that explain another one, and how many.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sea4j select --data houses.csv --target price --folds 10 --save model.json",
      "  sea4j select --data patients.csv --target ill --loss logistic --positive yes \\",
      "      --text one-hot --missing means --force age,sex --sizes 0:8 --plot path.png",
      "  sea4j select --data visits.csv --target visits --loss poisson --subjects person \\",
      "      --text one-hot --groups words --repeats 5",
      "  sea4j predict --model model.json --data new.csv --output predicted.csv",
      "",
      "Solvers: see sea4j solve --help. The size is chosen by the rule of one standard error;",
      "--rule takes another one. Forced columns and the intercept are not counted."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class SelectCommand implements Callable<Integer> {

  private static final Map<String, Rule> RULES =
      Map.of(
          "one-se", Rule.ONE_STANDARD_ERROR,
          "cv", Rule.CROSS_VALIDATION,
          "bic", Rule.BIC,
          "ebic", Rule.EBIC,
          "gic", Rule.GIC,
          "aic", Rule.AIC);

  /** What messages may be about that an option says. */
  private static final List<String> OPTIONS =
      List.of("sizes", "folds", "repeats", "positive", "groups", "weights", "offset", "subjects");

  private static final long NANOS_BETWEEN_LINES = 5_000_000_000L;

  @Spec private CommandSpec spec;

  private long told = System.nanoTime();

  @Mixin private TableFile file;

  @Mixin private Question question;

  @Option(
      names = "--solver",
      paramLabel = "S",
      description = "Searches the columns of each size. Default: els(sea).")
  private String solver = "els(sea)";

  @Option(
      names = "--sizes",
      paramLabel = "A:B",
      description = "Numbers of columns to try, or one. Default: 0 to min(20, columns, rows / 5).")
  private @Nullable String sizes;

  @Option(
      names = "--folds",
      paramLabel = "F",
      description =
          "Folds of the cross-validation, at least 2. Default: 10, with fewer rows or subjects one"
              + " for each, or for each row of the rarer label.")
  private @Nullable Integer folds;

  @Option(
      names = "--repeats",
      paramLabel = "R",
      description = "How often the rows are dealt to folds, at least 1. Default: 1.")
  private int repeats = 1;

  @Option(names = "--seed", paramLabel = "N", description = "Deals the rows to folds. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--rule",
      paramLabel = "R",
      description = "Chooses the size: one-se (the default), cv, bic, ebic, gic or aic.")
  private String rule = "one-se";

  @Option(
      names = FigureFile.PLOT,
      paramLabel = "F",
      description = "Draw the path to F: .png, .svg or .pdf.")
  private @Nullable Path plot;

  @Option(
      names = "--save",
      paramLabel = "F",
      description = "Write the model to F, for sea4j predict.")
  private @Nullable Path save;

  @Option(names = "--json", description = "Print one JSON document instead of tables.")
  private boolean json;

  /** Made by picocli. */
  public SelectCommand() {}

  @Override
  public Integer call() {
    List<Path> taken = new ArrayList<>(List.of(file.path()));
    try (FigureFile figure = FigureFile.open(plot, taken);
        OptionalFile model = OptionalFile.open("--save", save, taken)) {
      SelectionResult result = result();
      figure.commit(() -> SelectionFigures.all(result.table()));
      model.commit(path -> result.model().json().getBytes(StandardCharsets.UTF_8));
      SelectReport report = new SelectReport(file.path(), result);
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? report.json() : report.text());
      out.flush();
      PrintWriter err = spec.commandLine().getErr();
      result.notes().forEach(note -> err.println("sea4j: note: " + note));
    }
    return 0;
  }

  private SelectionResult result() {
    Selection selection;
    try {
      selection = Selection.of(question.about(file)).solver(Solvers.parse(solver));
    } catch (IllegalArgumentException e) {
      throw new BadInput("--solver: " + e.getMessage(), e);
    }
    Rule chosen = RULES.get(rule.strip());
    if (chosen == null) {
      throw new BadInput(
          "--rule must be one of one-se, cv, bic, ebic, gic, aic, but is '%s'".formatted(rule));
    }
    try {
      selection = sizes == null ? selection : selection.sizes(SizeRange.of(sizes));
      selection = folds == null ? selection : selection.folds(folds);
      return selection.repeats(repeats).seed(seed).rule(chosen).watchedBy(this::tell).run();
    } catch (DataException e) {
      throw new BadInput(TableFile.DATA + " " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new BadInput(named(String.valueOf(e.getMessage())), e);
    }
  }

  /** A line every few seconds, for choices that take longer. */
  private synchronized void tell(int done, int total) {
    long now = System.nanoTime();
    if (done < total && now - told > NANOS_BETWEEN_LINES) {
      told = now;
      spec.commandLine().getErr().println("sea4j: %d of %d paths done".formatted(done, total));
    }
  }

  /** The message with the option in front that it is about: a solver's, if about none of these. */
  private String named(String message) {
    for (String option : OPTIONS) {
      if (message.startsWith(option + " ") || message.startsWith(option + ":")) {
        return "--" + message;
      }
    }
    if (message.startsWith("forced columns")) {
      return "--force: " + message;
    }
    return "--solver %s: %s".formatted(solver, message);
  }
}
