package io.github.sea4j.data;

import io.github.sea4j.data.DataFormat.Missing;
import io.github.sea4j.operator.DenseOperator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table as numbers alone. */
final class TableNumbers {

  private TableNumbers() {}

  static Data of(DataTable table) {
    List<String> names = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>(table.notes());
    if (table.format().missing() != Missing.MEANS) {
      table.requireComplete(table.names());
    }
    for (Indicators each : Indicators.of(table, table.names())) {
      each.note().ifPresent(notes::add);
      for (int level = 0; level < each.columns().size(); level++) {
        names.add(each.columns().get(level));
        columns.add(filled(each.values(table, level)));
      }
    }
    int missing = table.names().stream().mapToInt(table::missing).sum();
    if (missing > 0) {
      notes.add("missing values are filled by the means of their columns: " + missing);
    }
    double[][] rows = new double[table.rows()][columns.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.size(); j++) {
        rows[i][j] = columns.get(j)[i];
      }
    }
    return new Data(Path.of(table.source()), DenseOperator.of(rows), names, List.of(), notes);
  }

  private static double[] filled(double[] column) {
    double mean = Arrays.stream(column).filter(v -> !Double.isNaN(v)).average().orElse(0);
    return Arrays.stream(column).map(v -> Double.isNaN(v) ? mean : v).toArray();
  }
}
