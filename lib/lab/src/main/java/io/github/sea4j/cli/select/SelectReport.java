package io.github.sea4j.cli.select;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.sea4j.cli.io.OptionText;
import io.github.sea4j.cli.io.TextTable;
import io.github.sea4j.data.NameList;
import io.github.sea4j.model.ColumnGroup;
import io.github.sea4j.model.Design;
import io.github.sea4j.model.Model;
import io.github.sea4j.selection.CrossValidation;
import io.github.sea4j.selection.PathStep;
import io.github.sea4j.selection.Rule;
import io.github.sea4j.selection.SelectionResult;
import io.github.sea4j.store.LibraryBuild;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A choice for a program or for a person.
 *
 * @param data the file
 * @param result what was chosen
 */
record SelectReport(Path data, SelectionResult result) {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int WIDTH = 100;

  /** What there is none of is left out. */
  private record Document(
      String version,
      String data,
      int rows,
      String target,
      String loss,
      @Nullable List<String> labels,
      String solver,
      String rule,
      int k,
      List<String> columns,
      double[] coefficients,
      List<@Nullable Double> standardErrors,
      List<String> forced,
      double intercept,
      double deviance,
      double nullDeviance,
      String status,
      int folds,
      int repeats,
      @Nullable Map<String, List<String>> groups,
      Map<String, Integer> choices,
      List<Step> path,
      List<String> notes) {}

  private record Step(
      int k,
      List<String> columns,
      double[] coefficients,
      double intercept,
      double deviance,
      double aic,
      double bic,
      double ebic,
      double gic,
      double heldOut,
      double standardError) {}

  /** One JSON document on one line; numbers read back as the same doubles. */
  String json() {
    Model model = result.model();
    List<@Nullable Double> errors = new ArrayList<>();
    for (Model.Term term : model.terms()) {
      errors.add(Double.isNaN(term.standardError()) ? null : term.standardError());
    }
    Map<String, Integer> choices = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      choices.put(rule.name().toLowerCase(Locale.ROOT), result.k(rule));
    }
    return GSON.toJson(
            new Document(
                LibraryBuild.version(),
                data.toString(),
                result.training().size(),
                model.target(),
                model.loss().toString(),
                model.labels().isEmpty() ? null : model.labels(),
                result.solver(),
                result.rule().name().toLowerCase(Locale.ROOT),
                result.k(),
                model.columns(),
                model.coefficients(),
                errors,
                model.terms().stream().filter(Model.Term::forced).map(Model.Term::name).toList(),
                model.intercept(),
                model.fitting().deviance(),
                result.nullDeviance(),
                model.fitting().status(),
                result.crossValidation().folds(),
                result.crossValidation().repeats(),
                groups(),
                choices,
                result.path().stream().map(this::step).toList(),
                result.notes()))
        + System.lineSeparator();
  }

  private @Nullable Map<String, List<String>> groups() {
    Design design = result.training().design();
    if (!design.isGrouped()) {
      return null;
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (ColumnGroup group : design.groups()) {
      groups.put(
          group.name(),
          Arrays.stream(group.terms().toArray()).mapToObj(design.terms()::get).toList());
    }
    return groups;
  }

  private Step step(PathStep step) {
    CrossValidation held = result.crossValidation();
    int place = step.k() - result.path().get(0).k();
    return new Step(
        step.k(),
        step.columns(),
        step.fit().coefficients(),
        step.fit().intercept(),
        step.fit().deviance(),
        step.criteria().aic(),
        step.criteria().bic(),
        step.criteria().ebic(),
        step.criteria().gic(),
        held.mean()[place],
        held.standardError()[place]);
  }

  /** The sentence, the sizes, the model. */
  String text() {
    String line = System.lineSeparator();
    Model model = result.model();
    return wrapped(result.toString())
        + line
        + sizes().within(WIDTH)
        + line
        + wrapped(model.toString())
        + line
        + coefficients(model).within(WIDTH)
        + wrapped(Model.ABOUT_ERRORS);
  }

  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int width = 0;
    for (String word : text.split(" ", -1)) {
      boolean next = width > 0 && width + 1 + word.length() > WIDTH;
      lines.append(next ? System.lineSeparator() : width == 0 ? "" : " ").append(word);
      width = next ? word.length() : width + 1 + word.length();
    }
    return lines.append(System.lineSeparator()).toString();
  }

  private TextTable sizes() {
    TextTable table =
        new TextTable("rrrrrrl", "k", "deviance", "BIC", "EBIC", "held out", "+-", "columns");
    for (PathStep each : result.path()) {
      Step step = step(each);
      table.add(
          (each.k() == result.k() ? "* " : "") + step.k,
          OptionText.compact(step.deviance),
          OptionText.compact(step.bic),
          OptionText.compact(step.ebic),
          OptionText.compact(step.heldOut),
          OptionText.compact(step.standardError),
          NameList.of(step.columns));
    }
    return table;
  }

  private static TextTable coefficients(Model model) {
    TextTable table = new TextTable("lrr", "name", "coefficient", "standard error");
    table.add("(intercept)", OptionText.compact(model.intercept()), "");
    for (Model.Term term : model.terms()) {
      boolean unknown = Double.isNaN(term.standardError());
      table.add(
          term.name() + (term.forced() ? " (forced)" : ""),
          OptionText.compact(term.coefficient()),
          unknown ? "none" : OptionText.compact(term.standardError()));
    }
    return table;
  }

  @Override
  public String toString() {
    return "%s: %s".formatted(data, Arrays.toString(result.model().coefficients()));
  }
}
