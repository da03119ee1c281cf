package io.github.sea4j.cli.select;

import io.github.sea4j.cli.Version;
import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.CsvOutput;
import io.github.sea4j.data.DataTable;
import io.github.sea4j.model.Model;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

/** {@code sea4j predict}: a stored model on a new table. */
@Command(
    name = "predict",
    description = "Predicts the rows of a table by a model that sea4j select has saved.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "The table needs the columns that the model uses and must have none that the model was not",
      "shown; it may have the target, and then the score is printed. The output has a row for each",
      "row of the table: prediction, which is the probability of the positive label where there"
          + " are",
      "labels, and then the likelier label."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class PredictCommand implements Callable<Integer> {

  private static final String MODEL = "--model";

  @Spec private CommandSpec spec;

  @Option(
      names = MODEL,
      required = true,
      paramLabel = "F",
      description = "A model that sea4j select --save has written.")
  private Path model;

  @Mixin private TableFile file;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "F",
      description = "Write the predictions to F, as CSV.")
  private Path output;

  /** Made by picocli. */
  public PredictCommand() {}

  @Override
  public Integer call() {
    try (CsvOutput csv =
        CsvOutput.open("--output", output, new ArrayList<>(List.of(model, file.path())))) {
      Model stored = stored();
      DataTable table = file.read("one-hot", "means");
      Table predictions;
      try {
        predictions = stored.predictions(table);
      } catch (IllegalArgumentException e) {
        throw new BadInput(TableFile.DATA + " " + e.getMessage(), e);
      }
      write(predictions, csv);
      csv.commit();
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          "%d %s of %s in %s%s"
              .formatted(
                  table.rows(),
                  table.rows() == 1 ? "prediction" : "predictions",
                  stored.target(),
                  output,
                  score(stored, table)));
      out.flush();
      PrintWriter err = spec.commandLine().getErr();
      table.notes().forEach(note -> err.println("sea4j: note: " + note));
    }
    return 0;
  }

  /**
   * A target with gaps, or with labels that the model does not know, is no reason not to predict.
   */
  private static String score(Model stored, DataTable table) {
    if (!table.has(stored.target())) {
      return "";
    }
    try {
      return ": " + stored.score(table);
    } catch (IllegalArgumentException noScore) {
      return "; no score: " + noScore.getMessage();
    }
  }

  private Model stored() {
    try {
      return Model.read(model);
    } catch (IllegalArgumentException e) {
      throw new BadInput(MODEL + " " + e.getMessage(), e);
    }
  }

  private static void write(Table predictions, CsvOutput csv) {
    csv.row(predictions.columnNames().toArray(String[]::new));
    for (int row = 0; row < predictions.rowCount(); row++) {
      String[] cells = new String[predictions.columnCount()];
      for (int j = 0; j < cells.length; j++) {
        cells[j] = String.valueOf(predictions.get(row, j));
      }
      csv.row(cells);
    }
  }
}
