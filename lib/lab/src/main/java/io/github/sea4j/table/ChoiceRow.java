package io.github.sea4j.table;

import java.util.List;

/**
 * The size that one rule chose on one instance, and how many of the columns of that size are true.
 *
 * @param experiment name of the experiment
 * @param cell shape, sparsity k* and noise of the instance
 * @param trial number of the instance within its cell, from 0
 * @param family name of the family of problems
 * @param solver that found the columns of each size, its canonical text
 * @param rule that chose the size
 * @param chosen the size k
 * @param hits how many columns of that size are in the true support
 * @param seconds processor time of the search that the rule looks at, which rules share; differs
 *     from run to run
 */
public record ChoiceRow(
    String experiment,
    Cell cell,
    int trial,
    String family,
    String solver,
    String rule,
    int chosen,
    int hits,
    double seconds)
    implements TrialRow {

  /** Column: family of problems. */
  public static final String FAMILY = "family";

  /** Column: rule that chose the size. */
  public static final String RULE = "rule";

  /** Column: size that it chose. */
  public static final String CHOSEN = "chosen";

  /** Column: how many of the columns of that size are true. */
  public static final String HITS = "hits";

  /** The columns of tables of choices, in files and tables. */
  public static final Schema<ChoiceRow> SCHEMA =
      TrialRow.schema(
          List.of(Schema.text(FAMILY, ChoiceRow::family)),
          List.of(
              Schema.text(RULE, ChoiceRow::rule),
              Schema.integer(CHOSEN, ChoiceRow::chosen),
              Schema.integer(HITS, ChoiceRow::hits)),
          ChoiceRow::of);

  private static ChoiceRow of(Schema.Values read) {
    return new ChoiceRow(
        read.text(ResultColumns.EXPERIMENT),
        Cell.of(read),
        read.integer(ResultColumns.TRIAL),
        read.text(FAMILY),
        read.text(ResultColumns.SOLVER),
        read.text(RULE),
        read.integer(CHOSEN),
        read.integer(HITS),
        read.decimal(ResultColumns.SECONDS));
  }

  /** A rule in a family: both may be asked on one instance. */
  @Override
  public String contestant() {
    return contestant(family, rule);
  }

  /** The rule in the family. */
  public static String contestant(String family, String rule) {
    return family + ": " + rule;
  }
}
