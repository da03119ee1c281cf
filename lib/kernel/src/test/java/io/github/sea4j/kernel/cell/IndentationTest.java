package io.github.sea4j.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndentationTest {

  @ParameterizedTest
  @CsvSource({
    "'for (;;) {', 2",
    "'if (a) {\n  f(', 4",
    "'if (a) {\n  f();\n', 2",
    "'if (a) {\n    f();\n  }', 2",
    "'x =', 0"
  })
  void aBracketThatIsOpenIndents(String code, int spaces) {
    assertEquals(" ".repeat(spaces), Indentation.after(code));
  }
}
