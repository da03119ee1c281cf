package io.github.sea4j.ideas;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.operator.CountedOperator;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.util.function.Function;

/**
 * Swaps of a column of the support for one that is correlated with it, the best one first, until
 * none lowers the residual: ELS whose exchanges are restricted to neighbours.
 *
 * <p>All exchanges are scored and the distant ones dropped: the prototype measures what neighbours
 * achieve, not what a scoring of neighbours alone would save.
 *
 * @param start whose answer is polished
 * @param correlation the least {@code |a_i'a_j|} of neighbours
 */
record LocalSwaps(Solver start, double correlation) implements Function<Instance, Answer> {

  private static final double PROGRESS = 1e-12;

  @Override
  public Answer apply(Instance instance) {
    Solution before = start.solve(instance.problem());
    CountedOperator counted = new CountedOperator(instance.problem().unitNorm().operator());
    UnitNormProblem unit = instance.problem().unitNorm().through(counted);
    ColumnCache cache = new ColumnCache(unit.operator());
    ProjectedColumns columns =
        new ProjectedColumns(unit.operator(), unit.measurements(), unit.sparsity() + 1);
    columns.moveTo(before.support().toArray(), unit.sparsity(), () -> false);
    double[] gains = new double[unit.columns()];
    while (columns.value() > 0 && swap(columns, cache, gains)) {
      columns.update();
    }
    return new Answer(Support.of(columns.support()), before.products() + counted.products());
  }

  /**
   * Makes the best exchange of neighbours; false, and undone, if it does not lower the residual.
   */
  private boolean swap(ProjectedColumns columns, ColumnCache cache, double[] gains) {
    double most = 0;
    int position = -1;
    int entering = -1;
    for (int i = 0; i < columns.size(); i++) {
      columns.exchangeGains(i, gains);
      PackedVector gram = cache.gram(columns.held(i));
      for (int j = 0; j < gains.length; j++) {
        if (gains[j] > most && Math.abs(gram.get(j)) >= correlation) {
          most = gains[j];
          position = i;
          entering = j;
        }
      }
    }
    if (position < 0) {
      return false;
    }
    double residual = columns.value();
    int[] kept = columns.support();
    columns.remove(position);
    if (columns.insert(entering) && columns.fit() < residual * (1 - PROGRESS)) {
      return true;
    }
    columns.moveTo(kept, kept.length, () -> false);
    return false;
  }
}
