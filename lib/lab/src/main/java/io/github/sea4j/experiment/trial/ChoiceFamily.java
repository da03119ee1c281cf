package io.github.sea4j.experiment.trial;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.model.LossKind;
import io.github.sea4j.model.Regression;
import io.github.sea4j.run.Trial;
import io.github.sea4j.table.Cell;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Problems of one family as tables whose answer is known: the columns of A, numbered from 0, and y.
 *
 * @param name in results
 * @param noiseless draws the instances
 * @param levels signal-to-noise ratios in dB
 * @param loss what is minimised
 */
public record ChoiceFamily(
    String name, InstanceGenerator noiseless, List<Double> levels, LossKind loss) {

  private static final String TARGET = "y";

  /** Copies the list. */
  public ChoiceFamily {
    levels = List.copyOf(levels);
  }

  /** One cell for each level. */
  public List<Cell> cells(int sparsity) {
    return levels.stream()
        .map(level -> new Cell(noiseless.rows(), noiseless.columns(), sparsity, level))
        .toList();
  }

  boolean has(Cell cell) {
    return cells(cell.sparsity()).contains(cell);
  }

  Instance instance(Trial trial) {
    return noiseless
        .withSignalToNoise(trial.cell().signalToNoise())
        .instance(trial.cell().sparsity(), trial.seed());
  }

  /** Which columns explain y; with an intercept, as a user of a table would ask. */
  Regression question(Instance instance) {
    Table table = Table.create(name);
    for (int j = 0; j < noiseless.columns(); j++) {
      double[] values = new double[noiseless.rows()];
      instance.problem().operator().column(j, values);
      table.addColumns(DoubleColumn.create(Integer.toString(j), values));
    }
    table.addColumns(DoubleColumn.create(TARGET, instance.problem().measurements()));
    return Regression.of(DataTable.of(table), TARGET).with(loss);
  }
}
