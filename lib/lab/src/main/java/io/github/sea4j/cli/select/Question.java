package io.github.sea4j.cli.select;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.data.DataTable;
import io.github.sea4j.data.NameList;
import io.github.sea4j.model.LossKind;
import io.github.sea4j.model.Regression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is asked of a table. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Question {

  @Option(
      names = "--target",
      required = true,
      paramLabel = "NAME",
      description = "The column to explain.")
  private String target;

  @Option(
      names = "--loss",
      paramLabel = "L",
      description = "squares (the default), logistic for two labels, poisson for counts.")
  private String loss = "squares";

  @Option(
      names = "--positive",
      paramLabel = "LABEL",
      description = "The label whose probability is predicted; the later in order by default.")
  private @Nullable String positive;

  @Option(
      names = "--force",
      paramLabel = "A,B",
      split = ",",
      description =
          "Columns that are in every model and not counted; a name with a comma in double quotes.")
  private List<String> forced = new ArrayList<>();

  @Option(
      names = "--groups",
      paramLabel = "G",
      description =
          "Columns that enter together and count once: words (those of one column of words),"
              + " prefix:_ (names that agree up to the first _), or a CSV file with a column and"
              + " its group in each row, below a header.")
  private @Nullable String groups;

  @Option(
      names = "--subjects",
      paramLabel = "NAME",
      description = "Whose each row is: rows of one subject stay in one fold.")
  private @Nullable String subjects;

  @Option(names = "--non-negative", description = "Coefficients are at least 0.")
  private boolean nonNegative;

  @Option(names = "--no-intercept", description = "The model has no intercept.")
  private boolean noIntercept;

  @Option(
      names = "--weights",
      paramLabel = "NAME",
      description = "Rows count as often as this column says.")
  private @Nullable String weights;

  @Option(
      names = "--offset",
      paramLabel = "NAME",
      description = "A column that is a known part of the linear predictor.")
  private @Nullable String offset;

  @Option(
      names = "--text",
      paramLabel = "T",
      description = "Columns of words: refuse (the default), or one-hot for columns of 0 and 1.")
  private String text = "refuse";

  @Option(
      names = "--missing",
      paramLabel = "M",
      description =
          "Missing values: refuse (the default), rows to leave rows out, means to fill them.")
  private String missing = "refuse";

  Regression about(TableFile file) {
    LossKind kind;
    try {
      kind = LossKind.of(loss.strip());
    } catch (IllegalArgumentException e) {
      throw new BadInput("--loss: " + e.getMessage(), e);
    }
    if (positive != null && kind != LossKind.LOGISTIC) {
      throw new BadInput("--positive is for --loss logistic, but the loss is %s".formatted(kind));
    }
    DataTable table = file.read(text, missing);
    requireColumn("--target", target, table);
    requireOther("--weights", weights, table);
    requireOther("--offset", offset, table);
    requireOther("--subjects", subjects, table);
    Regression asked = Regression.of(table, target).with(kind);
    asked = asked.force(forced.stream().map(NameList::read).toArray(String[]::new));
    asked = positive == null ? asked : asked.positive(positive);
    asked = weights == null ? asked : asked.weights(weights);
    asked = offset == null ? asked : asked.offset(offset);
    asked = subjects == null ? asked : asked.subjects(subjects);
    asked = groups == null ? asked : asked.groups(GroupsText.read(groups, table));
    asked = nonNegative ? asked.withNonNegative() : asked;
    return noIntercept ? asked.withoutIntercept() : asked;
  }

  private void requireOther(String option, @Nullable String name, DataTable table) {
    requireColumn(option, name, table);
    if (target.equals(name)) {
      throw new BadInput("%s must not be the target, but is '%s'".formatted(option, name));
    }
  }

  private static void requireColumn(String option, @Nullable String name, DataTable table) {
    if (name != null && !table.has(name)) {
      throw new BadInput(
          "%s must be a column of %s, but is '%s'; there are %s"
              .formatted(option, table.source(), name, NameList.of(table.names())));
    }
  }
}
