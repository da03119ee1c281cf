package io.github.sea4j.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.sea4j.data.Indicators;
import io.github.sea4j.store.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model as JSON. */
final class ModelFile {

  private static final String FORMAT = "sea4j-model-1";

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private ModelFile() {}

  private record Document(
      String format,
      String loss,
      String target,
      List<String> labels,
      double intercept,
      List<Column> columns,
      List<Indicators> inputs,
      @Nullable String offset,
      @Nullable String weights,
      @Nullable String subjects,
      boolean fillsMissing,
      Model.Fitting fitting) {}

  /** NaN is no number in JSON: an error that there is none of is left out. */
  private record Column(
      String name,
      double coefficient,
      @Nullable Double standardError,
      double mean,
      boolean forced) {}

  static String json(Model model) {
    LinearPredictor predictor = model.predictor();
    List<Column> columns =
        model.terms().stream()
            .map(
                term ->
                    new Column(
                        term.name(),
                        term.coefficient(),
                        Double.isNaN(term.standardError()) ? null : term.standardError(),
                        term.mean(),
                        term.forced()))
            .toList();
    return GSON.toJson(
            new Document(
                FORMAT,
                model.loss().toString(),
                model.target(),
                model.labels(),
                model.intercept(),
                columns,
                predictor.inputs(),
                predictor.offsetColumn(),
                predictor.weightsColumn(),
                predictor.subjectsColumn(),
                predictor.fillsMissing(),
                model.fitting()))
        + "\n";
  }

  static Path write(Model model, Path file) {
    try {
      AtomicFile.write(file, json(model));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }

  static Model read(Path file) {
    JsonObject document;
    try {
      document = GSON.fromJson(Files.readString(file), JsonObject.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + (Files.exists(file) ? ": cannot be read as text" : ": no such file"), e);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException(file + ": expected a model as JSON, but it is none", e);
    }
    boolean ours = document != null && document.has("format") && isOurs(document.get("format"));
    if (!ours) {
      throw new IllegalArgumentException(
          file + ": expected a model, JSON with the format " + FORMAT + ", but found none");
    }
    try {
      return model(document);
    } catch (RuntimeException e) { // the many ways in which parts can be missing or of another kind
      throw new IllegalArgumentException(
          file + ": expected a whole model, but parts are missing or wrong", e);
    }
  }

  private static boolean isOurs(JsonElement format) {
    return format.isJsonPrimitive() && format.getAsString().equals(FORMAT);
  }

  /** Element by element: the Gson inside the notebook's kernel is too old to fill records. */
  private static Model model(JsonObject document) {
    List<Indicators> inputs = new ArrayList<>();
    for (JsonElement each : document.getAsJsonArray("inputs")) {
      JsonObject input = each.getAsJsonObject();
      inputs.add(
          new Indicators(
              input.get("name").getAsString(),
              strings(input.getAsJsonArray("levels")),
              input.get("other").getAsString()));
    }
    List<Model.Term> terms = new ArrayList<>();
    for (JsonElement each : document.getAsJsonArray("columns")) {
      terms.add(term(each.getAsJsonObject(), inputs));
    }
    JsonObject fitting = document.getAsJsonObject("fitting");
    return new Model(
        LossKind.of(document.get("loss").getAsString()),
        strings(document.getAsJsonArray("labels")),
        new LinearPredictor(
            document.get("target").getAsString(),
            document.get("intercept").getAsDouble(),
            terms,
            inputs,
            optional(document, "offset"),
            optional(document, "weights"),
            optional(document, "subjects"),
            document.get("fillsMissing").getAsBoolean()),
        new Model.Fitting(
            fitting.get("solver").getAsString(),
            fitting.get("k").getAsInt(),
            fitting.get("rows").getAsInt(),
            fitting.get("deviance").getAsDouble(),
            fitting.get("nullDeviance").getAsDouble(),
            fitting.get("status").getAsString()));
  }

  private static Model.Term term(JsonObject column, List<Indicators> inputs) {
    String name = column.get("name").getAsString();
    if (inputs.stream().noneMatch(input -> input.columns().contains(name))) {
      throw new IllegalArgumentException("no input has the column " + name);
    }
    JsonElement error = column.get("standardError");
    return new Model.Term(
        name,
        column.get("coefficient").getAsDouble(),
        error == null ? Double.NaN : error.getAsDouble(),
        column.get("mean").getAsDouble(),
        column.get("forced").getAsBoolean());
  }

  private static List<String> strings(JsonArray array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.getAsString()));
    return texts;
  }

  private static @Nullable String optional(JsonObject document, String name) {
    JsonElement value = document.get(name);
    return value == null ? null : value.getAsString();
  }
}
