package io.github.sea4j.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.github.sea4j.data.Indicators;
import io.github.sea4j.store.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                model.inputs(),
                model.offsetColumn(),
                model.weightsColumn(),
                model.fillsMissing(),
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
    Document document;
    try {
      document = GSON.fromJson(Files.readString(file), Document.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + (Files.exists(file) ? ": cannot be read as text" : ": no such file"), e);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException(file + ": expected a model as JSON, but it is none", e);
    }
    if (document == null || !FORMAT.equals(document.format)) {
      throw new IllegalArgumentException(
          file + ": expected a model, JSON with the format " + FORMAT + ", but found none");
    }
    try {
      return model(document);
    } catch (NullPointerException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ": expected a whole model, but parts are missing", e);
    }
  }

  private static Model model(Document document) {
    List<Model.Term> terms =
        document.columns.stream()
            .map(
                column ->
                    new Model.Term(
                        column.name,
                        column.coefficient,
                        column.standardError == null ? Double.NaN : column.standardError,
                        column.mean,
                        column.forced))
            .toList();
    for (Model.Term term : terms) {
      if (document.inputs.stream().noneMatch(input -> input.columns().contains(term.name()))) {
        throw new IllegalArgumentException("no input has the column " + term.name());
      }
    }
    return new Model(
        LossKind.of(document.loss),
        document.target,
        document.labels,
        document.intercept,
        terms,
        document.inputs,
        document.offset,
        document.weights,
        document.fillsMissing,
        document.fitting);
  }
}
