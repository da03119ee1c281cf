package io.github.sea4j.plot.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.plot.Figure;
import io.github.sea4j.plot.Panels;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ChoiceRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.Table;

class ChoiceFiguresTest {

  private static Table results() {
    List<ChoiceRow> rows = new ArrayList<>();
    for (String family : List.of("blur", "logistic")) {
      for (double level : new double[] {20, 5}) {
        for (int trial = 0; trial < 4; trial++) {
          Cell cell = new Cell(40, 20, 3, level);
          rows.add(new ChoiceRow("c", cell, trial, family, "els", "BIC", 3, trial % 4, 0));
          rows.add(new ChoiceRow("c", cell, trial, family, "els", "k known", 3, 3, 0));
        }
      }
    }
    return ChoiceRow.SCHEMA.table("c", rows);
  }

  private static Optional<XYSeries> series(Figure figure, String name) {
    return figure.getSeriesCollection().stream().filter(s -> s.getName().equals(name)).findFirst();
  }

  @Test
  void eachFamilyHasAPanelAndEachRuleACurveOfItsShares() {
    Panels right = ChoiceFigures.rightSize(results());
    assertEquals(2, right.charts().size());
    Figure blur = (Figure) right.charts().get(0);
    assertTrue(series(blur, "BIC").isPresent());
    assertFalse(series(blur, "k known").isPresent(), "no rule chose it");
    XYSeries curve = series(blur, "BIC").orElseThrow();
    assertEquals(List.of(5.0, 20.0), Arrays.stream(curve.getXData()).boxed().toList());
    assertEquals(1, curve.getYData()[0]);
    Figure exact = (Figure) ChoiceFigures.exactSupport(results()).charts().get(1);
    assertEquals(0.25, series(exact, "BIC").orElseThrow().getYData()[0]);
    assertTrue(series(exact, "k known").isPresent());
  }
}
