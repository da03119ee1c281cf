package io.github.sea4j.kernel.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionBeforeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "var s = new Sea().solve(p, q(1)) ! new Sea().solve(p, q(1))",
        "f(a, b.c ! b.c",
        "x = y[3] ! y[3]",
        "print(\"a b\" ! \"a b\"",
        "1 + \"abc\".trim() ! \"abc\".trim()",
        "Math ! Math",
        "a + ! ''",
        "new java.util.Random(3) ! new java.util.Random(3)"
      })
  void theExpressionAtTheEnd(String code, String expression) {
    assertEquals(expression, ExpressionBefore.end(code));
  }
}
