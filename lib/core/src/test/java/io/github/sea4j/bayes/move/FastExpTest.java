package io.github.sea4j.bayes.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against the exponential of the Java library. */
class FastExpTest {

  @Test
  void isTheExponential() {
    for (double x = -699.9; x < 699.9; x += 0.0373) {
      assertEquals(1, FastExp.exp(x) / StrictMath.exp(x), 1e-12, "exp(" + x + ")");
    }
    assertEquals(1, FastExp.exp(0));
  }

  @Test
  void isAlwaysFinite() {
    assertEquals(0, FastExp.exp(-701));
    assertEquals(0, FastExp.exp(Double.NEGATIVE_INFINITY));
    assertEquals(0, FastExp.exp(Double.NaN));
    assertTrue(Double.isFinite(FastExp.exp(Double.POSITIVE_INFINITY)));
    assertTrue(FastExp.exp(Double.MAX_VALUE) > 1e300);
  }
}
