package io.github.sea4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.table.Cell;
import io.github.sea4j.table.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchRuleTest {

  private static final Cell CELL = new Cell(10, 20, 3, Double.POSITIVE_INFINITY);

  private static Tally tally(int runs, int successes) {
    return new Tally(CELL, "A", runs, List.of(successes), 0);
  }

  @Test
  void hopelessCellsStop() {
    SearchRule rule = new SearchRule(40, 20);
    assertFalse(rule.decided(tally(20, 18)), "38 of 40 are still possible");
    assertTrue(rule.decided(tally(20, 17)), "37 of 40 are less than 95 %");
  }

  @Test
  void certainCellsStop() {
    SearchRule rule = new SearchRule(40, 19);
    assertFalse(rule.decided(tally(38, 37)));
    assertTrue(rule.decided(tally(38, 38)), "38 of 40 are 95 % already");
    assertTrue(rule.decided(tally(40, 38)), "no runs are left");
  }

  @Test
  void plainCellsStopAndOthersGoOn() {
    SearchRule rule = new SearchRule(1000, 20);
    assertFalse(rule.decided(tally(200, 200)), "z = 3.29: 206 successes in a row are needed");
    assertTrue(rule.decided(tally(220, 220)));
    assertTrue(rule.decided(tally(20, 10)));
    assertFalse(rule.decided(tally(500, 475)));
    assertFalse(rule.decided(tally(500, 465)));
  }

  @Test
  void hopelessAndCertainAgreeWithTheFullNumberOfRuns() {
    SearchRule rule = new SearchRule(20, 1);
    for (int runs = 1; runs <= 20; runs++) {
      for (int successes = 0; successes <= runs; successes++) {
        boolean canPass = successes + 20 - runs >= 19;
        boolean canFail = successes < 19;
        if (!canPass || !canFail) {
          assertTrue(rule.decided(tally(runs, successes)), successes + " of " + runs);
        }
      }
    }
  }

  @Test
  void blocksEndAtTheLastRun() {
    SearchRule rule = new SearchRule(50, 20);
    assertEquals(20, rule.first());
    assertEquals(10, rule.next(40));
    assertEquals(15, new SearchRule(15, 20).first());
  }

  @Test
  void clearVerdicts() {
    SearchRule rule = new SearchRule(200, 20);
    assertTrue(rule.clearlyAbove(tally(200, 200)));
    assertTrue(rule.clearlyAbove(tally(200, 197)), "Wilson's lower end is 0.9569");
    assertFalse(rule.clearlyAbove(tally(200, 195)), "Wilson's lower end is 0.9428");
    assertTrue(rule.clearlyBelow(tally(200, 180)));
    assertFalse(rule.clearlyBelow(tally(200, 187)));
    assertTrue(new SearchRule(20, 20).clearlyAbove(tally(20, 20)), "no run of all failed");
  }
}
