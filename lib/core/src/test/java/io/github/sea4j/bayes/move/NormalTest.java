package io.github.sea4j.bayes.move;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Against tables (Abramowitz and Stegun, table 26.1). */
class NormalTest {

  @Test
  void isTheDistributionFunction() {
    assertEquals(0.5, Normal.cdf(0), 1e-15);
    assertEquals(0.841344746068543, Normal.cdf(1), 1e-12);
    assertEquals(0.977249868051821, Normal.cdf(2), 1e-12);
    assertEquals(0.998650101968370, Normal.cdf(3), 1e-12);
    assertEquals(0.158655253931457, Normal.cdf(-1), 1e-12);
    assertEquals(0.975, Normal.cdf(1.959963984540054), 1e-12);
  }

  @Test
  void endsAtNoneAndAll() {
    assertEquals(0, Normal.cdf(Double.NEGATIVE_INFINITY));
    assertEquals(1, Normal.cdf(Double.POSITIVE_INFINITY));
    assertEquals(6.22e-16, Normal.cdf(-8), 2e-15);
  }
}
