package io.github.sea4j.experiment;

import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.ResultCsv;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trials of a sweep, each with one row for each solver. */
record TrialFormat(int rowsPerTrial) implements EntryFormat<Trial.Key, List<ResultRow>> {

  @Override
  public List<List<String>> lines(List<ResultRow> rows) {
    if (rows.size() != rowsPerTrial) {
      throw new IllegalArgumentException(
          "a trial has %d rows, but this one has %d".formatted(rowsPerTrial, rows.size()));
    }
    return rows.stream().map(TrialFormat::line).toList();
  }

  private static List<String> line(ResultRow row) {
    List<String> fields = new ArrayList<>(ResultCsv.fields(row));
    fields.add(Double.toString(row.seconds()));
    return fields;
  }

  @Override
  public Map<Trial.Key, List<ResultRow>> entries(List<List<String>> lines) {
    int seconds = ResultColumns.DETERMINED.size();
    Map<Trial.Key, List<ResultRow>> trials = new LinkedHashMap<>();
    for (List<String> line : lines) {
      if (line.size() == seconds + 1) {
        add(trials, ResultCsv.parse(line, Double.parseDouble(line.get(seconds))));
      }
    }
    trials.values().removeIf(rows -> rows.size() != rowsPerTrial);
    return trials;
  }

  @Override
  public String results(List<List<ResultRow>> trials) {
    return ResultCsv.format(trials.stream().flatMap(List::stream).toList());
  }

  @Override
  public String times(List<List<ResultRow>> trials) {
    return ResultCsv.formatTimes(trials.stream().flatMap(List::stream).toList());
  }

  @Override
  public Map<Trial.Key, List<ResultRow>> read(Path folder) {
    Map<Trial.Key, List<ResultRow>> trials = new LinkedHashMap<>();
    ResultCsv.read(folder.resolve(ResultTable.RESULTS_FILE), folder.resolve(ResultTable.TIMES_FILE))
        .forEach(row -> add(trials, row));
    return trials;
  }

  private static void add(Map<Trial.Key, List<ResultRow>> trials, ResultRow row) {
    trials
        .computeIfAbsent(new Trial.Key(row.cell(), row.trial()), key -> new ArrayList<>())
        .add(row);
  }
}
