package io.github.sea4j.kernel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void theStockIsSpentAndFilledUpEvenly() {
    Allowance allowance = new Allowance(1000, 100, 0);
    assertEquals(1000, allowance.at(0));
    allowance.spend(1000);
    assertEquals(0, allowance.at(0));
    assertEquals(50, allowance.at(SECOND / 2));
    assertEquals(150, allowance.at(3 * SECOND / 2));
    assertEquals(1000, allowance.at(1000 * SECOND), "never more than the stock");
  }

  /** What a Jupyter server allows: 1 MB a second, over three seconds. */
  @Test
  void noThreeSecondsTakeMoreThanTheStockAndTheirOwn() {
    Allowance allowance = new Allowance(1_500_000, 400_000, 0);
    long sent = 0;
    for (long now = 0; now <= 3 * SECOND; now += SECOND / 100) {
      int may = allowance.at(now);
      allowance.spend(may);
      sent += may;
    }
    assertEquals(2_700_000.0, (double) sent, 1_000);
  }
}
