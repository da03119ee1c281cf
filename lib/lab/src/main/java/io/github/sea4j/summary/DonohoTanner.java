package io.github.sea4j.summary;

import io.github.sea4j.table.PhaseColumns;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The weak threshold of l1 minimisation for Gaussian matrices: below it, as n grows, basis pursuit
 * recovers nearly every sparse vector.
 *
 * <p>Values at zeta = 0.1 to 0.9 of the curve for cross-polytopes in D. L. Donoho, J. Tanner,
 * "Counting faces of randomly projected polytopes when the projection radically lowers dimension",
 * Journal of the AMS 22 (2009). A limit for infinite n and 50 % success, while the solvers' curves
 * are for finite n and 95 %: a landmark, not a competitor.
 */
public final class DonohoTanner {

  private static final double[] ZETA = {.1, .2, .3, .4, .5, .6, .7, .8, .9};
  private static final double[] RHO = {.190, .243, .291, .337, .386, .438, .499, .573, .678};

  private DonohoTanner() {}

  /** The curve, columns {@link PhaseColumns#ZETA} and {@link PhaseColumns#RHO}. */
  public static Table weakThreshold() {
    return Table.create("Donoho-Tanner weak threshold of l1")
        .addColumns(
            DoubleColumn.create(PhaseColumns.ZETA, ZETA),
            DoubleColumn.create(PhaseColumns.RHO, RHO));
  }
}
