package io.github.sea4j.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.TraceRecorder;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TraceTableTest {

  @Test
  void aRecordedRunBecomesATable() {
    SparseProblem problem = Deconvolution.gaussian(64, 2).instance(3, 1).problem();
    TraceRecorder trace = new TraceRecorder(1000, 5, 60);
    var solution = new Sea().withIterations(20).solve(problem, Run.unlimited().observedBy(trace));
    Table table = TraceTable.of("SEA", trace);
    assertEquals(
        List.of(
            "iteration",
            "residual_norm",
            "best_residual_norm",
            "distinct_supports",
            "support",
            "x_5",
            "x_60"),
        table.columnNames());
    assertEquals(solution.iterations(), table.rowCount());
    assertEquals("0 1 2", table.stringColumn("support").get(0), "X_0 = 0: the first columns");
    assertEquals(
        solution.residualNorm(), table.doubleColumn("residual_norm").min(), 1e-9, "the best fit");
    assertEquals(0, table.doubleColumn("x_60").get(0));
    assertEquals(trace.rows().get(1).exploration()[1], table.doubleColumn("x_60").get(1));
  }
}
